"""A place in a JSON document: what every node of a filing knows of itself; and a change of its text."""

from __future__ import annotations

from form4gen.records import NamedTuple


class Place:
    """A JSON pointer (RFC 6901), built step by step: ``Place() / "issuer" / "issuerCik"``."""

    __slots__ = ("_tokens", "parent", "token")

    def __init__(self, parent: Place | None = None, token: str | int = "") -> None:
        self.parent = parent
        self.token = token

    def __truediv__(self, token: str | int) -> Place:
        return Place(self, token)

    @property
    def tokens(self) -> tuple[str | int, ...]:
        """The steps from the root, keys as strings and positions as integers."""
        try:
            return self._tokens
        except AttributeError:  # most places are never asked
            self._tokens: tuple[str | int, ...] = () if self.parent is None else (*self.parent.tokens, self.token)
            return self._tokens

    @property
    def pointer(self) -> str:
        """The JSON pointer as text; the root is the empty string."""
        return "".join(f"/{_escape(str(token))}" for token in self.tokens)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Place) and self.tokens == other.tokens

    def __hash__(self) -> int:
        return hash(self.tokens)

    def __repr__(self) -> str:
        return f"Place({self.pointer!r})"


ROOT = Place()


class Change(NamedTuple):
    """The ``text`` that replaces what is written from ``column`` to before ``end_column`` of ``line``.

    Lines and columns count from 1, columns in characters.
    """

    line: int
    column: int
    end_column: int
    text: str


def _escape(token: str) -> str:
    return token.replace("~", "~0").replace("/", "~1")


def parse_pointer(pointer: str) -> tuple[str, ...]:
    """The steps of a JSON pointer, all as strings.

    Raises ValueError when ``pointer`` is neither empty nor starts with a slash.
    """
    if not pointer:
        return ()
    if not pointer.startswith("/"):
        message = f"a JSON pointer starts with '/': {pointer!r}"
        raise ValueError(message)
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in pointer[1:].split("/"))

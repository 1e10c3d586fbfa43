"""The CCC, the secret with which a filer's CIK is used: it is shown nowhere."""

from __future__ import annotations

from typing import NoReturn

from form4gen.errors import UnusableInputError

_LENGTH = 8
_SIGNS = "@#$*"


class Ccc:
    """A CCC whose form is checked: eight characters, among them a letter, a digit and one of ``@ # $ *``.

    Neither its text nor its representation shows it, and the error about a wrong one does not either.
    """

    __slots__ = ("_revealed",)

    def __init__(self, text: str) -> None:
        if (
            len(text) != _LENGTH
            or not text.isascii()
            or not text.isprintable()
            or " " in text
            or not any(sign.isalpha() for sign in text)
            or not any(sign.isdigit() for sign in text)
            or not any(sign in _SIGNS for sign in text)
        ):
            message = f"A CCC has {_LENGTH} characters, among them a letter, a digit and one of {' '.join(_SIGNS)}."
            raise UnusableInputError(message)
        self._revealed = text

    def revealed(self) -> str:
        """The secret itself, for the submission and nothing else."""
        return self._revealed

    def __reduce__(self) -> NoReturn:
        raise TypeError("a CCC is a secret and is not copied")

    def __repr__(self) -> str:
        return "Ccc('********')"

"""The CCC, the confidential code with which a filer's CIK is used: it is never shown."""

from __future__ import annotations

from typing import NoReturn

from form4gen.errors import UnusableInputError

_LENGTH = 8
_SIGNS = "@#$*"


class Ccc:
    """A CCC whose form is checked: eight characters, including a letter, a digit and one of ``@ # $ *``.

    Its text, its representation, and the error about an invalid one do not show it.
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
            message = f"A CCC has {_LENGTH} characters, including a letter, a digit and one of {' '.join(_SIGNS)}."
            raise UnusableInputError(message)
        self._revealed = text

    def revealed(self) -> str:
        """The code itself, only for the submission."""
        return self._revealed

    def __reduce__(self) -> NoReturn:
        raise TypeError("a CCC is confidential and cannot be copied")

    def __repr__(self) -> str:
        return "Ccc('********')"

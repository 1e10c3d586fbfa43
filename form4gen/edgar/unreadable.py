"""Why a file that should be EDGAR's XML cannot be read."""

from __future__ import annotations

from form4gen.errors import UnusableInputError


class UnreadableError(UnusableInputError):
    """EDGAR's XML that is damaged or refused: what is wrong, what to do, and where.

    ``line`` and ``column`` count from 1 in the file as given. ``is_too_large`` says that a limit of form4gen stops it.
    """

    def __init__(
        self, what: str, remedy: str = "", line: int = 1, column: int = 1, *, is_too_large: bool = False
    ) -> None:
        super().__init__(f"{what} {remedy}".rstrip())
        self.what, self.remedy, self.line, self.column, self.is_too_large = what, remedy, line, column, is_too_large

"""The footnotes of drafted rows: averages with their range and the undertaking, shares withheld, stock units."""

from __future__ import annotations

from collections.abc import Iterable

from form4gen.drafting.fills.events import OPTION, UNITS
from form4gen.drafting.fills.groups import Group
from form4gen.errors import UnusableInputError
from form4gen.law.limits import FOOTNOTES
from form4gen.model.wording import dollars

_DONE = {"P": "purchased", "S": "sold"}
_WITHHELD = {
    UNITS: "Shares withheld by the issuer to pay taxes due on the vesting of restricted stock units.",
    OPTION: "Shares withheld by the issuer to pay the exercise price or taxes due on the exercise of the option.",
}


class Notes:
    """The footnotes to add, numbered after those that the draft has; the same text is added once."""

    def __init__(self, existing: Iterable[str]) -> None:
        self._taken = set(existing)
        self.added: dict[str, str] = {}

    def add(self, text: str) -> str:
        """The id of a footnote with this text. Raises UnusableInputError where EDGAR takes no more."""
        found = next((each for each, known in self.added.items() if known == text), None)
        if found is not None:
            return found
        free = (f"F{each}" for each in range(1, FOOTNOTES.most + 1) if f"F{each}" not in self._taken)
        found = next(free, None)
        if found is None:
            message = (
                f"More than {FOOTNOTES.most} footnotes would be needed. Draft the days of one form at a time (--day)."
            )
            raise UnusableInputError(message)
        self._taken.add(found)
        self.added[found] = text
        return found


def average_note(group: Group) -> str:
    """The footnote to an average price: the range, and the undertaking that the staff expects."""
    done = _DONE[group.first.code]
    low, high = (dollars(price) for price in (group.prices[0], group.prices[-1]))
    return (
        f"The price reported in Column 4 is a weighted average price. The shares were {done} in multiple transactions "
        f"at prices ranging from {low} to {high}, inclusive. The reporting person undertakes to provide to the issuer, "
        "any security holder of the issuer, or the staff of the Securities and Exchange Commission, upon request, full "
        f"information regarding the number of shares {done} at each separate price within this range."
    )


def withheld_note(group: Group) -> str:
    """The footnote to shares withheld."""
    return _WITHHELD[group.first.award]


def units_note(title: str) -> str:
    """The footnote to the missing price of a stock unit."""
    return f"Each restricted stock unit represents the right to receive one share of {title}."

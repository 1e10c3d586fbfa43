"""The same event twice: in one file, in two exports, or in a file and the draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from form4gen.accounts.confirmations import fill_of
from form4gen.drafting.fills.events import Leg, Line
from form4gen.drafting.fills.groups import TRADES, total
from form4gen.errors import UnusableInputError
from form4gen.model.filing import Filing
from form4gen.model.rows import NonDerivativeTransaction
from form4gen.model.wording import day, number

USE, IGNORE = "use", "ignore"
"""What to do with an event that is there already."""

_DRAFT = "the draft"
_KEYS = tuple[str, date, Decimal, Decimal | None]


def without_repeated_ids(lines: Iterable[Line]) -> list[Line]:
    """The lines; one whose broker's number and facts are those of an earlier one is ignored."""
    seen: dict[tuple[str, str, date, Decimal, Decimal | None], Line] = {}
    found = []
    for line in lines:
        keys = [(leg.id, *_key(leg)) for leg in line.legs if leg.id]
        first = next((seen[key] for key in keys if key in seen), None)
        if first is not None:
            line = line._replace(legs=(), ignored=f"it is {first.source} again, with the same number")  # noqa: PLW2901
        for key in keys:
            seen.setdefault(key, line)
        found.append(line)
    return found


def without_repeats(files: Sequence[list[Line]], filing: Filing, choice: str) -> list[list[Line]]:
    """The lines of each file, or sheet of one, where events that an earlier one or the draft has are ignored or used.

    Raises UnusableInputError where there is one and the user has not chosen (``choice``).
    """
    before: dict[str, Counter[_KEYS]] = {_DRAFT: _of_draft(filing)}
    sums: dict[str, Mapping[tuple[str, date], Decimal]] = {_DRAFT: _of_rows(filing)}
    found = []
    for number_of_file, lines in enumerate(files, 1):
        for where, known in before.items():
            if choice != USE:
                lines = _without(lines, known, where, choice)  # noqa: PLW2901
                _check_sums(lines, sums[where], where)
        found.append(lines)
        legs = [leg for line in lines for leg in line.legs]
        source = lines[0].source  # of a table, which has a header
        name = f'{source.file}, sheet "{source.sheet}"' if source.sheet else f"{source.file} (file {number_of_file})"
        before[name] = Counter(map(_key, legs))
        sums[name] = _sums(legs)
    return found


def _key(leg: Leg) -> _KEYS:
    return leg.code, leg.day, leg.shares, leg.price


def _of_draft(filing: Filing) -> Counter[_KEYS]:
    """The purchases and sales that the draft has trade confirmations of."""
    fills = [fill_of(each) for each in filing.context.trade_confirmations]
    return Counter((fill.code, fill.when, fill.shares, fill.price) for fill in fills if fill is not None)


def _of_rows(filing: Filing) -> dict[tuple[str, date], Decimal]:
    """The number of each code and day in Table I, and of grants in both tables."""
    found: dict[tuple[str, date], Decimal] = {}
    for row in filing.transactions:
        shares, when = row.transaction_shares.value, row.transaction_date.value
        is_listed = isinstance(row, NonDerivativeTransaction) or row.code == "A"
        if is_listed and shares is not None and when is not None:
            found[row.code, when] = total((found.get((row.code, when), Decimal(0)), shares))
    return found


def _sums(legs: Iterable[Leg]) -> dict[tuple[str, date], Decimal]:
    found: dict[tuple[str, date], list[Decimal]] = {}
    for leg in legs:
        found.setdefault((leg.code, leg.day), []).append(leg.shares)
    return {key: total(shares) for key, shares in found.items()}


def _without(lines: list[Line], known: Counter[_KEYS], where: str, choice: str) -> list[Line]:
    """The lines without those of whose transactions each is known; each known one counts once."""
    left = known.copy()
    found = []
    for line in lines:
        keys = [_key(leg) for leg in line.legs if where != _DRAFT or leg.code in TRADES]
        if keys and all(left[key] for key in keys):
            if choice != IGNORE:
                leg = line.legs[0]
                raise UnusableInputError(
                    f"{line.source}: {number(leg.shares)} on {day(leg.day)} (code {leg.code}) is in {where} already. "
                    "If it is the same event, leave it out (--repeated ignore); if it is another one, add it again "
                    "(--repeated use)."
                )
            left.subtract(keys)
            line = line._replace(legs=(), ignored=f"it is in {where} already")  # noqa: PLW2901
        found.append(line)
    return found


def _check_sums(lines: Sequence[Line], known: Mapping[tuple[str, date], Decimal], where: str) -> None:
    """Two exports may round prices differently, or divide a sale differently; the number of a day is then the same."""
    for key, shares in _sums(leg for line in lines for leg in line.legs).items():
        if known.get(key) == shares:
            code, when = key
            raise UnusableInputError(
                f"{lines[0].source.file} has {number(shares)} on {day(when)} (code {code}), and {where} has as many. "
                "If it is the same event, leave it out (--day selects days); otherwise add it again (--repeated use)."
            )

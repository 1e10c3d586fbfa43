"""What a draft says that its new rows continue: the class, the form of ownership, and the balance."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import date
from decimal import Decimal

from form4gen.accounts.ledger import ledger
from form4gen.accounts.lines import balance_of, line_of
from form4gen.errors import UnusableInputError
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeHolding, DerivativeTransaction, Row, Transaction
from form4gen.model.wording import day, number
from form4gen.prose.private import private_information
from form4gen.prose.texts import words
from form4gen.records import NamedTuple


class Given(NamedTuple):
    """What the user gives about the holding line of the rows; None or empty where the draft says it."""

    title: str = ""
    nature: str = ""
    is_direct: bool = False
    held: Decimal | None = None


class Base(NamedTuple):
    """The holding line that new rows continue.

    ``held`` is the balance before them, ``replaced`` the holding whose place they take, and ``taken`` says of each
    value where it is from.
    """

    title: str
    nature: str = ""
    held: Decimal | None = None
    replaced: Row | None = None
    taken: tuple[tuple[str, str], ...] = ()


_HELD = "what you gave (--held)"


def is_blank(row: Row) -> bool:
    """Whether a row is a transaction to be filled in: one without a day and a number."""
    return isinstance(row, Transaction) and row.transaction_date.is_blank and row.transaction_shares.is_blank


def check_given(given: Given) -> None:
    """Raise UnusableInputError where what the user gives may not be on a public form."""
    for name, text in (("The title (--title)", given.title), ("The nature (--nature)", given.nature)):
        for private in private_information(text):
            if private.is_serious:
                raise UnusableInputError(f"{name} appears to contain {private.what}. {private.remedy}")


def base_of(filing: Filing, title: str, given: Given, first: date) -> Base:
    """The holding line of Table I that the rows of a class continue; ``first`` is the day of the first.

    ``title`` is that of the column map, if it gives one. Raises UnusableInputError where the class or the form of
    ownership is not clear, or where the draft has later rows.
    """
    found, title_source = _title(filing, title, given)
    rows = [row for row in filing.non_derivative_table if words(row.security_title.value) == words(found)]
    nature, nature_source = _nature(rows, given, found)
    form = f"indirect ({nature})" if nature else "direct"
    taken = [(found, title_source), (f"ownership {form}", nature_source)]
    of_line = [row for row in rows if _is_of(row, nature)]
    held, source = (given.held, _HELD) if given.held is not None else _held(filing, of_line, first)
    if held is not None:
        taken.append((f"{number(held)} held before", source))
    return Base(found, nature, held, _holding(of_line), tuple(taken))


def _title(filing: Filing, title: str, given: Given) -> tuple[str, str]:
    if title:
        return title, "the column map"
    if given.title:
        return given.title, "what you gave (--title)"
    titles: dict[str, tuple[str, str]] = {}
    for row in filing.non_derivative_table:
        if row.security_title.value:
            titles.setdefault(words(row.security_title.value), (row.security_title.value, row.name))
    if not titles:
        for award in filing.derivative_table:
            underlying = award.underlying_security_title.value
            if underlying:
                titles.setdefault(words(underlying), (underlying, f"{award.name}, underlying security"))
    if len(titles) == 1:
        return next(iter(titles.values()))
    if not titles:
        raise UnusableInputError(
            "The draft names no class of securities. Add the holding before these trades (or give --title)."
        )
    named = ", ".join(each for each, _ in titles.values())
    raise UnusableInputError(
        f"The draft has several classes: {named}. Say which one the trades are in: by [map.titles] of the map (or give "
        "--title)."
    )


def _nature(rows: Sequence[Row], given: Given, title: str) -> tuple[str, str]:
    """The nature of indirect ownership, empty for direct ownership, and where it is from."""
    if given.nature:
        return given.nature, "what you gave (--nature)"
    if given.is_direct:
        return "", "what you gave (--direct)"
    forms: dict[str, tuple[str, str]] = {}
    for row in rows:
        nature = row.nature_of_ownership.value or ""
        if row.direct_or_indirect_ownership.value == "D":
            forms.setdefault("", ("", row.name))
        elif row.direct_or_indirect_ownership.value == "I" and nature:
            forms.setdefault(words(nature), (nature, row.name))
    if len(forms) > 1:
        named = ", ".join(nature or "direct" for nature, _ in forms.values())
        raise UnusableInputError(
            f"The draft has several holdings of {title}: {named}. Say which one the trades are in (--direct, or "
            "--nature with one of these)."
        )
    return next(iter(forms.values()), ("", "assumed, because the draft has no holding of the class"))


def _is_of(row: Row, nature: str) -> bool:
    """Whether a row is of the form of ownership; one without a form is to be filled in."""
    form = row.direct_or_indirect_ownership.value
    if form is None:
        return is_blank(row)
    return words(row.nature_of_ownership.value) == words(nature) if nature else form == "D"


def _holding(rows: Sequence[Row]) -> Row | None:
    """The only row of a line, if it is a holding: its balance is then that of the last new row."""
    filled = [row for row in rows if not is_blank(row)]
    return filled[0] if len(filled) == 1 and not isinstance(filled[0], Transaction) else None


def _held(filing: Filing, rows: Sequence[Row], first: date) -> tuple[Decimal | None, str]:
    """The balance of a line before the first new row, and the row that states it."""
    filled = [row for row in rows if not is_blank(row)]
    own = {id(row) for row in filled}
    for row in filled:
        when = row.transaction_date.value if isinstance(row, Transaction) else None
        if when is not None and when > first:
            raise UnusableInputError(
                f"{row.name} of the draft is of {day(when)}, later than {day(first)}, so the balances of the new rows "
                "are not certain. Correct the later rows, and give the number held before the new ones (--held)."
            )
    accounts = [each for each in ledger(filing) if any(id(row) in own for row in each.rows)]
    if len(accounts) != 1:
        return None, ""
    last = accounts[0].steps[-1].row if accounts[0].steps else accounts[0].rows[-1]
    held = balance_of(last) if isinstance(last, Transaction) else last.owned_following.value
    return held, last.name


class Award(NamedTuple):
    """The line of Table II that a vest or exercise draws on: its last row, and its holding if it is only one."""

    row: DerivativeTransaction | DerivativeHolding
    held: Decimal | None
    replaced: Row | None


def award_lines(filing: Filing, exercise_price: Decimal | None, first: date) -> list[Award]:
    """The lines of Table II with this exercise price, or with none for stock units."""
    found: dict[Hashable, list[DerivativeTransaction | DerivativeHolding]] = {}
    for row in filing.derivative_table:
        price = row.conversion_or_exercise_price.value
        if not is_blank(row) and (price == exercise_price if exercise_price is not None else not price):
            found.setdefault(line_of(row, with_notes=False), []).append(row)
    return [Award(rows[-1], _held(filing, rows, first)[0], _holding(rows)) for rows in found.values()]

"""The holding lines of a draft: which one a trade is of, what has changed since the last form, and what is listed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from form4gen.drafting.asked import Change, Drift, Split, Trade
from form4gen.drafting.draft import Account
from form4gen.drafting.holdings import Held, described, fitting, has_expired
from form4gen.drafting.notes import Notes
from form4gen.drafting.positions import NAMES, TABLE_I, TABLE_II, Position, decimal_of, new_position, position_of
from form4gen.errors import UnusableInputError
from form4gen.law.codes import CODES
from form4gen.model.rows import Row
from form4gen.model.wording import day, dollars, number
from form4gen.prose.texts import words

_LISTED = 20
_IN_BOTH = frozenset("CMOX")
_CENTS_OF_A_CENT = Decimal("0.0001")


class Book:
    """The known lines and those that the draft shows, each once."""

    def __init__(self, held: Sequence[Held], notes: Notes, account: Account, on: date | None) -> None:
        self._held = held
        self._notes = notes
        self._account = account
        self._on = on
        self._shown: dict[int, Position] = {}
        self._new: dict[tuple[str, str], Position] = {}

    def tables_of(self, trade: Trade) -> tuple[str, ...]:
        """The tables in which a trade is reported; raises UnusableInputError for a code that no form has."""
        code = CODES.get(trade.code)
        if code is None:
            raise UnusableInputError(f"{trade.code!r} is not a transaction code. The codes are {', '.join(CODES)}.")
        if trade.table:
            return (TABLE_I if trade.table == "I" else TABLE_II,)
        if trade.code in _IN_BOTH:
            return (TABLE_II, TABLE_I)
        if code.table_i is None or trade.is_derivative:
            return (TABLE_II,)
        if trade.line and not trade.security:
            fit = {each.row.table for each in fitting(self._open_lines(), trade.line)}
            return (TABLE_II if fit == {NAMES[TABLE_II]} else TABLE_I,)
        return (TABLE_I,)

    def position(self, trade: Trade, table: str) -> Position:
        """The line of a trade in a table. Raises UnusableInputError where it is not certain which line is meant."""
        if trade.security or trade.is_derivative or trade.is_new:
            return self._described(trade, table)
        lines = [each for each in self._open_lines() if each.row.table == NAMES[table]]
        use = CODES[trade.code].table_i
        if table == TABLE_I and use is not None and "A" in use.marks and not lines and not trade.line:
            return self._described(trade, table)  # the first securities of a person who holds none
        return self.show(self._one(trade.line, lines, table))

    def counterpart(self, trade: Trade, derivative: Position) -> Position:
        """The line of Table I that an exercise of a line of Table II adds to or takes from."""
        title = _plain(derivative.cells.get("underlyingSecurityTitle"))
        form = _plain(derivative.cells.get("directOrIndirectOwnership"))
        nature = _plain(derivative.cells.get("natureOfOwnership"))
        of_class = [each for each in self._held if _is(each.row, title, form, "") and each.row.table == NAMES[TABLE_I]]
        exact = [each for each in of_class if _is(each.row, title, form, nature)]
        found = exact if len(exact) == 1 else of_class
        if len(found) > 1:
            raise UnusableInputError(
                f"Several lines of Table I may be meant by --code {trade.code} of {derivative.name}. Give its row in "
                f"Table I as one of its own, with --table I and --line.{_names(found)}"
            )
        if found:
            return self.show(found[0])
        described = trade._replace(security=title, ownership=form, nature=nature, line=(), is_new=False)
        return self._described(described, TABLE_I)

    def change(self, change: Change) -> None:
        """Bring lines up to date with a change since the last form."""
        if isinstance(change, Drift):
            self._drift(change)
        else:
            self._split(change)

    def listed(self, *, everything: bool) -> Iterator[Position]:
        """The lines to list as holdings: those of the classes traded, in Table I, and with ``everything`` all."""
        traded = {words(_plain(each.cells["securityTitle"])) for each in self._all() if each.is_traded}
        for held in self._held:
            known = self._shown.get(id(held))
            if (known is not None and known.is_traded) or not (known.balance if known else held.balance):
                continue
            if everything and has_expired(held, self._on or held.entry.made):
                self._account.leave(f"{held.name}: {number(held.balance)} ({held.source})", "it has expired")
            elif everything or (held.row.table == NAMES[TABLE_I] and words(held.row.security_title.value) in traded):
                yield self.show(held)
            else:
                self._account.leave(
                    f"{held.name}: {number(held.balance)} ({held.source})",
                    "another class or grant than those traded (--all-holdings lists it)",
                )

    def show(self, held: Held) -> Position:
        """The position of a known line, which the draft then shows."""
        found = self._shown.get(id(held))
        if found is None:
            found = self._shown[id(held)] = position_of(held, self._notes)
            self._account.take(f"{held.name}: balance {number(held.balance)}", held.source)
            if held.entry.gap is not None:
                self._account.check(
                    f"The balance of {held.name} in {held.source} does not continue the one before it; "
                    f"`form4gen ledger` shows both. Confirm it."
                )
        return found

    def _all(self) -> Iterator[Position]:
        yield from self._shown.values()
        yield from self._new.values()

    def _open_lines(self) -> list[Held]:
        return [each for each in self._held if each.balance or not has_expired(each, self._on or each.entry.made)]

    def _one(self, selectors: Sequence[str], lines: Sequence[Held], table: str = "") -> Held:
        found = fitting(lines, selectors)
        if len(found) > 1:
            found = [each for each in found if each.balance] or found
        if len(found) == 1:
            return found[0]
        where = f" of {NAMES[table]}" if table else ""
        asked = "".join(f" --line {each!r}" for each in selectors)
        if found:
            raise UnusableInputError(
                f"Several lines{where} may be meant{asked and ' by'}{asked}. Choose one with "
                f"--line and words of its name.{_names(found)}"
            )
        raise UnusableInputError(
            f"No line{where} is known{asked and ' that fits'}{asked}. Give words of a name below, or describe a new "
            f"line with --security.{_names(lines)}"
        )

    def _described(self, trade: Trade, table: str) -> Position:
        """The line that a trade describes: a known one if there is one with these values, otherwise a new one."""
        wanted = new_position(trade, table)
        key = (table, repr(wanted.cells))
        same = [] if trade.is_new else self.described_alike(trade, table)
        same = fitting(same, trade.line) if trade.line else same
        same = [each for each in same if each.balance] or same[-1:]
        if len(same) == 1:
            return self.show(same[0])
        if len(same) > 1:
            raise UnusableInputError(
                f"Several lines fit what --security describes. Choose one with --line, or give --new.{_names(same)}"
            )
        if key not in self._new:
            self._new[key] = wanted
            self._account.check(f"{wanted.name} is on no earlier form. Confirm that nothing was held before.")
        return self._new[key]

    def described_alike(self, trade: Trade, table: str) -> list[Held]:
        """The known lines of a table that have every value with which a trade describes its line."""
        return [each for each in self._held if each.row.table == NAMES[table] and _is_described(each.row, trade)]

    def _drift(self, drift: Drift) -> None:
        lines = [each for each in self._open_lines() if each.row.table == NAMES[TABLE_I]]
        position = self.show(self._one(drift.line, lines, TABLE_I))
        position.moves(drift.shares)
        since = day(self._one(drift.line, lines, TABLE_I).entry.made)
        did, way = ("acquired", "Includes") if drift.shares > 0 else ("disposed of", "Excludes")
        text = (
            f"{way} {number(drift.shares.copy_abs())} shares {did} since the last report ({since}) under {drift.how}, "
            "exempt from reporting."
        )
        position.notes = (*position.notes, self._notes.added(text, "--exempt"))
        self._account.take(f"{position.name}: {drift.shares:+,f} since the last form", "--exempt")

    def _split(self, split: Split) -> None:
        lines = fitting(self._held, split.line) if split.line else list(self._held)
        if not lines:
            raise UnusableInputError(f"No line fits what follows --split.{_names(self._held)}")
        ratio = Fraction(split.new, split.old)
        text = f"Adjusted to reflect a {split.new}-for-{split.old} stock split since the last report."
        note = self._notes.added(text, "--split")
        for held in lines:
            if not held.balance or has_expired(held, self._on or held.entry.made):
                continue
            position = self.show(held)
            before = position.balance or Decimal(0)
            position.balance = decimal_of(Fraction(before) * ratio)
            if position.balance is None:
                raise UnusableInputError(
                    f"A {split.new}-for-{split.old} split of {number(before)} ({held.name}) is no number that EDGAR "
                    "takes. Enter the balance by hand."
                )
            position.notes = (*position.notes, note)
            self._account.take(
                f"{held.name}: {number(before)} x {split.new} / {split.old} = {number(position.balance)}", "--split"
            )
            if position.table == TABLE_II:
                self._reprice(position, split)

    def _reprice(self, position: Position, split: Split) -> None:
        cell = position.cells.get("conversionOrExercisePrice")
        price = cell.get("value") if isinstance(cell, dict) else cell
        if not isinstance(price, Decimal) or not price:
            return
        exact = Fraction(price) * split.old / split.new
        new = decimal_of(exact)
        if new is None:
            new = (price * split.old / split.new).quantize(_CENTS_OF_A_CENT)
            self._account.check(
                f"The exercise price of {position.name} is rounded to {dollars(new)} after the split. Confirm it."
            )
        position.cells["conversionOrExercisePrice"] = cell | {"value": new} if isinstance(cell, dict) else new
        self._account.take(f"{position.name}: exercise price {dollars(price)} becomes {dollars(new)}", "--split")


def _plain(value: object) -> str:
    """The text of a cell of the document."""
    text = value.get("value") if isinstance(value, dict) else value
    return text if isinstance(text, str) else ""


def _is(row: Row, title: str, form: str, nature: str) -> bool:
    """Whether a row is of a class and form of ownership, and of a nature if one is given."""
    same_nature = not nature or words(row.nature_of_ownership.value) == words(nature)
    is_form = row.direct_or_indirect_ownership.value == form
    return words(row.security_title.value) == words(title) and is_form and same_nature


def _is_described(row: Row, trade: Trade) -> bool:
    """Whether a row has every value with which a trade describes its line."""
    form = trade.ownership or ("I" if trade.nature else "D")
    terms = {
        "conversion_or_exercise_price": trade.exercise_price,
        "exercise_date": trade.exercisable,
        "expiration_date": trade.expires,
    }
    if any(getattr(row, key).value != value for key, value in terms.items() if hasattr(row, key)):
        return False
    if trade.underlying and words(row.underlying_security_title.value) != words(trade.underlying):  # type: ignore[attr-defined]
        return False
    same_nature = words(row.nature_of_ownership.value) == words(trade.nature)
    return _is(row, trade.security, form, "") and same_nature


def _names(lines: Sequence[Held]) -> str:
    named = "".join(f"\n  {described(each)}" for each in lines[:_LISTED])
    more = len(lines) - _LISTED
    return f"{named}{f'{chr(10)}  and {more} more' if more > 0 else ''}"

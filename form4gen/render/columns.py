"""How wide each column of a table is: no narrower than its longest word, and wider where that saves lines.

Widths are thousandths of the font size of a cell, as in ``measure``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import ceil

from form4gen.records import NamedTuple
from form4gen.render.measure import width

# To save lines, only the first words of a text and the commonest texts of a column are looked at: that bounds the work.
_MOST_WORDS, _MOST_TEXTS = 64, 50

Words = tuple[tuple[int, int], ...]
"""What a cell has, between which a line may end: the width of each word, and of the space after it."""


class Plan(NamedTuple):
    """What is fixed about the columns of a table.

    ``heads`` has the widest word of each head, ``usual`` the percentages of a table that has nothing to tell them
    apart, ``room`` the width of the whole, and ``margin`` what padding and rules take in each column.
    """

    heads: tuple[str, ...]
    usual: tuple[float, ...]
    room: int = 100_000  # a window of 1280 pixels; paper has a little more
    margin: int = 800
    head_size: float = 0.82

    @property
    def floors(self) -> list[int]:
        """The least width of each column, at which no word of its head is broken."""
        return [self.margin + ceil(width(word) * self.head_size) for word in self.heads]


# "Transact" because "Transaction" is above two columns, with the V.
TABLE_I = Plan(
    ("Security", "Transaction", "Day/Year)", "Transact", "V", "Amount", "(A) or", "Price", "Transaction(s)",
     "Ownership", "Ownership"),
    (18, 7, 7, 4.8, 2.2, 10, 4.5, 9.5, 11, 7, 19),
)  # fmt: skip
TABLE_II = Plan(
    ("Derivative", "Conversion", "Transaction", "Day/Year)", "Transact", "V", "Securities", "Disposed", "Exercisable",
     "Expiration", "Underlying", "Amount or", "Derivative", "Transactions", "Ownership", "Ownership"),
    (10, 6.2, 5.9, 5.9, 3.8, 2, 6.2, 6.2, 5.9, 5.9, 7.6, 6.2, 6.2, 6.3, 4.8, 10.9),
)  # fmt: skip
OWNERS = Plan(("Reporting", "Address", "Director", "Owner", "Officer", "Other"), (26, 34, 8, 8, 12, 12))
# City, state and postal code in Item 1, as wide as on the narrowest telephone and as on a usual one.
PLACE = Plan(("(City)", "(State)", "(Zip/Postal Code)"), (32.2, 32.1, 32.2), 16_850, 400, 0.68)
PLACE_ON_A_USUAL_TELEPHONE = 21_100


def needed(plan: Plan, rows: Sequence[Sequence[Words]]) -> list[int]:
    """The least width of each column, at which no word of it is broken."""
    least = plan.floors
    for row in rows:
        for column, words in enumerate(row):
            for word, _ in words:
                least[column] = max(least[column], word + plan.margin)
    return least


def shares(plan: Plan, rows: Sequence[Sequence[Words]]) -> tuple[str, ...]:
    """The percentage of each column; together they are those of ``plan.usual``."""
    widths = needed(plan, rows)
    room = plan.room - sum(widths)
    if room > 0:
        room = _widen_to_save_lines(widths, room, rows, plan.margin)
        _spread(widths, room, plan)
    whole = sum(plan.usual) / sum(widths)
    return tuple(f"{each * whole:.2f}" for each in widths)


def _widen_to_save_lines(widths: list[int], room: int, rows: Sequence[Sequence[Words]], margin: int) -> int:
    """Widen the columns where that saves the most lines for its width, and return the room that is left.

    Lines count squared: a cell of six lines makes its row taller than three cells of two.
    """
    columns = [
        _savings(Counter(words[:_MOST_WORDS] for words in column if len(words) > 1), widths[number] - margin)
        for number, column in enumerate(zip(*rows, strict=True))
    ]
    while True:
        best, gain = None, 0.0
        for number, column in enumerate(columns):
            saved = 0
            for at, saving in column:
                more = at + margin - widths[number]
                if more > room:
                    break
                saved += saving
                if saved > gain * more:
                    best, gain = (number, more), saved / more
        if best is None:
            return room
        number, more = best
        widths[number] += more
        room -= more
        columns[number] = [each for each in columns[number] if each[0] + margin > widths[number]]


def _savings(texts: Counter[Words], start: int) -> list[tuple[int, int]]:
    """The widths beyond ``start`` at which the lines of a column become fewer, with what each saves."""
    found: Counter[int] = Counter()
    for words, rows in texts.most_common(_MOST_TEXTS):
        before = 0
        for at, lines in _steps(words, start):
            if before:
                found[at] += rows * (before * before - lines * lines)
            before = lines
    return sorted(found.items())


def _steps(words: Words, start: int) -> Iterator[tuple[int, int]]:
    """The number of lines of a text at ``start``, then each width at which it is smaller."""
    at, fewest = start, 0
    while fewest != 1:
        lines, following = _lines(words, at)
        if not fewest or lines < fewest:
            fewest = lines
            yield at, lines
        at = following


def _lines(words: Words, room: int) -> tuple[int, int]:
    """The number of lines of a text in ``room``, and the next width at which they would end elsewhere."""
    lines, line, following = 1, -1, 0
    space = 0
    for word, after in words:
        if line < 0 or line + space + word <= room:
            line = max(line, 0) + space + word
        else:
            needs = line + space + word
            following = min(following, needs) if following else needs
            lines += 1
            line = word
        space = after
    return lines, following


def _spread(widths: list[int], room: int, plan: Plan) -> None:
    """Give out what is left, first to columns that are narrower than usual."""
    usual = [share * plan.room / sum(plan.usual) for share in plan.usual]
    lacking = [max(0.0, want - have) for want, have in zip(usual, widths, strict=True)]
    first = min(float(room), sum(lacking))
    for column, (lack, want) in enumerate(zip(lacking, usual, strict=True)):
        part = first * lack / sum(lacking) if lack else 0.0
        widths[column] += int(part + (room - first) * want / plan.room)

"""Several cells of the form in a few words: ``Table I, rows 1-31, column 4, Price``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from form4gen.records import NamedTuple

_FEW = 3
"""Unlike places that are all named; of more, these and how many others there are."""


class _Name(NamedTuple):
    """A cell's name around its number: ``Table I, row``, ``2``, ``column 4, Price``; without a number, the whole."""

    before: str
    number: int | None
    after: str
    letter: str = ""


def folded(cells: Iterable[str], ranges: int = 20) -> str:
    """The cells, those that differ in one number together; of more than ``ranges`` ranges, how many rows they are."""
    groups: dict[tuple[str, str, str], list[int]] = {}
    for cell in cells:
        name = _name_of(cell)
        numbers = groups.setdefault((name.before, name.letter, name.after), [])
        if name.number is not None:
            numbers.append(name.number)
    same: dict[tuple[str, str, tuple[int, ...]], list[str]] = {}
    for (before, letter, after), numbers in groups.items():
        same.setdefault((before, letter, tuple(sorted(set(numbers)))), []).append(after)
    parts = [
        ", ".join(part for part in (_numbered(before, letter, numbers, ranges), " and ".join(afters)) if part)
        for (before, letter, numbers), afters in same.items()
    ]
    if len(parts) > _FEW + 1:
        return f"{'; '.join(parts[:_FEW])}; and {len(parts) - _FEW} other places"
    return "; ".join(parts)


def spans(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """The ranges of consecutive numbers: (1, 3) and (5, 5) for 1, 2, 3, 5."""
    found: list[tuple[int, int]] = []
    for each in numbers:
        if found and each == found[-1][1] + 1:
            found[-1] = (found[-1][0], each)
        else:
            found.append((each, each))
    return found


def _numbered(before: str, letter: str, numbers: tuple[int, ...], ranges: int) -> str:
    if not numbers:
        return before
    head, _, noun = before.rpartition(", ")
    if len(numbers) > 1:
        noun = noun.replace("Power of", "Powers of") if noun == "Power of attorney" else f"{noun}s"
    found = spans(numbers)
    if len(found) > ranges:
        return f"{len(numbers)} {noun.lower()} of {head}" if head else f"{len(numbers)} {noun.lower()}"
    words = ", ".join(
        f"{letter}{first}" if first == last else f"{letter}{first}-{letter}{last}" for first, last in found
    )
    return f"{f'{head}, ' if head else ''}{noun} {words}"


def _name_of(cell: str) -> _Name:
    parts = cell.split(", ")
    for place, part in enumerate(parts):
        noun, _, last = part.rpartition(" ")
        digits = last.removeprefix("F")
        is_item = noun in ("Item", "Items", "column", "Table")
        if noun and not is_item and digits.isascii() and digits.isdecimal():
            before = ", ".join((*parts[:place], noun))
            return _Name(before, int(digits), ", ".join(parts[place + 1 :]), last[: -len(digits)])
    return _Name(cell, None, "")

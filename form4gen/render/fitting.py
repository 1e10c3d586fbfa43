"""Where a line of a cell may end, and how wide the columns are for that.

Nothing that is read as one is divided: a word, a number, a dollar sign and its number, a text and its footnote marks.
Only where the page has no room for that, more is allowed, one thing after the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from form4gen.records import NamedTuple
from form4gen.render.columns import PLACE, PLACE_ON_A_USUAL_TELEPHONE, Plan, needed, shares
from form4gen.render.measure import width

_SPACE, _MARK_SIZE = width(" "), 0.76
# How much is allowed: footnote marks begin a line of their own; numbers end a line after a comma, and marks anywhere.
_NOTHING, _MARKS_APART, _ANYTHING = range(3)
# The longest part of a word that is not divided, in characters.
_LONGEST_WORD = (30, 30, 12)


class Mark(NamedTuple):
    """A footnote mark in a cell.

    ``note`` is the anchor of its note, if that note exists; ``anchor`` is its own, if it is the first mark of its note.
    ``name`` is how the link to the note is read aloud.
    """

    text: str
    note: str
    anchor: str
    name: str


class PageCell(NamedTuple):
    """A cell with its footnote marks; ``gap`` comes before each mark, and a line may end between two ``pieces``.

    With ``is_whole``, the last piece and the marks are kept on one line.
    """

    text: str
    pieces: tuple[str, ...]
    marks: tuple[Mark, ...]
    gap: str
    is_whole: bool = True


Row = tuple[PageCell, ...]


def fitted(plan: Plan, rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """The rows with the ends that their lines may have, and the percentage of each column."""
    for allowed in (_NOTHING, _MARKS_APART, _ANYTHING):
        cells = tuple(tuple(_divided(cell, allowed) for cell in row) for row in rows)
        words = [[tuple(_words(cell)) for cell in row] for row in cells]
        if sum(needed(plan, words)) <= plan.room:
            break
    return cells, shares(plan, words)


def column_shares(plan: Plan, rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The percentage of each column of a table of plain texts."""
    return shares(plan, _words_of(rows))


def place_shares(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The percentages for city, state and postal code.

    If a city takes two lines on the narrowest telephone, but one on a usual one, the widths are those of the usual one,
    unless a word would then be broken on the narrowest.
    """
    words = _words_of(rows)
    found = shares(PLACE, words)
    wider = shares(PLACE._replace(room=PLACE_ON_A_USUAL_TELEPHONE), words)
    whole = [[((width(text), 0),) for text in row] for row in rows]
    if _are_whole(found, PLACE.room, whole) or not _are_whole(wider, PLACE_ON_A_USUAL_TELEPHONE, whole):
        return found
    return wider if _are_whole(wider, PLACE.room, words) else found


def _are_whole(found: Sequence[str], room: int, rows: Sequence[Sequence[Sequence[tuple[int, int]]]]) -> bool:
    """Whether no word of these columns is broken in this room."""
    widths = [float(each) * room / sum(PLACE.usual) for each in found]
    return all(word <= each for row in rows for each, words in zip(widths, row, strict=True) for word, _ in words)


def _words_of(rows: Sequence[Sequence[str]]) -> list[list[tuple[tuple[int, int], ...]]]:
    """The width of each word of plain texts, and of the space after it."""
    longest = _LONGEST_WORD[_NOTHING]
    return [[tuple((width(word[:longest]), _SPACE) for word in text.split()) for text in row] for row in rows]


def _divided(cell: PageCell, allowed: int) -> PageCell:
    if not cell.text:
        return cell._replace(is_whole=allowed < _ANYTHING)
    text = cell.text.replace("$ ", "$\u00a0")
    pieces = [text] if len(text) <= _LONGEST_WORD[allowed] else _pieces(text, allowed)
    if cell.marks and allowed:
        pieces[-1] += cell.gap
        pieces.append("")
    elif cell.marks:
        start, space, last = pieces[-1].rpartition(" ")
        pieces[-1:] = [start + space, last] if space else [last]
    return cell._replace(pieces=tuple(pieces), is_whole=allowed < _ANYTHING)


def _pieces(text: str, allowed: int) -> list[str]:
    """The text, cut within words that are too long for any column."""
    found = [""]
    for word in text.split(" "):
        first, *others = _parts(word, allowed)
        found[-1] += first
        found += others
        found[-1] += " "
    found[-1] = found[-1].removesuffix(" ")
    return found


def _parts(word: str, allowed: int) -> list[str]:
    """The parts of a word between which a line may end."""
    longest = _LONGEST_WORD[allowed]
    if allowed == _ANYTHING and not word.strip("$\u00a00123456789,."):
        *thousands, last = word.split(",")
        return [*(f"{part}," for part in thousands), *_parts_of(last, longest)]
    return _parts_of(word, longest)


def _parts_of(word: str, longest: int) -> list[str]:
    return [word[at : at + longest] for at in range(0, len(word), longest)] or [""]


def _words(cell: PageCell) -> Iterator[tuple[int, int]]:
    """The width of each part of a cell that is not divided, and of the space after it."""
    *before, last = cell.pieces
    for piece in before if cell.marks else cell.pieces:
        *words, end = piece.split(" ")
        yield from ((width(word), _SPACE) for word in words)
        if end:
            yield width(end), 0
    if cell.marks:
        marks = [int(width(mark.text) * _MARK_SIZE) for mark in cell.marks]
        gap = width(cell.gap)
        if cell.is_whole:
            yield width(last) + sum(marks) + gap * (len(marks) - (not last)), 0
        else:
            yield from ((mark, gap) for mark in marks)

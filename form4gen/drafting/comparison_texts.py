"""What changed within a text, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from itertools import groupby

from form4gen.records import NamedTuple

_MOST_EDITS = 200
"""Texts that differ in more words are shown one after the other; the work grows with the square of this number."""


class Mark(Enum):
    """Whether words are in both texts, only in the first or only in the second."""

    SAME = "same"
    OLD = "old"
    NEW = "new"


class Run(NamedTuple):
    """Words with the same mark."""

    mark: Mark
    words: str


def runs(old: str, new: str) -> tuple[Run, ...]:
    """The two texts as one: what is the same, and at each place where they differ the old words, then the new ones.

    Spacing is one blank, since the form shows no other. Texts with less than half of their words in common are shown
    whole, the old one first.
    """
    first, second = old.split(), new.split()
    begin = _common(first, second)
    end = _common(first[begin:][::-1], second[begin:][::-1])
    script = _edits(first[begin : len(first) - end], second[begin : len(second) - end])
    if script is None or 2 * (begin + end + script.count("=")) < max(len(first), len(second)):
        return tuple(Run(mark, " ".join(words)) for mark, words in ((Mark.OLD, first), (Mark.NEW, second)) if words)
    return tuple(_joined(_marked("=" * begin + script + "=" * end, first, second)))


def _common(first: Sequence[str], second: Sequence[str]) -> int:
    """How many words both begin with."""
    for number, (one, other) in enumerate(zip(first, second, strict=False)):
        if one != other:
            return number
    return min(len(first), len(second))


def _edits(first: Sequence[str], second: Sequence[str]) -> str | None:
    """The fewest edits from one to the other, a sign a word: ``=``, ``-`` or ``+``; None if there are too many.

    E. W. Myers, An O(ND) Difference Algorithm and Its Variations (1986).
    """
    reached = {1: 0}
    history: list[dict[int, int]] = []
    for edits in range(min(len(first) + len(second), _MOST_EDITS) + 1):
        history.append(dict(reached))
        for line in range(-edits, edits + 1, 2):
            is_down = line == -edits or (line != edits and reached[line - 1] < reached[line + 1])
            at = reached[line + 1] if is_down else reached[line - 1] + 1
            while at < len(first) and at - line < len(second) and first[at] == second[at - line]:
                at += 1
            reached[line] = at
            if at >= len(first) and at - line >= len(second):
                return _traced(history, len(first), len(second))
    return None


def _traced(history: Sequence[dict[int, int]], at: int, below: int) -> str:
    """The edits that led to the ends of both texts, found from the last to the first."""
    script = ""
    for edits in range(len(history) - 1, -1, -1):
        reached, line = history[edits], at - below
        is_down = line == -edits or (line != edits and reached[line - 1] < reached[line + 1])
        before = line + 1 if is_down else line - 1
        start = reached[before]
        script += "=" * (at - start if is_down else at - start - 1)
        if edits:
            script += "+" if is_down else "-"
        at, below = start, start - before
    return script[::-1]


def _marked(script: str, first: Sequence[str], second: Sequence[str]) -> Iterator[tuple[Mark, str]]:
    """Each word with its mark; where the texts differ, the old words before the new ones."""
    old, new = iter(first), iter(second)
    for is_same, signs in groupby(script, key=lambda sign: sign == "="):
        listed = list(signs)
        if is_same:
            for _ in listed:
                next(old)
                yield Mark.SAME, next(new)
            continue
        for _ in range(listed.count("-")):
            yield Mark.OLD, next(old)
        for _ in range(listed.count("+")):
            yield Mark.NEW, next(new)


def _joined(marked: Iterable[tuple[Mark, str]]) -> Iterator[Run]:
    for mark, words in groupby(marked, key=lambda each: each[0]):
        yield Run(mark, " ".join(word for _, word in words))

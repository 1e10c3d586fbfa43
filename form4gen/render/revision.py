"""Writes two finished values as one: what changed is deleted and inserted, by the macros of a template."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from markupsafe import Markup

from form4gen.records import NamedTuple
from form4gen.render.templates import environment

Runs = Callable[[str, str], Iterable[tuple[str, str]]]
"""The words of two texts in order, each with whether both have it (same), only the first (old) or the second (new)."""


class Aligned(NamedTuple):
    """An element of a list: its position in the old form and in the new one, None where it is missing, and a label.

    ``is_kept`` if it still stands although the new form leaves it out.
    """

    old: int | None
    new: int | None
    label: str = ""
    is_kept: bool = False


class Pen:
    """Writes what changed as HTML, with what a filer typed escaped; what did not change stays plain text."""

    def __init__(self, runs: Runs) -> None:
        self._runs = runs
        self._macros: Any = environment().get_template("comparison.parts.html.jinja").module

    def text(self, old: str, new: str) -> str:
        """A value: the old one and the new one, if they differ."""
        return self._revised(old, new, lambda: [each for each in (("old", old), ("new", new)) if each[1]])

    def words(self, old: str, new: str) -> str:
        """A text, with the words that changed."""
        return self._revised(old, new, lambda: list(self._runs(old, new)))

    def _revised(self, old: str, new: str, runs: Callable[[], list[tuple[str, str]]]) -> str:
        changed: str = new if old.split() == new.split() else self._macros.revised(runs())
        return changed

    def box(self, old: bool, new: bool) -> bool | str:  # noqa: FBT001  a box of each form
        """A box: both, if they differ."""
        changed: bool | str = new if old is new else self._macros.boxes(old, new)
        return changed

    def labeled(self, words: str, label: str) -> str:
        """Words with a label in front, if there is one."""
        return Markup("").join((self._macros.label(label), words)) if label else words

    def marked(self, words: str, change: str) -> str:
        """Words that are the ``same``, ``old`` or ``new``; blanks around them stay outside."""
        if change == "same" or not words.strip(" "):
            return words
        inner = words.strip(" ")
        before, after = words.split(inner, 1)
        return Markup("").join((before, self._macros.revised([(change, inner)]), after))

    def piece(self, words: str, cut: int) -> str:
        """A piece of a cell whose first ``cut`` characters are old and the others new."""
        cut = min(max(cut, 0), len(words))
        return Markup("").join((self.marked(words[:cut], "old"), self.marked(words[cut:], "new")))

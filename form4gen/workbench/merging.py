"""A change that was decided on one state of a filing, made on another one, where both changed different places.

The change is made twice, on the state that the browser saw and on the one that the file has. It stands if it touches
nothing that the file has otherwise, and comes to the same in both. Rows have no names: where another program may have
added, removed or moved rows, no row is taken for another one, and the person decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from form4gen.api.editing import document_of, name_of_place
from form4gen.api.unprinted import typed
from form4gen.records import NamedTuple
from form4gen.workbench.changes import Document
from form4gen.workbench.checked import Change, Checked, document_to_change
from form4gen.workbench.folder import ChangedError

_LISTED, _LETTERS = 5, 60
_MOST_COMPARED = 10_000  # pairs of rows


class Difference(NamedTuple):
    """A place, what it had, and what it has; None for nothing."""

    at: str
    was: Any
    now: Any

    @property
    def place(self) -> str:
        """The place in the form's words."""
        return name_of_place(self.at)


class Merged(NamedTuple):
    """The document with a change; what was done, in words; where to go on; and what the file had changed before."""

    document: Document
    words: str
    at: str
    others: str


def merged(base: Checked, now: Checked, do: Change) -> Merged:
    """Make a change that was decided on ``base``, where the filing is another by now.

    Raises ChangedError where that is not certain, and what ``do`` raises.
    """
    mine, before = document_to_change(base), document_to_change(base)
    document, theirs = document_to_change(now), document_to_change(now)
    do(mine, base)
    ours = {each.at: each for each in differences(before, mine, has_same_rows=True)}
    others = list(differences(before, theirs))
    same = {each.at for each in others if each.at in ours and ours[each.at].now == each.now}
    met = [each for each in others if each.at not in same and any(_overlap(each.at, at) for at in ours)]
    if met:
        raise ChangedError(f"{_met_words(met)} {_ours_words(list(ours.values()))}")
    words, at = do(document, now)
    if list(differences(theirs, document, has_same_rows=True)) != [each for at, each in ours.items() if at not in same]:
        raise ChangedError(f"{others_words(others)} The change would no longer be the same.")
    return Merged(document, words, at, others_words(others))


def differences(before: Any, after: Any, at: str = "", *, has_same_rows: bool = False) -> Iterator[Difference]:
    """Where two documents differ, in the smallest places. A list whose rows may be others is one place.

    With ``has_same_rows``, rows are known to be the same if their number is.
    """
    if isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys((*before, *after)):
            step = str(key).replace("~", "~0").replace("/", "~1")
            yield from differences(before.get(key), after.get(key), f"{at}/{step}", has_same_rows=has_same_rows)
    elif _are_rows(before, after) and (has_same_rows or _are_the_same(before, after)):
        for number, pair in enumerate(zip(before, after, strict=True)):
            yield from differences(*pair, f"{at}/{number}", has_same_rows=has_same_rows)
    elif before != after:
        yield Difference(at, before, after)


def _are_rows(before: Any, after: Any) -> bool:
    both = isinstance(before, list) and isinstance(after, list)
    return both and len(before) == len(after) and all(isinstance(each, dict) for each in (*before, *after))


def _are_the_same(before: list[Document], after: list[Document]) -> bool:
    """Whether each row that changed is more like the one that was in its place than like any other."""
    changed = [number for number, row in enumerate(after) if row != before[number]]
    if len(changed) * len(before) > _MOST_COMPARED:
        return False
    for number in changed:
        unlike = [_unlike(after[number], each) for each in before]
        if unlike.count(min(unlike)) > 1 or unlike[number] != min(unlike):
            return False
    return True


def _unlike(row: Document, other: Document) -> int:
    return sum(row.get(key) != other.get(key) for key in {**row, **other})


def _overlap(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other}/") or other.startswith(f"{one}/")


def others_words_between(base: Checked, now: Checked) -> str:
    """What another program or tab changed, where both states are filings."""
    before, after = document_of(base.loaded), document_of(now.loaded)
    if before is None or after is None:
        return "Another program or tab changed this file."
    return others_words(list(differences(before, after)))


def others_words(others: list[Difference]) -> str:
    """What another program or tab changed: ``Another program or tab changed 2 places: ...``."""
    if not others:
        return "Another program or tab wrote this file anew, with the same values."
    listed = "; ".join(each.place for each in others[:_LISTED])
    more = f"; and {len(others) - _LISTED} more" if len(others) > _LISTED else ""
    number = "1 place" if len(others) == 1 else f"{len(others)} places"
    return f"Another program or tab changed {number}: {listed}{more}."


def _met_words(met: list[Difference]) -> str:
    each = met[0]
    if isinstance(each.was, list) or isinstance(each.now, list):
        return f"Another program or tab changed the entries of {each.place}."
    return f"Another program or tab changed {each.place}: it was {_quoted(each.was)}, and is {_quoted(each.now)} now."


def _ours_words(ours: list[Difference]) -> str:
    if len(ours) != 1 or isinstance(ours[0].now, list | dict):
        return ""
    return f"You entered {_quoted(ours[0].now)}."


def _quoted(value: Any) -> str:
    shown = value.get("value") if isinstance(value, dict) else value
    text = typed(shown)
    return f'"{text[:_LETTERS]}{"..." if len(text) > _LETTERS else ""}"' if text else "empty"

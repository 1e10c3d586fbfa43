"""The Compare screen: what changed in a filing since another file, an earlier state, or what a tab showed."""

from __future__ import annotations

from typing import Any

from form4gen.api.comparison import (
    Side,
    compared,
    comparison_form,
    comparison_groups,
    comparison_summary,
    is_amended_by,
    related,
    side,
)
from form4gen.api.editing import day
from form4gen.api.load import Filing
from form4gen.errors import UnusableInputError
from form4gen.records import NamedTuple
from form4gen.workbench.checked import Checked, Checker
from form4gen.workbench.folder import ChangedError, Folder, NotThereError
from form4gen.workbench.saving import Saved

BEFORE, SEEN, UNSAVED = "before:", "seen:", "unsaved:"
"""What a choice starts with that is no file: the number of a state, the digest of what a tab showed, and of that with
its changes that are not saved.
"""

Choices = list[tuple[str, str]]


def compare(folder: Folder, checker: Checker, saved: Saved, name: str, other: str) -> dict[str, Any]:
    """What may be chosen, and what changed since ``other``: in words and on the form, with the style of its columns.

    Each change has its place in the filing. ``fault`` says why there is no comparison.

    Raises NotThereError for what is not there, and what reading raises.
    """
    checked = checker.check(name)
    choices = _choices(folder, checker, saved, checked)
    if other.startswith(SEEN):
        choices.append(("This tab", [(other, "What this tab showed")]))
    if other.startswith(UNSAVED):
        choices.append(("This tab", [(other, "This tab, with what is not saved")]))
    shown: dict[str, Any] = {"between": (), "form": "", "columns": "", "fault": ""}
    if other:
        known = {value: words for _, group in choices for value, words in group}
        try:
            shown |= _shown(*_sides(_raw(folder, saved, name, other), checked, known.get(other, other)), checked.name)
        except NotThereError:
            raise
        except UnusableInputError as error:
            shown["fault"] = str(error)
    return {"choices": [group for group in choices if group[1]], "chosen": other} | shown


def _choices(folder: Folder, checker: Checker, saved: Saved, checked: Checked) -> list[tuple[str, Choices]]:
    """What the filing may be compared with, in groups: forms on file with the nearest first, other files, states."""
    on_file = checker.on_file(checked.name)
    nearest = _nearest(checked, on_file)
    filed = [(name, f"{name}: {_words(filing, nearest.get(name, ''))}") for name, filing in on_file]
    names = {name for name, _ in filed}
    states = saved.states(checked.name)
    others = [name for name, _ in folder.on_file() if name not in names and name != checked.name]
    return [
        ("Forms on file", sorted(filed, key=lambda each: each[0] not in nearest)),
        ("Other files", [(name, name) for name in others]),
        (
            "Earlier states",
            [(f"{BEFORE}{each.number}", f"Before: {each.words}") for each in states],
        ),
    ]


def _nearest(checked: Checked, on_file: list[tuple[str, Filing]]) -> dict[str, str]:
    """What forms on file are to the filing, by their names."""
    if checked.loaded.filing is None:
        return {}
    filings = [filing for _, filing in on_file]
    found = related(checked.loaded.filing, filings, checked.report.filed_at.date())
    named = {}
    for name, filing in on_file:
        if filing is found.original:
            named[name] = "amended by this filing"
        elif any(filing is each for each in found.amendments):
            named[name] = "amends this filing"
        elif filing is found.last:
            named[name] = "filed last"
    return named


def _words(filing: Filing, nearest: str) -> str:
    traded = f" for {day(filing.period_of_report)}" if filing.period_of_report else ""
    return f"Form {filing.document_type}{traded}{', ' if nearest else ''}{nearest}"


def _raw(folder: Folder, saved: Saved, name: str, other: str) -> bytes:
    """The text to compare with."""
    if other.startswith((SEEN, UNSAVED)):
        kind, _, digest = other.partition(":")
        try:
            return saved.seen(name, digest) if f"{kind}:" == SEEN else saved.unsaved(name, digest)
        except ChangedError:
            raise UnusableInputError("What this tab showed is not known any more.") from None
    for state in saved.states(name):
        if other == f"{BEFORE}{state.number}":
            return state.text.encode()
    return folder.read(other).raw


class _Named(NamedTuple):
    """A side of the comparison, its text, and its name."""

    side: Side
    raw: bytes
    name: str


def _sides(raw: bytes, checked: Checked, words: str) -> tuple[_Named, _Named]:
    """The old and the new side; an amendment is the new one, also where its original is on the screen."""
    theirs, ours = _Named(side(raw), raw, words), _Named(side(checked.content.raw), checked.content.raw, checked.name)
    return (ours, theirs) if is_amended_by(ours.side.filing, theirs.side.filing) else (theirs, ours)


def _shown(old: _Named, new: _Named, name: str) -> dict[str, Any]:
    found = compared(old.side, new.side)
    form, columns = comparison_form(found)
    place = "old_at" if old.name == name else "new_at"
    groups = comparison_groups(found)
    for each in (one for group in groups for one in group["listed"]):
        each["pointer"] = each[place].pointer if each[place] else ""
    return {
        "between": (old.name, new.name),
        "sentences": comparison_summary(found),
        "groups": groups,
        "form": form,
        "columns": f".page {{{columns}}}" if columns else "",
    }


def files_to_compare(
    folder: Folder, checker: Checker, saved: Saved, name: str, other: str
) -> tuple[tuple[str, bytes], tuple[str, bytes]]:
    """The old and the new side as files, each by its name. Raises as ``compare``, and UnusableInputError."""
    is_file = not other.startswith((BEFORE, SEEN, UNSAVED))
    raw = _raw(folder, saved, name, other)
    old, new = _sides(raw, checker.check(name), other if is_file else f"earlier-{name}")
    return (old.name, old.raw), (new.name, new.raw)

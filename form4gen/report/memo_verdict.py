"""The verdict of the memorandum: a heading, a few sentences, and the kind of frame around them."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.records import NamedTuple
from form4gen.report.phrases import count, figure
from form4gen.report.verdict import Case, Verdict, late_rows

_STOPS = (Case.NOT_A_FILING, Case.NOT_CHECKED, Case.ERRORS, Case.ERRORS_AND_LATE, Case.WARNINGS_COUNT)


class Box(NamedTuple):
    """The verdict; ``frame`` is ``stop``, ``late``, ``review`` or ``ready``, and ``left`` follows ``due``."""

    heading: str
    sentences: str
    frame: str
    due: str = ""
    left: str = ""


def box(each: Verdict) -> Box:
    """The verdict in words: numbers below ten are written out."""
    return Box(_heading(each), " ".join(_sentences(each)), _frame(each))


def _frame(each: Verdict) -> str:
    if each.case in _STOPS:
        return "stop"
    if each.case is Case.LATE:
        return "late"
    return "review" if each.case is Case.WARNINGS or _is_in_part(each) else "ready"


def _is_in_part(each: Verdict) -> bool:
    """Whether settings leave out rules, or hide errors."""
    return bool(each.held_back or each.looked_at or each.excluded)


def _heading(each: Verdict) -> str:
    match each.case:
        case Case.NOT_A_FILING:
            return f"Not yet a filing: {_of(each.errors, 'fault')} to correct"
        case Case.NOT_CHECKED:
            return f"Not fully checked: {_of(each.broken, 'rule')} could not run"
    return _on_record(each) if each.is_on_record else _to_be_filed(each)


def _to_be_filed(each: Verdict) -> str:
    points = _of(each.warnings, "point")
    match each.beside:
        case Case.ERRORS:
            return f"Do not file: {_of(each.errors, 'error')} to correct"
        case Case.ERRORS_AND_LATE:
            return f"Correct and file today: {_of(each.errors, 'error')}, {_of(each.late, 'late transaction')}"
        case Case.LATE:
            return f"File now: {late_rows(each, in_words=True)}"
        case Case.WARNINGS_COUNT:
            return f"Do not file: {points} to settle first"
    if _is_in_part(each):
        return "Checked in part" + (f", {points} to review" if each.warnings else "")
    return f"Ready to file, {points} to review" if each.warnings else "Ready to file"


def _on_record(each: Verdict) -> str:
    late = f", {_of(each.late, 'late transaction')}" if each.late else ""
    if each.errors:
        return f"On file with {_of(each.errors, 'error')}{late}"
    if late:
        return f"On file{late}"
    return f"On file, {_of(each.warnings, 'point')} to review" if each.warnings else "On file, no errors"


def _sentences(each: Verdict) -> Iterator[str]:
    if each.case is Case.NOT_A_FILING:
        yield "The document cannot be read as a Form 4. No rule was run."
        return
    if each.case is Case.NOT_CHECKED:
        yield "This is a fault of the program. Do not rely on this memorandum."
        if each.errors or each.late:
            yield _of_the_rest(each)
    yield from _on_errors(each) if each.errors else _without_errors(each)
    if each.accepted:
        were, are = ("was", "is") if each.accepted == 1 else ("were", "are")
        yield f"{_of(each.accepted, 'finding').capitalize()} {were} accepted and {are} listed below."
    if each.excluded:
        yield f"The settings exclude {_of(each.excluded, 'rule')}."


def _of_the_rest(each: Verdict) -> str:
    """What the rules that ran found; the heading does not say it."""
    late = f" and {_of(each.late, 'late transaction')}" if each.late else ""
    return f"The rules that ran found {_of(each.errors, 'error')}{late}."


def _on_errors(each: Verdict) -> Iterator[str]:
    if each.is_on_record:
        yield f"A Form 4/A corrects {'it' if each.errors == 1 else 'them'}."
    elif each.late:
        errors = "error" if each.errors == 1 else "errors"
        yield f"The form is already late. Correct the {errors} and file; do not wait for anything else."
        if each.suspended:
            yield _suspending(each)
    else:
        yield _suspending(each)
    yield from _also(each)


def _also(each: Verdict) -> Iterator[str]:
    if each.warnings:
        yield f"Also {_of(each.warnings, 'warning')} to review."


def _suspending(each: Verdict) -> str:
    """What EDGAR does about the errors, and what becomes of those that it does not stop."""
    others = each.errors - each.suspended - each.unpublished
    parts = []
    if each.suspended:
        parts.append(f"EDGAR will suspend the filing for {_some(each.suspended, each.errors)}")
    if each.unpublished:
        of_them = _some(each.unpublished, each.errors)
        parts.append(f"{'it' if parts else 'EDGAR'} does not say what it does about {of_them}")
    if others == each.errors:
        them, they = ("it", "it") if others == 1 else ("them", "they")
        return f"EDGAR does not check for {them}; {they} would become public and need an amendment."
    if others:
        rest = "the other" if others == 1 else f"the other {figure(others, in_words=True)}"
        parts.append(f"{rest} would become public and need an amendment")
    return f"{'; '.join(parts)}."


def _without_errors(each: Verdict) -> Iterator[str]:
    if each.late and each.case is Case.NOT_CHECKED:
        yield from _also(each)
    elif each.late and not each.is_on_record:
        nothing = "Nothing on the form needs correction. Do not hold it back to perfect it"
        if each.warnings:
            looks = "deserves" if each.warnings == 1 else "deserve"
            yield f"{nothing}; {_of(each.warnings, 'point')} {looks} a look while it is prepared."
        else:
            yield f"{nothing}."
    elif each.beside is Case.WARNINGS_COUNT:
        yield "No errors, but the settings count warnings as errors."
    elif each.warnings:
        yield "No errors."
    elif each.late:
        yield "No errors and no other warnings."
    elif each.advisories:
        yield "No errors and no warnings."
    else:
        yield "No errors, no warnings, nothing to have in hand."
    counsel = each.advisories - each.documents
    if each.documents and not each.late:
        yield f"{_of(each.documents, 'document').capitalize()} to have in hand."
    if counsel and not each.late:
        yield f"{_of(counsel, 'point').capitalize()} for counsel."


def _some(some: int, of_all: int) -> str:
    """``it``, ``both``, ``all three``, ``one of them``."""
    if some < of_all:
        return f"{figure(some, in_words=True)} of them"
    return {1: "it", 2: "both"}.get(some) or f"all {figure(some, in_words=True)}"


def _of(many: int, thing: str) -> str:
    return count(many, thing, in_words=True)

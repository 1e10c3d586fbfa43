"""The findings of the memorandum, by item of the form, and those that were accepted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from form4gen.model.filing import Override
from form4gen.records import NamedTuple
from form4gen.report.actions import Action, form_order
from form4gen.report.causes import Cause, causes
from form4gen.report.memo_actions import needs_details, place_of
from form4gen.report.memo_items import TITLES, title_of
from form4gen.report.phrases import capitalized, figure
from form4gen.report.record import cited, plain
from form4gen.report.typography import cells, kept, ours, sums
from form4gen.rules.catalogue import Edgar
from form4gen.rules.engine import Finding

_SHORT = 24
"""Characters of two values that stand side by side."""


class Detail(NamedTuple):
    """A finding on paper: number (0 for an accepted one), place in its item, tag, rule ids, and labeled lines.

    A line of four texts has two labels with their values.
    """

    number: int
    place: str
    severity: str
    tag: str
    rules: str
    lines: tuple[tuple[str, ...], ...]


class Item(NamedTuple):
    """A part of the form with its findings."""

    title: str
    details: tuple[Detail, ...]


def by_item(listed: Iterable[Action]) -> tuple[Item, ...]:
    """The causes that the first page does not explain in full, in the order of the form."""
    shown = [each for each in listed if needs_details(each.cause)]
    groups: dict[str, list[Action]] = {title: [] for title in TITLES}
    for each in sorted(shown, key=lambda action: form_order(action.cause.lead.at)):
        groups[title_of(each.cause.cells)].append(each)
    return tuple(Item(title, tuple(_detail(each, title) for each in group)) for title, group in groups.items() if group)


def accepted(found: Iterable[Finding]) -> tuple[Detail, ...]:
    """The findings that an override accepts, those of one override together."""
    by_override: dict[Override | None, list[Finding]] = {}
    for each in found:
        by_override.setdefault(each.overridden, []).append(each)
    return tuple(_accepted(cause) for same in by_override.values() for cause in causes(same))


def _accepted(cause: Cause) -> Detail:
    lines = tuple(_lines(cause, is_told=False))
    return Detail(0, place_of(cause), cause.severity.value, _tag(cause), _rules(cause), lines)


def _detail(action: Action, title: str) -> Detail:
    cause = action.cause
    return Detail(
        action.number,
        _within(place_of(cause), title),
        cause.severity.value,
        action.tag,
        _rules(cause),
        tuple(_lines(cause, is_told=len(cause.findings) == 1)),
    )


def _within(place: str, title: str) -> str:
    """The place without the words that the title of its item has: ``Row 2, column 5``."""
    head, _, rest = place.partition(", ")
    is_named = rest and "; " not in place and title.replace("\u00a0", " ").startswith(head.replace("\u00a0", " "))
    words = rest if is_named else place
    # After the number of the action, a figure would read as a part of it.
    return capitalized(f"in {words}" if words[:1].isdecimal() else words)


def _tag(cause: Cause) -> str:
    return f"{cause.severity.value.capitalize()}{', EDGAR suspends' if cause.edgar is Edgar.SUSPENDS else ''}"


def _rules(cause: Cause) -> str:
    ids = list(dict.fromkeys(each.rule for each in cause.all))
    return f"Rule{'' if len(ids) == 1 else 's'} {', '.join(ids)}"


def _lines(cause: Cause, *, is_told: bool) -> Iterator[tuple[str, ...]]:
    """The labeled lines; ``is_told`` if the first page has the message."""
    found, expected = cause.found, cause.expected
    if not is_told or not (found or expected):
        yield "Finding", sums(ours(_message(cause)))
    yield from _values(found and kept(found), expected and kept(expected))
    if cause.arithmetic:
        yield "Arithmetic", sums(cause.arithmetic)
    for each in cause.others:
        if each.follows is None:
            yield "Also", sums(ours(each.message))
    following = [each for each in cause.others if each.follows is not None]
    if following:
        yield "Follows from it", cells(Cause(tuple(following)).places(3))
    yield "Source", kept("; ".join(cited(cause.sources)))
    accepted_by = cause.lead.overridden
    if accepted_by:
        yield "Accepted", f"{accepted_by.reason} (by {accepted_by.by})"
    elif cause.lead.remedy:
        yield "Remedy", ours(plain(cause.lead.remedy))


def _message(cause: Cause) -> str:
    """What is found, of several findings that of the first."""
    lead = cause.lead
    line = f" (line {lead.line})" if lead.edgar is None and lead.line else ""
    if len(cause.findings) == 1:
        return f"{lead.message}{line}"
    return f"{lead.message}{line} The same in {_several(cause.findings)}."


def _several(findings: Sequence[object]) -> str:
    others = len(findings) - 1
    return "one other place" if others == 1 else f"{figure(others, in_words=True)} other places"


def _values(found: str | None, expected: str | None) -> Iterator[tuple[str, ...]]:
    if found and expected and max(len(found), len(expected)) <= _SHORT:
        yield "Found", sums(found), "Expected", sums(expected)
        return
    if found:
        yield "Found", sums(found)
    if expected:
        yield "Expected", sums(expected)

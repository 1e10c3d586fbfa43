"""A comparison of two filings for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from form4gen.report.ink import Ink
from form4gen.report.wrapping import printable, wrapped

_MARGIN = "  "


def comparison_text(
    title: str, sentences: Iterable[str], groups: Iterable[tuple[str, Iterable[str]]], ink: Ink, width: int
) -> str:
    """The title, the sentences of the summary, and each difference on lines of its own; ends in a line end."""
    return "\n".join(_lines(title, sentences, groups, ink, width)) + "\n"


def _lines(
    title: str, sentences: Iterable[str], groups: Iterable[tuple[str, Iterable[str]]], ink: Ink, width: int
) -> Iterator[str]:
    yield from (ink.strong(line) for line in wrapped(printable(title), width))
    for sentence in sentences:
        yield from wrapped(printable(sentence), width)
    for heading, differences in groups:
        yield ""
        if heading:
            yield ink.strong(heading)
        for each in differences:
            yield from wrapped(printable(each), width, _MARGIN, _MARGIN * 3)

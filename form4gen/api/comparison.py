"""What changed between two filings."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from form4gen import __version__
from form4gen.accounts.history import earlier, original_of
from form4gen.api.load import load_any_form
from form4gen.api.on_record import SUBMISSION, XML, as_filed, not_compared
from form4gen.drafting.comparison import compare
from form4gen.drafting.comparison_amendment import amends
from form4gen.drafting.comparison_json import as_object
from form4gen.drafting.comparison_lines import lines
from form4gen.drafting.comparison_summary import groups, summary
from form4gen.drafting.comparison_texts import Run, runs
from form4gen.drafting.comparison_values import Comparison as Comparison
from form4gen.drafting.comparison_words import listed, sentence
from form4gen.errors import UnusableInputError
from form4gen.model.filing import Filing
from form4gen.records import NamedTuple
from form4gen.report.wrapping import WIDTH
from form4gen.resources import text_of

if TYPE_CHECKING:
    from form4gen.render.revision import Aligned


class Side(NamedTuple):
    """A filing to compare, and the media type of its file."""

    filing: Filing
    media_type: str


def side(raw: bytes, cccs: Iterable[str] = ()) -> Side:
    """A Form 3, 4 or 5 to compare, from our JSON, ownership XML or a full submission; CCCs are masked as in ``load``.

    Raises UnusableInputError if it is not a filing.
    """
    loaded = load_any_form(raw, cccs)
    if loaded.filing is None:
        raise UnusableInputError(f"It is not a filing: {loaded.findings[0].message}")
    return Side(loaded.filing, loaded.document.media_type)


def compared(old: Side, new: Side) -> Comparison:
    """The two filings field by field. If one is a file of EDGAR's, what such a file cannot hold is not compared."""
    types = old.media_type, new.media_type
    filings = old.filing, new.filing
    if SUBMISSION in types and XML not in types:
        filings = as_filed(old.filing), as_filed(new.filing)
    return compare(*filings, not_compared(types, *filings))


def comparison_text(found: Comparison, old: str, new: str, *, color: bool = False, width: int = WIDTH) -> str:
    """The comparison for a person; ``old`` and ``new`` are the names of the files."""
    from form4gen.report.comparison import comparison_text as written  # noqa: PLC0415  one format is needed
    from form4gen.report.ink import Ink  # noqa: PLC0415  the same

    shown = [(each.heading, [sentence(one) for one in listed(each.differences)]) for each in groups(found)]
    return written(" \u2192 ".join(_names(found, old, new)), summary(found), shown, Ink(color), width)


def comparison_html(found: Comparison, old: str, new: str) -> str:
    """The form with the old values struck and the new ones underlined, after a list of them: one self-contained page.

    ``render_pdf`` makes the PDF of it. Raises UnusableInputError for a Form 3 or 5, which is not drawn.
    """
    from form4gen.render.comparison import comparison_page  # noqa: PLC0415  one format is needed

    for name, filing in ((old, found.old), (new, found.new)):
        if filing.form != "4":
            raise UnusableInputError(
                f"{name} is a Form {filing.document_type}, and the page shows only Forms 4 and 4/A. Use --format text "
                "or json."
            )
    return comparison_page(
        (found.old, found.new),
        _elements(found),
        _marked,
        _names(found, old, new),
        summary(found),
        comparison_groups(found),
    )


def comparison_summary(found: Comparison) -> list[str]:
    """The comparison in a few sentences."""
    return summary(found)


def comparison_groups(found: Comparison) -> list[dict[str, Any]]:
    """The differences in words, in groups; ``runs`` are pairs of a mark (same, old or new) and words."""
    return [
        {
            "heading": group.heading,
            "listed": [each._asdict() | {"runs": _pairs(each.runs)} for each in listed(group.differences)],
        }
        for group in groups(found)
    ]


def comparison_form(found: Comparison) -> tuple[str, str]:
    """The form of ``comparison_html`` alone, as markup for a page with its styles, and the style of its columns.

    Both are empty for a Form 3 or 5, which is not drawn.
    """
    from form4gen.render.comparison import comparison_form as drawn  # noqa: PLC0415  one format is needed

    if (found.old.form, found.new.form) != ("4", "4"):
        return "", ""
    return drawn((found.old, found.new), _elements(found), _marked)


class Related(NamedTuple):
    """The forms on file to compare a filing with first, if there are such."""

    original: Filing | None
    last: Filing | None
    amendments: tuple[Filing, ...]


def related(filing: Filing, on_file: Sequence[Filing], by: date) -> Related:
    """Of forms on file: the original of the filing, the last of its persons and issuer by a day, and its amendments."""
    before = earlier(on_file, filing, by)
    amendments = tuple(each for each in on_file if is_amended_by(filing, each))
    return Related(original_of(filing, before), before[-1] if before else None, amendments)


def is_amended_by(filing: Filing, other: Filing) -> bool:
    """Whether another filing is the amendment of this one."""
    return amends(other, filing) and original_of(other, (filing,)) is not None


def _elements(found: Comparison) -> dict[str, tuple[Aligned, ...]]:
    from form4gen.render.revision import Aligned  # noqa: PLC0415  one format is needed

    return {key: tuple(Aligned(*each) for each in elements) for key, elements in lines(found).items()}


def _marked(was: str, now: str) -> list[tuple[str, str]]:
    return _pairs(runs(was, now))


def _names(found: Comparison, old: str, new: str) -> tuple[str, str]:
    return f"{old} (Form {found.old.document_type})", f"{new} (Form {found.new.document_type})"


def _pairs(found: Iterable[Run]) -> list[tuple[str, str]]:
    return [(run.mark.value, run.words) for run in found]


def comparison_json(found: Comparison, old: str, new: str) -> str:
    """The comparison for a program: JSON that ``comparison_schema`` describes."""
    return json.dumps(as_object(found, old, new, __version__), ensure_ascii=False, indent=2) + "\n"


def comparison_schema() -> str:
    """The JSON Schema of ``comparison_json``."""
    return text_of("schemas", "comparison.schema.json")

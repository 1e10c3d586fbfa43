"""The heading of a memorandum, as options of the command line."""

from __future__ import annotations

from collections.abc import Mapping

from form4gen.cli.declared import Option
from form4gen.errors import UnusableInputError
from form4gen.typed import Any

LONGEST = 200
"""Characters of a line of the heading."""

FLAGS = "--legend, --to, --matter and --prepared-by"


def fits(text: str) -> bool:
    """Whether the text is one printable line that a heading has room for."""
    return len(text) <= LONGEST and text.isprintable()


def _line(text: str) -> str:
    if not fits(text):
        raise UnusableInputError(f"Give one line of at most {LONGEST} characters.")
    return text


HEADING = tuple(
    Option(flag, name, f"Memorandum: {text}", "TEXT", read=_line)
    for flag, name, text in (
        ("--legend", "legend", 'a line at the top of each page, such as "Privileged and confidential".'),
        ("--to", "to", "the addressee."),
        ("--matter", "matter", "the matter."),
        ("--prepared-by", "prepared_by", "who prepared it."),
    )
)


def heading_of(given: Mapping[str, Any]) -> dict[str, str]:
    """The lines of the heading that are given, by name."""
    return {each.name: given[each.name] for each in HEADING if given[each.name] is not None}

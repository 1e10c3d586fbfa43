"""EX: attached .txt documents."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.law.authorities import FILER_MANUAL
from form4gen.law.characters import all_named, all_spelled, beyond_text_document, spelled, spelled_out
from form4gen.law.limits import LINE_CHARACTERS, TABLE_LINE_CHARACTERS
from form4gen.location import Place
from form4gen.model.exhibits import Exhibit, PowerOfAttorney
from form4gen.model.fields import Kind, Node
from form4gen.prose.markup import column_tags, lines_of
from form4gen.rules.catalogue import ADVISORY, ERROR, MEDIUM, SUSPENDS, UNKNOWN, Breach, rule

_LINES_SHOWN, _SIGNS_SHOWN = 5, 100

_LISTED = "characters on EDGAR's list"


# Facts of the record that do not appear in the document.
_NOT_PRINTED = {"id", "fileName", "status", "onFile"}


def _text_document(attachment: Exhibit | PowerOfAttorney) -> tuple[str, Place]:
    """The text that is filed as a .txt document, empty when there is none, and its place."""
    at = attachment.at / "text"
    if isinstance(attachment, Exhibit):
        name, sent = attachment.document_name, True
    else:
        name, sent = attachment.file_name, attachment.is_attached
    is_text = not (name or "").lower().endswith((".htm", ".jpg", ".gif", ".pdf"))
    return (attachment.text or "") if sent and is_text else "", at


@rule(
    "EX202",
    name="character not allowed in text exhibit",
    on=(Exhibit, PowerOfAttorney),
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FILER_MANUAL.at("5.2.1.1, 5.2.1.2"),),
    certainty=MEDIUM,
)
def character_not_allowed_in_text_exhibit(attachment: Exhibit | PowerOfAttorney) -> Iterator[Breach]:
    """A .txt document may contain only the characters on EDGAR's list.

    The Filer Manual says that most other characters suspend the submission and that a few may be accepted. Curly
    quotes, long dashes, bullets, section signs and the caret are not on the list. A power of attorney generated from
    its record replaces what it can; a name in other letters cannot be replaced.

    Remedy: Replace the characters as suggested, or attach the document as .htm.
    """
    if (
        isinstance(attachment, PowerOfAttorney)
        and attachment.is_attached
        and not (attachment.text or attachment.is_page)
    ):
        yield from _unwritable(attachment)
    text, at = _text_document(attachment)
    strange = beyond_text_document(text)
    if strange:
        message = f"The text contains characters that EDGAR does not allow in a .txt document: {all_named(strange)}."
        yield Breach(at, message, "".join(strange[:_SIGNS_SHOWN]), all_spelled(strange) or _LISTED)


def _unwritable(record: Node) -> Iterator[Breach]:
    for at, words in _words_of(record):
        if spelled_out(words) is None:
            strange = [sign for sign in beyond_text_document(words) if spelled(sign) is None]
            message = (
                "The power of attorney generated from this record would contain characters that EDGAR does not allow "
                f"in a .txt document: {all_named(strange)}."
            )
            yield Breach(at, message, words, _LISTED, remedy="Enter this text in Latin letters.")


def _words_of(record: Node) -> Iterator[tuple[Place, str]]:
    """The texts of a record that appear in its document, with their places."""
    for key, field in record.fields.items():
        value = getattr(record, field.attribute)
        at = record.at / key
        if key in _NOT_PRINTED or not value:
            continue
        if field.kind is Kind.TEXT:
            yield at, value
        elif field.kind is Kind.TEXTS:
            yield from ((at / number, words) for number, words in enumerate(value))
        elif field.holds is not None:
            for part in value if isinstance(value, tuple) else (value,):
                yield from _words_of(part)


@rule(
    "EX203",
    name="text exhibit line too long",
    on=(Exhibit, PowerOfAttorney),
    severity=ADVISORY,
    edgar=UNKNOWN,
    sources=(LINE_CHARACTERS.source, TABLE_LINE_CHARACTERS.source),
    certainty=MEDIUM,
)
def text_exhibit_line_too_long(attachment: Exhibit | PowerOfAttorney) -> Iterator[Breach]:
    """A line of a .txt document may have at most 80 characters, or 132 between TABLE tags.

    The Filer Manual allows no longer lines but does not say what EDGAR does with them. A line of prose can be wrapped;
    a line of a table cannot without losing its columns.

    Remedy: Break the long lines, or attach the document as .htm.
    """
    text, at = _text_document(attachment)
    long = [(line, length, most) for line, length, most in _measured(text) if length > most]
    if long:
        shown = ", ".join(
            f"line {line} has {length} characters ({length - most} over)" for line, length, most in long[:_LINES_SHOWN]
        )
        more = f", and {len(long) - _LINES_SHOWN} more lines" if len(long) > _LINES_SHOWN else ""
        expected = f"at most {LINE_CHARACTERS.most} characters, in a table {TABLE_LINE_CHARACTERS.most}"
        yield Breach(at, f"Lines exceed EDGAR's limit: {shown}{more}.", f"{long[0][1]} characters", expected)


def _measured(text: str) -> Iterator[tuple[int, int, int]]:
    """Each line by its number, with its length and the length that it may have."""
    for number, (line, is_in_table) in enumerate(lines_of(text), 1):
        yield number, len(line), (TABLE_LINE_CHARACTERS if is_in_table else LINE_CHARACTERS).most


@rule(
    "EX204",
    name="text table without column tags",
    on=(Exhibit, PowerOfAttorney),
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FILER_MANUAL.at("5.2.1.4"),),
)
def text_table_without_column_tags(attachment: Exhibit | PowerOfAttorney) -> Iterator[Breach]:
    """A TABLE in a .txt document must have at least two column tags (`<S>` or `<C>`).

    EDGAR takes the columns from these tags and suspends a filing with a table that has fewer than two.

    Remedy: Add a line with ``<S>`` and ``<C>`` under the column headings, or remove the TABLE tags.
    """
    text, at = _text_document(attachment)
    for number, tags in enumerate(column_tags(text), 1):
        if tags < 2:  # noqa: PLR2004  the manual's number
            message = f"Table {number} of the text needs at least two column tags (<S>, <C>); it has {tags}."
            yield Breach(at, message, str(tags), "2 or more")

"""EX: attached HTML documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from form4gen.bounds import cut
from form4gen.law.authorities import FILER_MANUAL
from form4gen.law.html import ACTIVE_TAGS, ARCHIVES, PICTURES, TAGS
from form4gen.model.exhibits import Exhibit, PowerOfAttorney
from form4gen.prose.markup import Tag, has_scheme, tags_of
from form4gen.rules.catalogue import ERROR, SUSPENDS, Breach, rule

_SHOWN, _LONGEST = 5, 200


@rule(
    "EX207",
    name="active content in HTML exhibit",
    on=(Exhibit, PowerOfAttorney),
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FILER_MANUAL.at("5.2.2"),),
)
def active_content_in_html_exhibit(attachment: Exhibit | PowerOfAttorney) -> Iterator[Breach]:
    """An HTML exhibit may not contain scripts, event attributes, forms, frames or objects.

    A public document must read the same for every reader and run nothing on the reader's computer. EDGAR suspends a
    filing with active content.

    Remedy: Delete these tags and attributes.
    """
    yield from _faulty(attachment, "The exhibit contains active content, which EDGAR does not accept", _active)


@rule(
    "EX208",
    name="external link in HTML exhibit",
    on=(Exhibit, PowerOfAttorney),
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FILER_MANUAL.at("5.2.2.1"), FILER_MANUAL.at("5.2.2.3")),
)
def external_link_in_html_exhibit(attachment: Exhibit | PowerOfAttorney) -> Iterator[Breach]:
    """A link in an HTML exhibit may lead only to this document, this submission, or the SEC's EDGAR archives.

    EDGAR suspends a filing with a link to an email address or another site, or with a ``target`` attribute.

    Remedy: Remove the link and leave the address as plain text. Remove any ``target`` attribute.
    """
    yield from _faulty(attachment, "The exhibit contains links that EDGAR does not accept", _leading_away)


@rule(
    "EX209",
    name="image not attached to the filing",
    on=(Exhibit, PowerOfAttorney),
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FILER_MANUAL.at("5.2.2"),),
)
def image_not_attached_to_the_filing(attachment: Exhibit | PowerOfAttorney) -> Iterator[Breach]:
    """An image in an HTML exhibit must be a .jpg or .gif file attached to the same submission.

    EDGAR does not load images from elsewhere, and does not accept an image embedded in the page itself.

    Remedy: Attach the image as a GRAPHIC, and give its file name in ``src``.
    """
    what = "The exhibit shows images that are not .jpg or .gif files attached to this filing"
    yield from _faulty(attachment, what, _foreign_picture)


@rule(
    "EX210",
    name="nested tables in HTML exhibit",
    on=(Exhibit, PowerOfAttorney),
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FILER_MANUAL.at("5.2.2.1"),),
)
def nested_tables_in_html_exhibit(attachment: Exhibit | PowerOfAttorney) -> Iterator[Breach]:
    """An HTML exhibit may not place one table inside another.

    EDGAR suspends a filing with nested tables. It does not check the order of any other tag.

    Remedy: Close the outer table first, or combine the two into one table.
    """
    inner = _inner_tables(_tags(attachment))
    yield from _breach(attachment, "The exhibit contains nested tables, which EDGAR does not accept", inner)


def _inner_tables(tags: Iterator[Tag]) -> Iterator[tuple[str, int]]:
    depth = 0
    for tag in tags:
        depth += {"table": 1, "/table": -1 if depth else 0}.get(tag.name, 0)
        if tag.name == "table" and depth > 1:
            yield "inner table", tag.start


@rule(
    "EX211",
    name="HTML tag EDGAR does not accept",
    on=(Exhibit, PowerOfAttorney),
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FILER_MANUAL.at("5.2.2.3, 5.2.2.4"), FILER_MANUAL.at("5.2.2.9")),
)
def html_tag_edgar_does_not_accept(attachment: Exhibit | PowerOfAttorney) -> Iterator[Breach]:
    """An HTML exhibit may use only the tags on EDGAR's list, which is that of HTML 3.2.

    Word processors often add others: SPAN, TBODY, STYLE, a DOCTYPE, or a META with HTTP-EQUIV. The tags S and C are
    only for text documents.

    Remedy: Delete these tags. You may keep ``style`` attributes on tags that are on the list.
    """
    yield from _faulty(attachment, "The exhibit uses HTML tags that EDGAR does not accept", _unknown)


def _active(tag: Tag) -> Iterator[str]:
    if tag.name in ACTIVE_TAGS:
        yield f"<{tag.name}>"
    for name, value in tag.attributes.items():
        if name.startswith("on") or value.strip().lower().startswith(("javascript:", "vbscript:")):
            yield f"{name} of <{tag.name}>"


def _leading_away(tag: Tag) -> Iterator[str]:
    link = tag.attributes.get("href", "").strip()
    lower = link.lower()
    is_script = lower.startswith(("javascript:", "vbscript:"))
    if (has_scheme(lower) or lower.startswith("//")) and not lower.startswith(ARCHIVES) and not is_script:
        yield link
    if tag.name == "a" and "target" in tag.attributes:
        yield "the target attribute of <a>"


def _foreign_picture(tag: Tag) -> Iterator[str]:
    source = tag.attributes.get("src", "").strip()
    is_beside = source.lower().endswith(PICTURES) and not {*"/\\:"} & {*source}
    if tag.name == "img" and not is_beside:
        yield source[:60] or "<img> without src"


def _unknown(tag: Tag) -> Iterator[str]:
    name = tag.name.removeprefix("/")
    if name not in TAGS and name not in ACTIVE_TAGS and tag.name == name:
        yield f"<{name}>"
    elif tag.name == "meta" and "http-equiv" in tag.attributes:
        yield "<meta http-equiv>"


def _faulty(
    attachment: Exhibit | PowerOfAttorney, what: str, faults_of: Callable[[Tag], Iterator[str]]
) -> Iterator[Breach]:
    yield from _breach(attachment, what, ((fault, tag.start) for tag in _tags(attachment) for fault in faults_of(tag)))


def _breach(attachment: Exhibit | PowerOfAttorney, what: str, faults: Iterator[tuple[str, int]]) -> Iterator[Breach]:
    """One breach for all faults, with the lines of the first few."""
    first = list(islice(faults, _SHOWN))
    if first:
        text, others = attachment.text or "", sum(1 for _ in faults)
        shown = ", ".join(
            f"{cut(fault, _LONGEST)} (line {text.count(chr(10), 0, start) + 1})" for fault, start in first
        )
        more = f", and {others:,} more" if others else ""
        yield Breach(attachment.at / "text", f"{what}: {shown}{more}.", cut(first[0][0], _LONGEST))


def _tags(attachment: Exhibit | PowerOfAttorney) -> Iterator[Tag]:
    is_sent = not isinstance(attachment, PowerOfAttorney) or attachment.is_attached
    source = attachment.html_source if is_sent else None
    return tags_of(source) if source else iter(())

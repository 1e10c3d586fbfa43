"""The tags of an HTML exhibit, and those of the tables in a text exhibit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from form4gen.bounds import CLASSES
from form4gen.records import NamedTuple


class Tag(NamedTuple):
    """A tag as it opens or closes (then its name begins with a slash), with its attributes and its place."""

    name: str
    attributes: dict[str, str]
    start: int


def tags_of(source: str) -> Iterator[Tag]:
    """The tags of an HTML source, without those in comments; names and attributes in small letters."""
    for match in _markup().finditer(_without_comments(source)):
        attributes = {each[0].lower(): each[1] or each[2] or each[3] for each in _attributes().findall(match["rest"])}
        yield Tag(match["name"].lower(), attributes, match.start())


def has_scheme(link: str) -> bool:
    """Whether a link names a scheme, such as ``https:``, so that it may lead out of the document."""
    return _scheme().match(link) is not None


def holds_ownership_document(text: str) -> bool:
    """Whether a text is itself an ownership document of EDGAR's."""
    return "<ownershipdocument" in text.lower()


def without_tags(text: str) -> str:
    """A text with a space in place of each tag."""
    return re.sub(r"<[^<>]*+>", " ", text)


def column_tags(text: str) -> list[int]:
    """How many column tags (``<S>`` or ``<C>``) each table of a text document has."""
    return [len(_column_tag().findall(table)) for table in _tables().findall(text)]


def lines_of(text: str) -> Iterator[tuple[str, bool]]:
    """Each line of a text document, and whether it lies between TABLE tags."""
    is_in_table = False
    for line in text.splitlines():
        lower = line.lower()
        is_in_table = is_in_table or "<table>" in lower
        yield line, is_in_table
        is_in_table = is_in_table and "</table>" not in lower


class Pages:
    """HTML sources, and the names of files that they mention."""

    def __init__(self, pages: Iterable[str]) -> None:
        self._pages = tuple(pages)
        self._names = {found.group().strip(".") for page in self._pages for found in _file_name().finditer(page)}
        self._sought = 0

    def refer_to(self, file_name: str) -> bool:
        """Whether one of them mentions a file by its name.

        A name with blanks or other signs is sought in the sources, and after ``CLASSES`` of them taken as mentioned.
        """
        if _file_name().fullmatch(file_name):
            return file_name.strip(".") in self._names
        self._sought += 1
        return self._sought > CLASSES or any(file_name in page for page in self._pages)


def _without_comments(source: str) -> str:
    """The source with spaces in the place of its comments, so that everything else stays where it is."""
    parts, after = [], 0
    while (start := source.find("<!--", after)) != -1 and (end := source.find("-->", start + 4)) != -1:
        parts += [source[after:start], " " * (end + 3 - start)]
        after = end + 3
    return "".join((*parts, source[after:]))


@cache
def _file_name() -> re.Pattern[str]:
    return re.compile(r"[\w.-]++")


@cache
def _markup() -> re.Pattern[str]:
    """A tag; repetition is possessive, so that no text takes longer than its length."""
    rest = r"""(?:"[^"]*+"|'[^']*+'|[^<>"'])*+"""
    return re.compile(rf"<(?P<name>[/!]?[a-zA-Z][\w:.-]*+)(?P<rest>{rest})>")


@cache
def _attributes() -> re.Pattern[str]:
    return re.compile(r"""([a-zA-Z][\w:-]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++)))?""")


@cache
def _scheme() -> re.Pattern[str]:
    return re.compile(r"[a-z][a-z0-9+.-]*+:")


@cache
def _tables() -> re.Pattern[str]:
    return re.compile(r"<table>(.*?)(?:</table>|\Z)", re.IGNORECASE | re.DOTALL)


@cache
def _column_tag() -> re.Pattern[str]:
    return re.compile(r"<[sc]>", re.IGNORECASE)

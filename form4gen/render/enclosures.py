"""The index of a closing set, the files inside it, and the page that lists them."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from itertools import pairwise

from form4gen import __version__
from form4gen.records import NamedTuple
from form4gen.render.templates import drawn


class Enclosure(NamedTuple):
    """A file inside a PDF; ``relationship`` is the PDF/A-3 term for its relation to the pages."""

    name: str
    content: bytes
    description: str
    relationship: str

    @property
    def digest(self) -> str:
        """The SHA-256 of the content, as ``sha256sum`` prints it."""
        return sha256(self.content).hexdigest()

    @property
    def size(self) -> str:
        """The length of the content in bytes."""
        return f"{len(self.content):,}"


class Listed(NamedTuple):
    """A part of the set in its index: title, anchor, and its first and last page."""

    title: str
    anchor: str
    first: int
    last: int

    @property
    def pages(self) -> str:
        """``3`` or ``3\u20135``."""
        return str(self.first) if self.first == self.last else f"{self.first}\u2013{self.last}"


def listed(titles: Mapping[str, str], numbers: Mapping[str, int], pages: int) -> tuple[Listed, ...]:
    """The parts, by anchor in their order, with their pages; each ends before the next one begins."""
    found = [(title, anchor, numbers[anchor]) for anchor, title in titles.items()]
    lasts = [*(max(first, after - 1) for (*_, first), (*_, after) in pairwise(found)), pages]
    return tuple(Listed(*each, last) for each, last in zip(found, lasts, strict=True))


def index_html(parts: tuple[Listed, ...], *, subject: str, run: str, checked: str, maker: str, pages: int) -> str:
    """The index in front of the set; ``checked`` says for which filing time it was checked."""
    return drawn("closing.html.jinja", parts=parts, subject=subject, run=run, checked=checked, maker=maker, pages=pages)


def enclosures_html(enclosures: tuple[Enclosure, ...], *, subject: str, run: str, missing: tuple[str, ...] = ()) -> str:
    """The page that lists the files with their SHA-256; each sentence of ``missing`` explains which file is missing."""
    return drawn(
        "enclosures.html.jinja", enclosures=enclosures, subject=subject, run=run, missing=missing, version=__version__
    )

"""The files inside a closing PDF, and the page that lists them."""

from __future__ import annotations

from hashlib import sha256

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


def enclosures_html(enclosures: tuple[Enclosure, ...], *, subject: str, missing: str = "") -> str:
    """The page that lists the files with their SHA-256; ``missing`` explains which file is missing."""
    return drawn("enclosures.html.jinja", enclosures=enclosures, subject=subject, missing=missing, version=__version__)

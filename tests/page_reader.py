"""Reads a drawn page back: its texts, its tables, its elements."""

from __future__ import annotations

import json
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any

from case_files import document_of

from form4gen.intake.structure import structure
from form4gen.model.filing import Filing


def filing(*, base: str = "tecogen-2017", remove: tuple[str, ...] = (), **changes: Any) -> Filing:
    """A shipped example with values changed, each by its pointer: ``filing(**{"/issuer/issuerName": "Example"})``."""
    document = json.dumps(document_of({"base": base, "remove": remove, "set": changes}), default=str)
    return structure(json.loads(document, parse_int=Decimal, parse_float=Decimal))


class Drawn(HTMLParser):
    """The content of a page: ``text`` as a person sees it, ``tags`` in order, ``attributes`` of every element."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, dict[str, str | None]]] = []
        self.tables: list[list[list[str]]] = []
        self._parts: list[str] = []
        self._hidden = False
        self._cell: list[str] | None = None
        self.feed(html)
        self.close()

    @property
    def text(self) -> str:
        return _spaced("".join(self._parts))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.append((tag, dict(attrs)))
        self._hidden = tag in ("style", "script")
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag == "td":
            self._cell = []
        if tag in ("p", "br", "td", "th", "h1", "h2", "h3", "li", "title"):
            self._parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._hidden = False
        if tag == "td":
            self.tables[-1][-1].append(_spaced("".join(self._cell or [])))
            self._cell = None
        if tag in ("p", "td", "th", "title", "h1", "h2", "h3", "li"):
            self._parts.append(" ")

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        self._parts.append(data)
        if self._cell is not None:
            self._cell.append(data)

    def rows(self, table: int) -> list[list[str]]:
        """The lines of a table: its rows of data cells, without its title."""
        return [row for row in self.tables[table] if len(row) > 1]


def _spaced(text: str) -> str:
    return " ".join(text.split())

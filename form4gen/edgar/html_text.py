"""The words of an HTML exhibit, as plain text: exactly what a reader of the page sees."""

from __future__ import annotations

import re
from functools import cache

from form4gen.edgar.lxml_import import etree

_PARAGRAPHS = frozenset(
    (
        *(
            "address",
            "blockquote",
            "center",
            "dd",
            "div",
            "dl",
            "dt",
            "hr",
            "li",
            "ol",
            "p",
            "pre",
            "table",
            "tr",
            "ul",
        ),
        *("h1", "h2", "h3", "h4", "h5", "h6"),
    )
)
_TIGHT = frozenset(("tr", "li"))
_UNSEEN = frozenset(("script", "style", "title"))
_BLANKS = re.compile(r"[ \t\r\n\f\xa0]+")


@cache
def _parser() -> etree.HTMLParser:
    # With "huge", unclosed tags may nest 2048 deep; otherwise the parser silently drops the page after 256.
    return etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)


def text_of_html(html: str) -> str:
    """The visible text: a line for each paragraph or table row, cells separated, spaces collapsed except in PRE."""
    root = etree.fromstring(html.encode("utf-8", "replace"), _parser()) if html.strip() else None
    if root is None:
        return ""
    page = _Page()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            page.begin(str(element.tag))
            page.write(element.text or "")
        else:
            page.end(str(element.tag))
            page.write(element.tail or "")
    return page.text()


class _Page:
    """The lines of a page as they are read."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._words: list[str] = []
        self._unseen = self._pre = 0

    def begin(self, tag: str) -> None:
        """A tag opens."""
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "br":
            self._lines.append(self._finished())
        elif tag in _PARAGRAPHS:
            self._end_line()
            self._pre += tag == "pre"
        elif tag in ("td", "th"):
            self._words.append(" ")

    def end(self, tag: str) -> None:
        """A tag closes."""
        if tag in _UNSEEN:
            self._unseen -= 1
        elif tag in _PARAGRAPHS:
            self._end_line()
            self._pre -= tag == "pre"
            if tag not in _TIGHT:
                self._lines.append("")

    def write(self, words: str) -> None:
        """Text between tags."""
        if self._unseen:
            return
        if self._pre:
            *whole, words = words.split("\n")
            for line in whole:
                self._words.append(line)
                self._lines.append(self._finished())
        self._words.append(words)

    def text(self) -> str:
        """The whole page."""
        self._end_line()
        return re.sub(r"\n{3,}", "\n\n", "\n".join(self._lines)).strip("\n")

    def _finished(self) -> str:
        line = "".join(self._words)
        self._words.clear()
        return line if self._pre else _BLANKS.sub(" ", line).strip()

    def _end_line(self) -> None:
        if line := self._finished():
            self._lines.append(line)

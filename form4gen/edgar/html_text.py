"""The words of an HTML exhibit, as plain text: nothing added, nothing left out that a reader of the page sees."""

from __future__ import annotations

import re
from html.parser import HTMLParser

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
_UNSEEN = frozenset(("head", "script", "style", "title"))
_BLANKS = re.compile(r"[ \t\r\n\f\xa0]+")


def text_of_html(html: str) -> str:
    """The visible text: a line for each paragraph or table row, cells apart, blanks run together except in PRE."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.text()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._line = ""
        self._unseen = 0
        self._pre = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "body":
            self._unseen = 0
        elif tag == "br":
            self._lines.append(_BLANKS.sub(" ", self._line).strip())
            self._line = ""
        elif tag in _PARAGRAPHS:
            self._end_line()
            self._pre += tag == "pre"
        elif tag in ("td", "th"):
            self._line += " "

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _UNSEEN and tag != "pre":
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _PARAGRAPHS:
            self._end_line()
            if tag == "pre":
                self._pre = max(0, self._pre - 1)
            if tag not in ("tr", "li"):
                self._lines.append("")

    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        if self._pre:
            *whole, self._line = (self._line + data).split("\n")
            self._lines.extend(whole)
        else:
            self._line += data

    def _end_line(self) -> None:
        line = self._line if self._pre else _BLANKS.sub(" ", self._line).strip()
        if line:
            self._lines.append(line)
        self._line = ""

    def text(self) -> str:
        self._end_line()
        text = "\n".join(self._lines)
        return re.sub(r"\n{3,}", "\n\n", text).strip("\n")

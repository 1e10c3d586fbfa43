"""The output of a firm's template, parsed and written anew with only what is allowed in a page.

The result is built from the parsed tags and never copied: however a browser would have read the original, it contains
no script, no form, no address but anchors of the page, and it closes nothing around it.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import NoReturn

from form4gen.errors import UnusableInputError
from form4gen.records import NamedTuple

_VOID = frozenset(("br", "hr", "img", "col", "wbr"))
_ELEMENTS = _VOID | {
    "header", "footer", "section", "article", "aside", "nav", "address", "div", "p", "blockquote", "pre", "figure",
    "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption",
    "colgroup", "thead", "tbody", "tfoot", "tr", "th", "td", "span", "a", "b", "i", "u", "s", "em", "strong", "small",
    "sub", "sup", "code", "q", "cite", "dfn", "abbr", "time", "mark", "bdi", "bdo",
}  # fmt: skip
_ATTRIBUTES = frozenset((
    "id", "class", "lang", "dir", "title", "role", "tabindex", "colspan", "rowspan", "span", "scope", "headers",
    "start", "reversed", "value", "datetime", "href", "src", "alt", "width", "height", "aria-label", "aria-labelledby",
    "aria-describedby", "aria-hidden", "data-run",
))  # fmt: skip
# Possessive, so that a text without a match is not tried again in other ways.
_TOKEN = re.compile(
    r"(?P<text>[^<]++)|</(?P<end>[A-Za-z][A-Za-z0-9]*+)\s*+>|<!--(?:(?!-->).)*+-->|"
    r"""<(?P<tag>[A-Za-z][A-Za-z0-9]*+)(?P<attributes>(?:\s++[A-Za-z][\w:-]*+(?:="[^"]*+"|='[^']*+')?+)*+)\s*+/?+>""",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([A-Za-z][\w:-]*+)(?:="([^"]*+)"|='([^']*+)')?+""")
_ANCHOR = re.compile(r"#[A-Za-z][A-Za-z0-9_.:-]*\Z")


class Fragment(NamedTuple):
    """The piece as it is allowed in a page, and its words in order, separated by spaces and tags."""

    html: str
    words: tuple[str, ...]


def fragment(html: str, pictures: frozenset[str] = frozenset()) -> Fragment:
    """The piece, with only these pictures. Raises UnusableInputError for anything that is not allowed in a page."""
    reader = _Reader(html, pictures)
    reader.read()
    return Fragment("".join(reader.written), tuple(reader.words))


def left_out(official: tuple[str, ...], drawn: tuple[str, ...]) -> str:
    """The first official word that the output lacks, with the words before it; empty if it has all in their order.

    It does not matter how the words of the output are split, because tags may have moved.
    """
    text, place = "".join(drawn), 0
    for number, word in enumerate(official):
        found = text.find(word, place)
        if found < 0:
            return " ".join(official[max(0, number - 4) : number + 1])
        place = found + len(word)
    return ""


class _Reader:
    def __init__(self, html: str, pictures: frozenset[str]) -> None:
        self.open: list[str] = []
        self.written: list[str] = []
        self.words: list[str] = []
        self._html, self._pictures, self._place = html, pictures, 0

    def read(self) -> None:
        """Read token by token; the first invalid one is refused, so that no text is read twice."""
        while self._place < len(self._html):
            token = _TOKEN.match(self._html, self._place)
            if token is None:
                start = self._html[self._place : self._place + 40]
                self.refuse(
                    f"draws {start!r}, which is not a tag; put attributes in quotation marks, and write < as &lt;"
                )
            if token["text"]:
                self._text(unescape(token["text"]))
            elif token["end"]:
                self._end(token["end"].lower())
            elif token["tag"]:
                self._start(token["tag"].lower(), token["attributes"])
            self._place = token.end()
        if self.open:
            self.refuse(f"does not close <{self.open[-1]}>")

    def refuse(self, words: str) -> NoReturn:
        line = self._html.count("\n", 0, self._place) + 1
        raise UnusableInputError(f"{words} (line {line} of its output)")

    def _text(self, text: str) -> None:
        self.words += text.split()
        self.written.append(escape(text, quote=False))

    def _end(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self.refuse(f"closes <{tag:.40}> where {f'<{self.open[-1]}>' if self.open else 'nothing'} is open")
        self.open.pop()
        self.written.append(f"</{tag}>")

    def _start(self, tag: str, attributes: str) -> None:
        if tag not in _ELEMENTS:
            self.refuse(f"draws <{tag:.40}>, which is not allowed in a page")
        found: dict[str, str] = {}
        for name, double, single in _ATTRIBUTE.findall(attributes):
            value = unescape(double or single)
            self._check(tag, name.lower(), value)
            found[name.lower()] = value
        if tag == "img" and not {"src", "alt"} <= found.keys():
            self.refuse("draws <img> without src and alt; alt is what is read aloud, and may be empty")
        attributes = "".join(f' {name}="{escape(value)}"' for name, value in found.items())
        self.written.append(f"<{tag}{attributes}>")
        if tag not in _VOID:
            self.open.append(tag)

    def _check(self, tag: str, name: str, value: str) -> None:
        if name not in _ATTRIBUTES:
            hint = "; its style goes into firm.css" if name == "style" else ""
            self.refuse(f"draws <{tag} {name:.40}>, which is not allowed in a page{hint}")
        if name == "href" and not (tag == "a" and _ANCHOR.match(value)):
            self.refuse(f"links to {value!r:.60}; a link may lead only to an anchor of the page, such as #note-1")
        if name == "src" and not (tag == "img" and value in self._pictures):
            self.refuse(f"shows {value!r:.60}; a picture must be a PNG in the folder, written as pictures['name.png']")

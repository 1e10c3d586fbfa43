"""Words as a memorandum sets them: typographic quotes and dashes, and no break inside a day, a time or a table's name.

What a filer typed keeps its own characters; only blanks that must not break are changed in it.
"""

from __future__ import annotations

import re

from form4gen.report.phrases import without_keys

_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_KEPT = re.compile(
    r"(?<=\bTable) (?=I)|(?<=\bRule) (?=1)|(?<=\bCIK) (?=\d)|(?<=\bForm) (?=\d)|(?<=\bExhibit) (?=24)"
    rf"|(?<=\b{_MONTH}) (?=\d)|(?<=\b{_MONTH} \d,) (?=\d{{4}})|(?<=\b{_MONTH} \d\d,) (?=\d{{4}})"
    r"|(?<=\d) (?=[ap]\.m\.)|(?<=[ap]\.m\.) (?=ET)|(?<=\d) (?=h |min\b)|(?<= h) (?=\d)"
)
_NUMBERED = re.compile(r"\b(rows?|footnotes?|action|S-T) (?=[\d(])")
_RANGE = re.compile(r"\b(F?\d+)-(F?\d+)\b")
_NOTES = re.compile(r"\bfootnotes? F\d+(?:(?:, |\u2013| and )F\d+)*", re.IGNORECASE)
_ROWS = re.compile(r"\b(?:rows|persons|[Ss]ignatures) \d[\d, -]*")
_ID = re.compile(r"\bF(\d+)\b")
_MINUS = re.compile(r"(?<=[\d)%]) - (?=[$(\d])")
_TIMES = re.compile(r"(?<=[\d)%]) x (?=[$(\d])")
_NEGATIVE = re.compile(r"(?<!\S)-(?=\d)")
NO_BREAK = "\u00a0"


def ours(words: str) -> str:
    """Words of form4gen: without the names of keys, with typographic quotes, footnotes as the form numbers them."""
    return kept(_numbered(_quoted(without_keys(words).replace("`", '"'))))


def kept(words: str) -> str:
    """The words without a break inside a day, a time, the name of a table or that of a row."""
    return _NUMBERED.sub(f"\\1{NO_BREAK}", _KEPT.sub(NO_BREAK, words))


def cells(words: str) -> str:
    """Names of cells: ranges with a dash, footnotes as the form numbers them."""
    return kept(_numbered(_RANGE.sub("\\1\u2013\\2", words)))


def _numbered(words: str) -> str:
    """Footnotes as the form numbers them, and ranges of rows with a dash."""
    words = _ROWS.sub(lambda found: _RANGE.sub("\\1\u2013\\2", found.group()), words)
    return _NOTES.sub(lambda found: _ID.sub(r"(\1)", found.group()), words)


def sums(words: str) -> str:
    """A calculation, with a minus and a multiplication sign between numbers."""
    words = _TIMES.sub(" \u00d7 ", _MINUS.sub(" \u2212 ", words))
    return kept(_NEGATIVE.sub("\u2212", words))


def _quoted(words: str) -> str:
    """Straight quotes as typographic ones: an opening one begins a word."""
    parts = []
    for place, letter in enumerate(words):
        before = words[place - 1] if place else " "
        is_opening = before.isspace() or before in "([\u201c\u2018"
        if letter == '"':
            letter = "\u201c" if is_opening else "\u201d"  # noqa: PLW2901  the letter is replaced by its sign
        elif letter == "'":
            letter = "\u2018" if is_opening else "\u2019"  # noqa: PLW2901
        parts.append(letter)
    return "".join(parts)

"""The forms of text that ``syntax`` looks for: those of JSON, and those that people write instead."""

from __future__ import annotations

import re
from functools import cache

OPENING_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u2019\u201a\u201b\u2032\u2033\u00b4\uff02`"
"""Quotation marks that people and word processors write in place of the straight one."""

_SHOWN = 30
_AFTER_TEXT = r"[ \t]*(?:[,:}\]]|//|/\*|#|\r?$)"


def short(text: str) -> str:
    """A text as a message shows it: cut when it is long, with escapes for what cannot be printed."""
    cut = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 3]}..."
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in cut)


def quoted(text: str) -> str:
    """A short text in quotation marks, escaped where it cannot be printed."""
    return repr(text if len(text) <= _SHOWN else f"{text[: _SHOWN - 3]}...")


@cache
def no_blank() -> re.Pattern[str]:
    """What is not a blank between the parts of a document."""
    return re.compile(r"[^ \t\r\n]")


@cache
def odd_blank() -> re.Pattern[str]:
    """The same blank, once or several times, that is none in JSON."""
    return re.compile(r"([\u200b-\u200d\u2060\ufeff]|(?![ \t\r\n\x1c-\x1f])\s)\1*+")


def comment_end(text: str, begin: int) -> int | None:
    """The offset after the comment that begins there; None when it is never closed."""
    if text.startswith("/*", begin):
        found = text.find("*/", begin + 2)
        return found + 2 if found >= 0 else None
    found = text.find("\n", begin)
    return found if found >= 0 else len(text)


@cache
def text_stop() -> re.Pattern[str]:
    """What ends the plain part of a text."""
    return re.compile(r'["\\\x00-\x1f]')


@cache
def escape_form() -> re.Pattern[str]:
    """What may follow a backslash."""
    return re.compile(r'["\\/bfnrt]|u[0-9a-fA-F]{4}')


@cache
def closing_quote() -> re.Pattern[str]:
    """A quotation mark after which the text may end."""
    return re.compile(rf'(?<!\\)"(?={_AFTER_TEXT})', re.MULTILINE)


@cache
def odd_closing_quote(opening: str) -> re.Pattern[str]:
    """What closes a text that begins with an odd quotation mark, or with a backslash and a straight one."""
    if opening == "\\":
        return re.compile(rf'\\?"(?={_AFTER_TEXT})', re.MULTILINE)
    return re.compile(rf"""["'{OPENING_QUOTES}](?={_AFTER_TEXT})""", re.MULTILINE)


@cache
def keyed() -> re.Pattern[str]:
    """A key in quotation marks of any kind, and its colon."""
    odd = rf"""['{OPENING_QUOTES}][$\w][\w $.-]*+["'{OPENING_QUOTES}]"""
    return re.compile(rf'(?:"(?:[^"\\\n]|\\.)*+"|{odd})[ \t]*+[:=\uff1a]')


@cache
def comma_for_colon() -> re.Pattern[str]:
    """A comma and a value that cannot be a key, because no colon follows."""
    value = r'"(?:[^"\\\n]|\\.)*+"|-?[0-9][0-9.]*+|true|false|null'
    return re.compile(rf",[ \t]*+(?:{value})[ \t\r\n]*+[,}}]")


@cache
def next_key() -> re.Pattern[str]:
    """A key or text, begun, and its closing quotation mark."""
    return re.compile(r'[$\w][\w $.-]*+"')


@cache
def swallowed_key() -> re.Pattern[str]:
    """A key that is not closed before its colon."""
    return re.compile(r'"[ \t]*+[$\w][\w$.-]*+(?= *+[:=])')


@cache
def bare_key() -> re.Pattern[str]:
    """A key without quotation marks."""
    return re.compile(r'[$\w][\w$.-]*+(?: ++[\w$.-]++)*+(?=["\'\u201d]?[ \t]*+(?:[:=\uff1a]|->))')


@cache
def bare_member() -> re.Pattern[str]:
    """A key without quotation marks, and the begin of a value that is no object."""
    return re.compile(rf"(?:{bare_key().pattern})[ \t]*+:[ \t]*+[^\s{{]")


@cache
def bare_text() -> re.Pattern[str]:
    """A text without quotation marks, to the next mark that ends a value."""
    return re.compile(r"""[^\s,:\[\]{}()"'/#]++(?:(?: ++|(?!/[/*])[/':])[^\s,:\[\]{}()"'/#]++)*+""")


@cache
def number_form() -> re.Pattern[str]:
    """A number as JSON writes it."""
    return re.compile(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?")


@cache
def grouped_number() -> re.Pattern[str]:
    """A number whose digits are in groups: with commas, spaces, apostrophes or underscores."""
    return re.compile(r"-?[0-9]++(?:[,_'\u2019 \u00a0\u202f][0-9]++)++(?:\.[0-9]*+)?(?![\w.\"'-])")


@cache
def thousands() -> re.Pattern[str]:
    """A number whose groups are of three digits."""
    return re.compile(r"-?(?:0|[1-9][0-9]{0,2})(?:[^\w.][0-9]{3}|_[0-9]{3})+(?:\.[0-9]*)?")


@cache
def zero_led() -> re.Pattern[str]:
    """A number with a superfluous zero before it."""
    return re.compile(r"(?P<sign>-?)0(?P<rest>[0-9]++(?:\.[0-9]++)?)(?![\w.\"'-])")


@cache
def pointed_number() -> re.Pattern[str]:
    """A number that begins or ends with its point."""
    return re.compile(r"(?P<sign>-?)(?:\.(?P<part>[0-9]++)|(?P<whole>0|[1-9][0-9]*+)\.)(?![\w.\"'-])")


@cache
def footnote_mark() -> re.Pattern[str]:
    """Numbers of footnotes as the form prints them after a value."""
    return re.compile(r"\(F?[0-9]{1,2}\)(?:,? *+\(F?[0-9]{1,2}\))*+", re.IGNORECASE)


@cache
def day_form() -> re.Pattern[str]:
    """A date as the document writes it."""
    return re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@cache
def constant() -> re.Pattern[str]:
    """A constant that the decoder reads as a number."""
    return re.compile(r"-Infinity")


@cache
def literal_form() -> re.Pattern[str]:
    """The words that are values."""
    return re.compile(r"true|false|null|NaN|Infinity")


@cache
def rest_form() -> re.Pattern[str]:
    """What follows up to the next blank or bracket."""
    return re.compile(r"[^\s,\]}]*+")


@cache
def brackets_and_texts() -> re.Pattern[str]:
    """Each bracket; texts are passed over, so that a bracket in one is none."""
    return re.compile(r'"(?:[^"\\\n]|\\.)*+"?|[{}\[\]]')

"""Texts and numbers that programs often handle wrongly, and the sentences from which the vocabulary is tested."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from form4gen.prose.vocabulary import TOPICS

SECRET = "fz7#ccc9"  # noqa: S105  a CCC that nobody has
"""Where an input has this CCC under a name with "ccc", no output may show it."""

NUMBERS = (0, 1, -1, 2, 10, 0.1, 0.0001, 1e-9, 99_999, 2**31, 2**63, 10**15, 10**16, 10**40, 1e300, float("nan"))

_ODD = (
    "", " ", "0", "-1", "1.50", "1,000.00", "$5", "=1+1", "9" * 400, "1e9999", "1E-400", "-0", "NaN", "0x10", "٣", "½",
    "true", "null", "F1", "F99", "F100", "F01", "2026-11-09", "2026-02-30", "0001-01-01", "9999-12-31", "2026-11-09Z",
    "1969-12-31", "2024-02-29", "2026-11-09-05:00", "10/06/2026", "2026-10-08T21:30", "2026-11-01T01:30", "24:00",
    "4", "4/A", "5", "3", "P", "S", "M", "K", "J", "G", "W", "V", "D", "I", "A", "E", "L", "X0508", "X0609", "X0101",
    "0009990001", "0000000000", "9990001", "NONE", "N/A", "n/a", "See Remarks", "10% owner", "By Trust", "/s/ ",
    "EX-24",
    "\u200b", "\u202e", "\ufeff", "\u00a0", "\u2028", "\u0085", "\0", "\x07", "\x1b[31m", "\x7f", "\ud800", "\udfff",
    "\ufffe", "\U0001f600", "e\u0301", "a" + "\u0301" * 500, "\u6f22\u5b57", "ß", "İ", "ﬁ", "’", "—", "\r", "\r\n",
    "\t",
    "\f", "<", ">", "&", '"', "'", "`", "\\", "%", "{", "}", "[", "]", ",", ":", ";", "#", "*", "(", ")", "$", "~",
    "&amp;", "&#0;", "&#x110000;", "&lt;", "&nbsp;", "&undefined;", "<![CDATA[", "]]>", "<!--", "-->", "<?xml", "?>",
    '<!DOCTYPE a [<!ENTITY b "c">]>', "<script>alert(1)</script>", "</style>", "<x>", "</x>", "<p>", "</p>", "<XML>",
    "</XML>", "<TEXT>", "</TEXT>", "<DOCUMENT>", "</DOCUMENT>", "<TYPE>EX-24", "<FILENAME>x.htm", "%s", "{0}",
    "{{ 7 }}",
    "{% raw %}", "{%", "%}", "{{", "}}", "../../etc/passwd", "x.htm", "x.txt", "con", "http://example.com/", "file:///",
    "::error::", "A" * 70, "x " * 600, "(" * 300, "[" * 300, "." * 300, "-" * 300, "1/" * 300, "and " * 300, "1 for 2 ",
    "rptOwnerCcc", f'"rptOwnerCcc": "{SECRET}"', f"<ccc>{SECRET}</ccc>", f'<x ccc="{SECRET}"/>', "footnoteId", "value",
    "!important", "@media print", "@page", "url(", "/*", "*/", "calc(", "1mm", "0", "none", "all", "inherit",
    "var(--x)",
    "ignore", "select", "severities", "strict", "TC", "HB101", "error", "warning", "advisory", "[[", "]]", '"""', "'''",
)  # fmt: skip


@cache
def WORDS() -> tuple[str, ...]:  # noqa: N802  a constant that is expensive to make
    """All texts; the sentences make up half of what is drawn."""
    sentences = _sentences()
    return (*_ODD * max(1, len(sentences) // len(_ODD)), *sentences)


def _sentences() -> list[str]:
    found: list[str] = []
    for topic in TOPICS:
        for claim in import_module(f"form4gen.prose.vocabulary.{topic}").CLAIMS:
            for phrase in claim.phrases:
                found += (*phrase.says, *phrase.like)
    return found

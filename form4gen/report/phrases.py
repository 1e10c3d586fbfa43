"""Small parts of sentences: numbers in words, a first sentence, a text without the names of keys."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from form4gen.model.changed import Value
from form4gen.model.wording import day, number

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")

_ABBREVIATIONS = ("U.S.", "a.m.", "p.m.", "No.", "Inc.", "Co.", "vs.")
"""Words whose point does not end a sentence."""


def count(many: int, thing: str, *, in_words: bool = False) -> str:
    """``3 errors`` or ``three errors``; numbers from 10 up are figures, as a memorandum writes them."""
    words = _WORDS[0] if in_words and not many else figure(many, in_words=in_words)
    return f"{words} {thing if many == 1 else plural(thing)}"


def plural(thing: str) -> str:
    """More than one of a thing: ``advisories``."""
    return f"{thing[:-1]}ies" if thing.endswith("y") and thing[-2:] not in ("ay", "ey", "oy") else f"{thing}s"


def figure(many: int, *, in_words: bool) -> str:
    """``3`` or ``three``."""
    return _WORDS[many] if in_words and 0 < many < len(_WORDS) else f"{many:,}"


def capitalized(words: str) -> str:
    """The words with a capital at the beginning."""
    return f"{words[:1].upper()}{words[1:]}"


def period(first: date, last: date) -> str:
    """A day, or the days from the first to the last: ``Jan 9 to Oct 30, 2026``."""
    if first == last:
        return day(first)
    begin = day(first) if first.year != last.year else day(first).partition(",")[0]
    return f"{begin} to {day(last)}"


def first_sentence(text: str) -> str:
    """The text to the end of its first sentence, which no point in an abbreviation, a quotation or a bracket ends."""
    depth, is_quoted, start = 0, False, 0
    for place, letter in enumerate(text):
        if letter == '"':
            is_quoted = not is_quoted
        elif letter in "()":
            depth += 1 if letter == "(" else -1
        elif letter == " ":
            start = place + 1
        elif letter == "." and not is_quoted and not depth and text[place + 1 : place + 2] in ("", " "):
            following = text[place + 2 : place + 3]
            if text[start : place + 1] not in _ABBREVIATIONS and not following.islower():
                return text[: place + 1]
    return text


def without_keys(text: str) -> str:
    """The text without the brackets that name keys of the JSON, such as ``(officerTitle)`` in backticks."""
    parts: list[str] = []
    rest = text.replace("``", "`")
    while True:
        head, bracket, tail = rest.partition("(")
        inside, end, after = tail.partition(")")
        if not bracket or not end:
            return "".join((*parts, rest))
        if "`" in inside:
            parts.append(head.rstrip(" "))
        else:
            parts.append(f"{head}({inside})")
        rest = after


def value_words(value: Value) -> str:
    """A value as a person reads it: ``51,600``, ``Nov 5, 2026``, ``D``."""
    if isinstance(value, Decimal):
        return number(value)
    return day(value) if isinstance(value, date) else str(value)

"""The templates, and how they are read."""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any

from form4gen.resources import path_of

if TYPE_CHECKING:
    from jinja2 import BytecodeCache, Environment
    from jinja2.bccache import Bucket


_LONGEST = 30
"""Letters of a word that is never broken."""


@cache
def environment() -> Environment:
    """Jinja's environment: every value is escaped, and a name that does not exist is an error.

    Escaping is always on: choosing by file extension would not escape "form4.html.jinja".
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415  only a page needs it

    made = Environment(
        loader=FileSystemLoader(path_of("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        keep_trailing_newline=True,
        bytecode_cache=_compiled(),
    )
    made.globals["edit"] = _no_attributes
    made.filters["unbroken"] = unbroken
    return made


def unbroken(words: str) -> str:
    """The words, with those marked that no line may break: citations such as 16a-3(g)(1), and ranges of numbers."""
    from markupsafe import Markup, escape  # noqa: PLC0415  only a page needs it

    parts: list[str] = []
    for word in re.split(r"( +)", words):
        if len(word) <= _LONGEST and any(sign in word for sign in "-\u2013(") and _is_a_name(word):
            # WeasyPrint ends a line after its first word where only the blank before an element has no room.
            if parts:
                parts[-1] = Markup("<span>{}</span>").format(parts[-1])
            parts.append(Markup('<span class="w">{}</span>').format(word))
        else:
            parts.append(escape(word))
    return Markup("").join(parts)


def _no_attributes(*_: object) -> str:
    """What ``edit`` adds to an element of a page that is printed."""
    return ""


def _is_a_name(word: str) -> bool:
    """Whether it has a digit, or is the name of a regulation such as S-T or S-K."""
    return word.startswith("S-") or any(letter.isdigit() for letter in word)


def _compiled() -> BytecodeCache:
    """The compiled templates, stored beside compiled Python: compiling them takes a fifth of the time for a page."""
    from jinja2 import FileSystemBytecodeCache  # noqa: PLC0415  as above

    class Kept(FileSystemBytecodeCache):
        def load_bytecode(self, bucket: Bucket) -> None:
            try:
                super().load_bytecode(bucket)
            except Exception:  # noqa: BLE001  whatever a damaged file holds, it is written anew
                bucket.reset()

        def dump_bytecode(self, bucket: Bucket) -> None:
            if not sys.dont_write_bytecode:
                with suppress(OSError):  # the program may lie where nobody may write
                    super().dump_bytecode(bucket)

    return Kept(os.path.join(os.path.dirname(os.path.abspath(__file__)), "__pycache__"), "%s.template")


def prepare() -> None:
    """Read every template, so that workers that are forked afterwards need not."""
    for name in environment().list_templates(extensions=["jinja"]):
        environment().get_template(name)


def drawn(template: str, **values: Any) -> str:
    """The page that a template makes of the values.

    Characters that no page can show (controls, halves of surrogate pairs) stand as U+FFFD.
    """
    return printable(environment().get_template(template).render(values))


def printable(text: str) -> str:
    """The text with U+FFFD for every character that no page can show."""
    return _unprintable().sub("\ufffd", text)


@cache
def _unprintable() -> re.Pattern[str]:
    return re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

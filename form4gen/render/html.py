"""The filing as one self-contained web page: the form, then its exhibits. The PDF is made of the same text."""

from __future__ import annotations

import re
from functools import cache

from form4gen import __version__
from form4gen.model.filing import Filing
from form4gen.render.page import page
from form4gen.render.templates import environment


def html(filing: Filing, *, draft: bool = False) -> str:
    """The page of ``filing``; a draft says so across the page, in the title and in the metadata.

    Characters that no page can show (controls, halves of surrogate pairs) stand as U+FFFD.
    """
    template = environment().get_template("form4.html.jinja")
    text = template.render(page=page(filing), draft=draft, version=__version__)
    return _unprintable().sub("\ufffd", text)


@cache
def _unprintable() -> re.Pattern[str]:
    return re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

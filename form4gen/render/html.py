"""The filing as one self-contained web page: the form, then its exhibits. The PDF is made of the same text."""

from __future__ import annotations

from form4gen import __version__
from form4gen.model.filing import Filing
from form4gen.render.page import page
from form4gen.render.templates import drawn

OURS = f"form4gen {__version__}"


def html(filing: Filing, maker: str = OURS, *, draft: bool = False, hide_address: bool = False) -> str:
    """The page of ``filing``; a draft is marked across the page, in the title and in the metadata.

    ``maker`` is what the metadata name as the maker of the page: the program, and what stood behind it.
    """
    return drawn("form4.html.jinja", page=page(filing, hide_address=hide_address), draft=draft, maker=maker)

"""The filing as one self-contained web page: the form, then its exhibits. The PDF is made of the same text."""

from __future__ import annotations

from form4gen import __version__
from form4gen.model.filing import Filing
from form4gen.render.page import page
from form4gen.render.templates import drawn

OURS = f"form4gen {__version__}"


def html(
    filing: Filing, maker: str = OURS, *, draft: bool = False, hide_address: bool = False, edit: bool = False
) -> str:
    """The page of ``filing``; a draft is marked across the page, in the title and in the metadata.

    ``maker`` is what the metadata name as the maker of the page: the program, and what stood behind it. With ``edit``,
    elements have the attributes by which a browser edits them (``render.editing``).
    """
    shown = page(filing, hide_address=hide_address)
    if not edit:
        return drawn("form4.html.jinja", page=shown, draft=draft, maker=maker)
    from form4gen.render.editing import attributes_of  # noqa: PLC0415  a page that is printed needs none

    return drawn("form4.html.jinja", page=shown, draft=draft, maker=maker, edit=attributes_of(filing))

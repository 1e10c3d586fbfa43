"""The style of the form's page within the workbench: the shipped one, nested so that it styles the page alone."""

from __future__ import annotations

from functools import cache

from form4gen.api.editing import style_of


@cache
def page_style() -> str:
    """The rules of the page for elements within ``.page``; what is for paper is left out."""
    files = "form4.css", "form4.screen.css", "power_of_attorney.css", "comparison.css"
    return f".page {{\n{_without_paper(style_of(*files))}\n}}\n"


def _without_paper(text: str) -> str:
    """The text without its ``@page`` rules, which cannot be nested."""
    kept = []
    while "@page" in text:
        before, _, rest = text.partition("@page")
        kept.append(before)
        depth, end = 0, 0
        for end, letter in enumerate(rest):  # noqa: B007  where the block ends
            depth += (letter == "{") - (letter == "}")
            if letter == "}" and depth == 0:
                break
        text = rest[end + 1 :]
    return "".join((*kept, text))

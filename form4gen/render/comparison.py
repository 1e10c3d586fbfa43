"""The page that shows what changed between two filings: a list of the differences, then the form with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from form4gen import __version__
from form4gen.model.filing import Filing
from form4gen.render.revised_page import revised_page
from form4gen.render.revision import Aligned, Runs
from form4gen.render.templates import drawn


def comparison_form(
    filings: tuple[Filing, Filing], lists: dict[str, tuple[Aligned, ...]], runs: Runs
) -> tuple[str, str]:
    """The form of ``comparison_page`` alone: its markup, and the style of its columns."""
    page = revised_page(*filings, lists, runs)
    return drawn("comparison.form.html.jinja", page=page), drawn("form4.columns.css.jinja", page=page)


def comparison_page(
    filings: tuple[Filing, Filing],
    lists: dict[str, tuple[Aligned, ...]],
    runs: Runs,
    files: tuple[str, str],
    sentences: Sequence[str],
    groups: Sequence[dict[str, Any]],
) -> str:
    """The self-contained page of the old and the new filing, named ``files``.

    ``groups`` have a ``heading`` and what is ``listed`` below it: objects with ``name``, ``verb``, ``runs`` (pairs of a
    mark and words) and ``remark``.
    """
    return drawn(
        "comparison.html.jinja",
        page=revised_page(*filings, lists, runs),
        title=f"Comparison of {files[0]} with {files[1]}",
        files=files,
        sentences=sentences,
        groups=groups,
        version=__version__,
    )

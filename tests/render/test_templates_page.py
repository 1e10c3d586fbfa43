"""docs/templates.md describes custom templates correctly."""

from __future__ import annotations

import re
import typing
from pathlib import Path
from typing import Any

import pytest
from firm_folder import PNG, folder
from page_reader import Drawn, filing

from form4gen.render import firm_templates, sandbox
from form4gen.render.firm_page import firm_html
from form4gen.render.firm_templates import NAMES
from form4gen.render.page import Page
from form4gen.render.sandbox import LIMITS, names_of
from form4gen.render.sandbox_child import FILTERS

PAGE = (Path(__file__).parent.parent.parent / "docs" / "templates.md").read_text("utf-8")


def _records(kind: Any = Page) -> dict[str, Any]:
    """Every kind of record that a page is made of, by name."""
    if hasattr(kind, "_fields"):
        found = {kind.__name__: kind}
        for each in typing.get_type_hints(kind).values():
            found |= _records(each)
        return found
    return {name: each for part in typing.get_args(kind) for name, each in _records(part).items()}


def _section(title: str) -> str:
    return re.split(r"^#", PAGE.split(f"# {title}\n")[1], maxsplit=1, flags=re.MULTILINE)[0]


def _first_column(text: str) -> list[str]:
    return re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE)


def test_there_is_a_table_for_every_record_of_the_page() -> None:
    assert re.findall(r"^### (.*)$", PAGE, re.MULTILINE) == list(_records())


@pytest.mark.parametrize("record", sorted(_records()))
def test_a_table_lists_the_names_of_its_record_and_no_others(record: str) -> None:
    assert _first_column(_section(record)) == list(names_of(_records()[record]))


def test_files_filters_and_numbers_are_those_of_the_program() -> None:
    assert sorted(_first_column(_section("What the folder may contain"))) == sorted((*NAMES, "*.png"))
    filters = re.search(r"Filters: ([^.]*)\.", PAGE)
    assert filters is not None
    assert re.findall(r"`(\w+)`", filters[1]) == list(FILTERS)
    assert f"at most {firm_templates._MOST_TEXT:,} bytes" in PAGE  # noqa: SLF001  the limit in force
    assert f"at most {LIMITS.memory // 1024**2} MB of memory and {LIMITS.computing} seconds of computing" in " ".join(
        PAGE.split()
    )
    assert sandbox.LIMITS is LIMITS


def test_the_example_renders_as_written(tmp_path: Path) -> None:
    cover, letterhead = re.findall(r"```jinja\n(.*?)```", PAGE, re.DOTALL)
    (style,) = re.findall(r"```css\n(.*?)```", PAGE, re.DOTALL)
    place = folder(tmp_path, {"cover.html.jinja": cover, "form4.head.html.jinja": letterhead, "firm.css": style})
    (place / "logo.png").write_bytes(PNG)
    text = Drawn(firm_html(filing(), str(place), draft=True)).text
    assert (
        "Form 4 of Benjamin Locke M. TECOGEN INC. (TGEN), 11/14/2017 Benjamin Locke, 11/14/2017 Draft for the" in text
    )
    assert "Example & Partners LLP, counsel to the reporting person FORM 4 [ ] Check this box" in text

"""What a screen reader gets in Chromium: each cell of the form is named as findings name it."""

from __future__ import annotations

from typing import Any

import pytest
from workbench_app import example
from workbench_browser import Page

from form4gen.api.editing import name_of_place

CELLS = "return [...document.querySelectorAll('#page [data-at]')].map((each) => each.dataset.at)"
ROLES = {"gridcell", "button", "checkbox"}


def spoken(page: Page) -> list[tuple[str, str]]:
    """The role and the name of each cell of the page in order, as Chromium gives them to a screen reader."""
    ask = page.driver.execute_cdp_cmd
    root = ask("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    cells = ask("DOM.querySelectorAll", {"nodeId": root, "selector": "#page [data-at]"})["nodeIds"]
    tree = ask("Accessibility.getFullAXTree", {})["nodes"]
    nodes: dict[int, Any] = {each.get("backendDOMNodeId"): each for each in tree}
    found = []
    for cell in cells:
        node = nodes[ask("DOM.describeNode", {"nodeId": cell})["node"]["backendNodeId"]]
        found.append(("ignored", "") if node["ignored"] else (node["role"]["value"], node["name"]["value"]))
    return found


@pytest.mark.parametrize(
    "name", ["exercise-and-sale.json", "joint-funds.json", "foreign-director.json", "amendment.json"]
)
def test_every_cell_has_the_name_of_findings_then_its_value(page: Page, name: str) -> None:
    example(page.folder, name)
    page.open(f"f/{name}")
    places: list[str] = page.run(CELLS)
    found = spoken(page)
    assert len(places) > 60
    assert {role for role, _ in found} == ROLES
    wrong = [
        (at, heard)
        for at, (role, heard) in zip(places, found, strict=True)
        if (heard if role == "checkbox" else heard.partition(": ")[0]) != name_of_place(at)
    ]
    assert wrong == []
    without_value = [heard for role, heard in found if role != "checkbox" and not heard.partition(": ")[2]]
    assert without_value == []


def test_the_footnotes_of_a_cell_are_read_after_its_value(page: Page) -> None:
    page.open()
    heard = [name for _, name in spoken(page)]
    assert "Table I, row 3, column 4, Price: $\N{NO-BREAK SPACE}42.1175, footnote (3)" in heard
    assert "Table I, row 1, column 7, Nature of Indirect Beneficial Ownership: empty" in heard

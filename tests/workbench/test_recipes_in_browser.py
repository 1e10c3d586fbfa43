"""Whole filings made in the browser: the Tecogen form from nothing, and the recipes of the cookbook."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

from command_line import start
from workbench_browser import ALT, ENTER, F6, SPACE, TAB, Page, running

from form4gen.resources import path_of

HEAD = (
    "", "", "Benjamin Locke M.", "45 FIRST AVE", "", "WALTHAM", "MA", "02451", "", "TECOGEN INC.", "TGEN", "",
    "11/14/17", "", "", "", SPACE, "", "Co-CEO", "",
)  # fmt: skip
ROW = ("Common Stock", "11/14/2017", "", "purchase", "", "2,000", "a", "$2.64", "3,418", "direct", "")
POWER = "/powersOfAttorney/0"
# A list goes to the first entry that begins with a letter.
BESIDE = {
    "/issuer/issuerCik": "0001537435",
    "/reportingOwners/0/rptOwnerCik": "0001625781",
    "/ownerSignatures/0/capacity": "s",
    "add-entry /powersOfAttorney": ENTER,
    f"{POWER}/id": "poa-2014",
    f"{POWER}/exhibitNumber": "24",
    f"{POWER}/fileName": "ex24.txt",
    f"{POWER}/description": "Power of Attorney (facts of 2014, wording of form4gen)",
    f"{POWER}/status": "a",
    f"{POWER}/substitution": "Y",
    f"{POWER}/signedOn": "Nov 17, 2014",
    f"{POWER}/signedName": "Benjamin Locke",
    f"{POWER}/wording": "f",
    f"{POWER}/wordingVersion": "2026-11",
    f"{POWER}/principal/name": "Benjamin M. Locke",
    f"{POWER}/principal/cik": "0001625781",
    f"{POWER}/principal/title": "Co-CEO",
    f"{POWER}/scope/forms": "3, 4, 5, ID",
    f"{POWER}/scope/capacity": "officer and/or director",
    f"{POWER}/scope/amendments": "Y",
    f"{POWER}/scope/otherActions": "Y",
    f"add-entry {POWER}/scope/issuer": ENTER,
    f"{POWER}/scope/issuer/name": "Tecogen Inc.",
    f"{POWER}/scope/issuer/cik": "0001537435",
    f"{POWER}/duration/kind": "u",
    f"add-entry {POWER}/attorneys": ENTER,
    f"{POWER}/attorneys/0/name": "David Garrison",
}


def test_the_tecogen_form_is_made_from_nothing_with_the_keyboard(driver: Any, tmp_path: Path) -> None:
    """Its values, its PDF and its file for EDGAR are those that the command line makes of the shipped example."""
    with running(tmp_path) as (_, address):
        page = Page(driver, address, tmp_path, "form4.json")
        page.tab_to("new")
        page.keys(ENTER)
        page.until(lambda: page.find("#d-new[open]"))
        page.keys(ENTER)
        page.until(lambda: page.find('[data-at="/remarks"], [data-do=remarks]'))
        page.keys(F6)
        for text in HEAD:
            page.keys(*text, TAB)
        page.until(lambda: page.saved()["reportingOwners"][0].get("officerTitle") == "Co-CEO")
        page.tab_to("add-transaction")
        page.keys(ENTER)
        page.until(lambda: page.focused() == "/nonDerivativeTable/0/securityTitle")
        for text in ROW:
            page.keys(*text, TAB)
        page.tab_to("remarks")
        page.keys(ENTER, *"Exhibit List: Exhibit 24 - Power of Attorney", ENTER)
        page.until(lambda: "remarks" in page.saved())
        page.tab_to("/ownerSignatures/0/signatureName")
        page.keys(*"Benjamin Locke", TAB, *"Nov 14, 2017", TAB)
        page.keys("o", holding=ALT)
        page.until(lambda: page.focused() == "/documentType")
        for at, text in BESIDE.items():
            page.tab_to(at)
            page.until(lambda: page.find("#saved").text != "Saving")  # the panel is drawn again after each change
            page.keys(*text)
            if text == ENTER:
                page.until(partial(page.is_within, at.partition(" ")[2]))
        page.keys(TAB)
        shipped = json.loads(Path(path_of("schemas", "examples", "tecogen-2017.json")).read_text("utf-8"))
        page.told("David Garrison")
        assert _plain(page.saved()) == _plain(shipped)
        made = {kind: _downloaded(page, kind) for kind in ("pdf", "xml")}
    (tmp_path / "shipped").mkdir()
    source = tmp_path / "shipped" / "form4.json"
    source.write_text(json.dumps(shipped), "utf-8")
    start("render", str(source), "--pdf", "-o", str(tmp_path / "out"))
    start("export", str(source), "-o", str(tmp_path / "out"))
    assert made["xml"] == (tmp_path / "out" / "form4.xml").read_bytes()
    assert made["pdf"] == (tmp_path / "out" / "form4.pdf").read_bytes()


def _plain(document: dict[str, Any]) -> dict[str, Any]:
    """A filing without what says nothing: a schema, parts without values, and boxes that are not checked."""

    def kept(value: Any) -> Any:
        if isinstance(value, dict):
            found = {key: kept(each) for key, each in value.items() if key != "$schema"}
            return {key: each for key, each in found.items() if each not in ({}, [], None, False)}
        return [kept(each) for each in value] if isinstance(value, list) else value

    found: dict[str, Any] = kept(document)
    return found


def _downloaded(page: Page, kind: str) -> bytes:
    """What the Downloads screen makes of the form."""
    page.open(f"f/{page.name}/out")
    for each in page.driver.downloads.iterdir():
        each.unlink()
    page.click(f'[data-kind="{kind}"]')
    page.told("Done.")
    file = page.driver.downloads / f"form4.{kind}"
    page.until(file.exists)  # Chromium gives a file its name when it is whole
    return bytes(file.read_bytes())

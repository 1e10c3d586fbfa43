"""The eight recipes of docs/cookbook.md, each made in the browser as a preparer makes it.

At the end of each, the file means what the document of the recipe means, the findings are those of the command line,
and a download has the bytes that the command line writes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from command_line import ROOT, run
from workbench_browser import ALT, CONTROL, ENTER, F2, F6, SHIFT, SPACE, TAB, Page, running

COVER = ("", "", "SAMPLE JANE Q", "C/O EXAMPLE CORP", "1 SAMPLE PLAZA", "SPRINGFIELD", "Illinois", "62701", "",
         "Example Corp", "XMPL", "")  # fmt: skip
COMMON = ("Common Stock", "11/5/26", "")
SIGNED = ("/s/ Jane Q. Sample", "11/6/26")
OF_JANE = {"/issuer/issuerCik": "0009990001", "/reportingOwners/0/rptOwnerCik": "0009990002"}
IN_TIME = {"/context/filedAt": "11/6/26 4:30 p.m."}
BY_HERSELF = {"/ownerSignatures/0/capacity": "self"}
TRADES = """Date,Action,Symbol,Description,Quantity,Price,Fees & Comm,Amount
11/05/2026,Buy,XMPL,EXAMPLE CORP,"1,200",$12.35,,"-$14,820.00"
11/05/2026,Buy,XMPL,EXAMPLE CORP,800,$12.42,,"-$9,936.00"
11/05/2026,Buy,XMPL,EXAMPLE CORP,"1,000",$12.50,,"-$12,500.00"
"""
CCC = {"FORM4GEN_CCC_9990002": "abcd1e$2"}


@cache
def recipes() -> dict[str, Any]:
    """The documents of the cookbook, by the names of their files."""
    page = (ROOT / "docs" / "cookbook.md").read_text("utf-8")
    found = re.findall(r"<!-- file (\S+) -->\n```json\n(.*?)```", page, re.DOTALL)
    return {name: json.loads(text) for name, text in found}


@contextmanager
def opened(driver: Any, folder: Path, **files: str) -> Iterator[Page]:
    """The desk of a folder with these files, in a window of the usual size."""
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, "utf-8")
    with running(folder) as (_, address):
        yield Page(driver, address, folder, "form4.json")
        driver.get("about:blank")


def blank(page: Page, codes: str = "") -> None:
    """Start a filing on the desk: blank, or with the rows of some codes."""
    page.tab_to("new")
    page.keys(ENTER)
    page.until(lambda: page.find("#d-new[open]"))
    page.keys(*codes, ENTER)
    form(page)


def form(page: Page) -> None:
    page.until(lambda: page.find('#page [data-at="/periodOfReport"]'))


def cover(page: Page, period: str, *boxes: str, first: tuple[str, ...] = COVER) -> None:
    """Type the head of the form from its first cell to the last: one text for each cell, a space for a box."""
    page.keys(F6)
    tabbed(page, *first, period, "", *boxes)


def tabbed(page: Page, *texts: str, at: str = "") -> None:
    """Type a text in each cell from the one in focus, or the one at a pointer, and go on with Tab."""
    if at:
        page.focus(at)
    page.keys(*(key for text in texts for key in (*text, TAB)))
    settled(page)


def settled(page: Page) -> None:
    """Wait until all that was typed is saved."""
    page.until(lambda: page.find("#saved").text.startswith("Saved"))


def sign(page: Page, name: str = SIGNED[0], day: str = SIGNED[1], at: str = "/ownerSignatures/0") -> None:
    tabbed(page, name, day, at=f"{at}/signatureName")


def note(page: Page, at: str, text: str = "", cited: str = "") -> None:
    """Attach a new footnote to a cell of the form, or one that the form has."""
    page.focus(at)
    page.keys(F2, holding=SHIFT)
    page.until(lambda: page.find("#d-notes[open]"))
    if cited:
        page.run("document.querySelector(`#notes-list [value='${arguments[0]}']`).focus()", cited)
        page.keys(SPACE)
    else:
        page.run("document.querySelector('#note-new').focus()")
        page.keys(*text)
    page.keys(ENTER, holding=CONTROL)
    page.until(lambda: page.cell(at).find_element("css selector", "sup"))
    settled(page)


def beside(page: Page, values: dict[str, str]) -> None:
    """Enter data that the page does not show; an ``add`` before a pointer adds an entry of that list."""
    page.keys("o", holding=ALT)
    page.until(lambda: page.focused() == "/documentType")
    for at, text in values.items():
        adds, pointer = at.startswith("add "), at.removeprefix("add ").strip()  # one list can be given twice
        selector = f'#unprinted [data-do="add-entry"][data-for="{pointer}"]' if adds else f'[data-beside="{pointer}"]'
        page.until(partial(to_field, page, selector))
        is_list = page.run("return document.activeElement.tagName === 'SELECT'")
        page.keys(*([ENTER] if adds else [text[:1] if is_list else text, TAB]))  # a list goes to the letter
        if adds:
            page.until(partial(page.is_within, f"{pointer}/"))
        settled(page)


def to_field(page: Page, selector: str) -> bool:
    """Open the parts around a field beside the page, and go to it; whether it is there."""
    there: bool = page.run(
        "const field = document.querySelector(arguments[0]);"
        "for (let part = field?.closest('details'); part; part = part.parentElement.closest('details'))"
        " part.open = true; field?.focus(); field?.select?.(); return document.activeElement === field;", selector,
    )  # fmt: skip
    return there


def meaning(document: dict[str, Any]) -> Any:
    """What a document says: numbers by their value, and neither empty parts nor boxes that are not checked."""

    def kept(value: Any) -> Any:
        if isinstance(value, dict):
            found = {key: kept(each) for key, each in value.items() if key not in ("$schema", "kind")}
            return {key: each for key, each in found.items() if not (each in ({}, [], "", None) or each is False)}
        return [kept(each) for each in value] if isinstance(value, list) else value

    return kept(json.loads(json.dumps(document), parse_float=Decimal, parse_int=Decimal))


def is_made(page: Page, recipe: str, *priors: str) -> None:
    """The file is the recipe's, and the screen shows the verdict and the findings of the command line."""
    document = recipes()[recipe]
    settled(page)
    assert meaning(page.saved()) == meaning(document)
    options = [part for prior in priors for part in ("--prior", str(page.folder / prior))]
    shown = json.loads(run("validate", str(page.folder / page.name), "--format", "json", *options).stdout)
    found = shown["findings"] if "findings" in shown else shown["filings"][0]["findings"]
    verdict = shown["verdict"] if "verdict" in shown else shown["filings"][0]["verdict"]
    words, rules = page.run(
        "return [document.querySelector('#verdict .pill').lastChild.textContent,"
        " [...document.querySelectorAll('[data-rule]')].map((each) => each.dataset.rule)]"
    )
    assert words == verdict["words"]
    assert sorted(rules) == sorted(each["rule"] for each in found)
    assert verdict["errors"] == verdict["warnings"] == 0


def is_downloaded(page: Page, recipe: str, kind: str, *names: str) -> None:
    """A download has the bytes that the command line makes of the document of the recipe."""
    page.open(f"f/{page.name}/out")
    for each in page.driver.downloads.iterdir():
        each.unlink()
    page.run("document.querySelector(`[data-kind=${arguments[0]}]`).focus()", kind)
    page.keys(ENTER)
    page.told("Done.")
    source = page.folder / "out" / page.name
    source.parent.mkdir()
    source.write_text(json.dumps(recipes()[recipe]), "utf-8")
    command = ("render", "--pdf") if kind == "pdf" else ("export", *(["--submission"] if kind == "test" else []))
    assert run(command[0], str(source), *command[1:], "-o", str(source.parent)).exit_code == 0
    for name in names:
        page.until((page.driver.downloads / name).exists)
        assert (page.driver.downloads / name).read_bytes() == (source.parent / name).read_bytes()


def test_a_purchase_in_three_fills(driver: Any, tmp_path: Path) -> None:
    """A preparer types the head of a blank form, has Facts read the broker's list, applies it, and signs.

    The rows are those that ``fills`` writes. Footnote 1 then gets the words of the firm.
    """
    with opened(driver, tmp_path) as page:
        blank(page)
        cover(page, "11/5/26", SPACE)
        sign(page)
        beside(page, OF_JANE | IN_TIME)
        (tmp_path / "given").mkdir()
        draft, broker = tmp_path / "given" / "form4.json", tmp_path / "given" / "trades.csv"
        draft.write_bytes((tmp_path / page.name).read_bytes())
        broker.write_text(TRADES, "utf-8")
        page.open(f"f/{page.name}/facts")
        page.run("document.querySelector('#options').open = true")
        for option, text in {"title": "Common Stock", "held": "13000", "direct": "Direct"}.items():
            page.run("document.getElementById(arguments[0]).focus()", option)
            page.keys(*text, TAB)
        page.find("#fills").send_keys(str(broker))
        page.until(lambda: "1,200 x $12.35" in page.find("#lines").text)
        page.tab_to("fill")
        page.keys(ENTER)
        form(page)
        run("fills", str(broker), "--into", str(draft), "--title", "Common Stock", "--held", "13000", "--direct")
        assert (tmp_path / page.name).read_bytes() == draft.read_bytes()
        tabbed(page, recipes()["purchase.json"]["footnotes"]["F1"], at="/footnotes/F1")
        is_made(page, "purchase.json")
        is_downloaded(page, "purchase.json", "pdf", "form4.pdf")


def test_an_option_exercise_and_a_same_day_sale_under_a_plan(driver: Any, tmp_path: Path) -> None:
    """A preparer starts with the codes M and S, fills in their rows, and cites the plan in each."""
    first = ("", SPACE, *COVER[2:])
    with opened(driver, tmp_path) as page:
        blank(page, "M, S")
        cover(page, "11/5/26", "", "", SPACE, "", "Chief Financial Officer", first=first)
        tabbed(
            page,
            *COMMON,
            "",
            "",
            "2,000",
            "",
            "$18.25",
            "18,000",
            "direct",
            "",
            *COMMON,
            "",
            "",
            "2,000",
            "",
            "41.4",
            "16,000",
            "d",
            "",
            at="/nonDerivativeTable/0/securityTitle",
        )
        tabbed(
            page,
            "Stock Option (right to buy)",
            "18.25",
            "11/5/26",
            "",
            "",
            "",
            "",
            "2,000",
            "3/1/23",
            "3/1/30",
            "Common Stock",
            "2,000",
            "0",
            "8,000",
            "d",
            "",
            at="/derivativeTable/0/securityTitle",
        )
        note(page, "/nonDerivativeTable/0/transactionCode", recipes()["exercise.json"]["footnotes"]["F1"])
        for at in ("/nonDerivativeTable/1/transactionCode", "/derivativeTable/0/transactionCode"):
            note(page, at, cited="F1")
        sign(page)
        plan = "/context/plans/0"
        beside(
            page,
            OF_JANE
            | IN_TIME
            | {"add /context/plans": "", f"{plan}/planAdoptionDate": "5/12/26", f"{plan}/reportFiledOn": "8/4/26"},
        )
        is_made(page, "exercise.json")
        is_downloaded(page, "exercise.json", "xml", "form4.xml")


def test_rsus_that_vest_with_shares_withheld_for_tax(driver: Any, tmp_path: Path) -> None:
    """A preparer starts with the codes M and F; the price and the dates of the units are footnotes alone."""
    vested = ("Common Stock", "11/2/26", "")
    notes = recipes()["vesting.json"]["footnotes"]
    with opened(driver, tmp_path) as page:
        blank(page, "m, f")
        cover(page, "11/2/26", "", "", SPACE, "", "Chief Financial Officer")
        tabbed(
            page,
            *vested,
            "",
            "",
            "3,000",
            "",
            "0",
            "19,000",
            "d",
            "",
            *vested,
            "",
            "",
            "1,104",
            "",
            "42.05",
            "17,896",
            "d",
            "",
            at="/nonDerivativeTable/0/securityTitle",
        )
        tabbed(
            page,
            "Restricted Stock Units",
            "",
            "11/2/26",
            "",
            "",
            "",
            "",
            "3,000",
            "",
            "",
            "Common Stock",
            "3,000",
            "0",
            "6,000",
            "d",
            "",
            at="/derivativeTable/0/securityTitle",
        )
        note(page, "/nonDerivativeTable/1/transactionCode", notes["F1"])
        note(page, "/derivativeTable/0/conversionOrExercisePrice", notes["F2"])
        note(page, "/derivativeTable/0/exerciseDate", notes["F3"])
        note(page, "/derivativeTable/0/expirationDate", cited="F3")
        sign(page, day="11/4/26")
        beside(page, OF_JANE | {"/context/filedAt": "11/4/26 4:30 p.m."})
        is_made(page, "vesting.json")
        is_downloaded(page, "vesting.json", "xml", "form4.xml")


def test_a_gift_to_a_trust(driver: Any, tmp_path: Path) -> None:
    """A preparer fills in one row of a gift, copies it below with Alt+C, and corrects the copy."""
    row, copy, notes = "/nonDerivativeTable/0", "/nonDerivativeTable/1", recipes()["gift.json"]["footnotes"]
    with opened(driver, tmp_path) as page:
        blank(page, "G")
        cover(page, "11/5/26", SPACE)
        tabbed(page, *COMMON, "", "", "5,000", "d", "0", "11,000", "d", "", at=f"{row}/securityTitle")
        note(page, f"{row}/transactionCode", notes["F1"])
        page.keys("c", holding=ALT)
        page.until(lambda: page.focused() == f"{copy}/transactionCode")
        tabbed(
            page, "a", "", "5,000", "indirect", "By Sample Family Trust", at=f"{copy}/transactionAcquiredDisposedCode"
        )
        note(page, f"{copy}/natureOfOwnership", notes["F2"])
        sign(page)
        beside(page, OF_JANE | IN_TIME)
        is_made(page, "gift.json")
        is_downloaded(page, "gift.json", "pdf", "form4.pdf")


def test_four_funds_and_their_general_partner(driver: Any, tmp_path: Path) -> None:
    """A preparer types one person, one row and one signature of each kind, copies them, and changes what differs."""
    document = recipes()["funds.json"]
    first = ("", "", "Sample Capital GP LLC", "200 EXAMPLE STREET", "", "BOSTON", "MA", "02110", "",
             "Example Biotech, Inc.", "XBIO", "")  # fmt: skip
    row = ("Common Stock", "11/5/26", "", "", "", "40,000", "", "16", "1,240,000", "i", "By Sample Capital Fund I LP")
    data = {"/issuer/issuerCik": "0009990010"} | IN_TIME
    with opened(driver, tmp_path) as page:
        blank(page, "P")
        cover(page, "11/5/26", "", SPACE, first=first)
        tabbed(page, *row, at="/nonDerivativeTable/0/securityTitle")
        note(page, "/nonDerivativeTable/0/natureOfOwnership", document["footnotes"]["F1"])
        for number, each in enumerate(document["nonDerivativeTable"][1:], 1):
            copied(page, f"/nonDerivativeTable/{number - 1}", "/natureOfOwnership")
            shares, owned = str(each["transactionShares"]), str(each["sharesOwnedFollowingTransaction"])
            tabbed(
                page,
                shares,
                "",
                "",
                owned,
                "",
                each["natureOfOwnership"]["value"],
                at=f"/nonDerivativeTable/{number}/transactionShares",
            )
        for number, each in enumerate(document["reportingOwners"][1:], 1):
            copied(page, f"/reportingOwners/{number - 1}", "/rptOwnerName")
            tabbed(page, each["rptOwnerName"])
        sign(page, document["ownerSignatures"][0]["signatureName"])
        for number, each in enumerate(document["ownerSignatures"][1:], 1):
            copied(page, f"/ownerSignatures/{number - 1}", "/signatureName")
            tabbed(page, each["signatureName"])
        for number, each in enumerate(document["reportingOwners"]):
            data[f"/reportingOwners/{number}/rptOwnerCik"] = each["rptOwnerCik"]
        for number, each in enumerate(document["ownerSignatures"]):
            data[f"/ownerSignatures/{number}/capacity"] = each["capacity"].replace("_", " ")
            data[f"/ownerSignatures/{number}/onBehalfOf"] = each["onBehalfOf"][0]
        beside(page, data | {"/ownerSignatures/0/title": "Managing Member"})
        is_made(page, "funds.json")
        is_downloaded(page, "funds.json", "xml", "form4.xml")


def copied(page: Page, at: str, cell: str) -> None:
    """Copy a row, a reporting person or a signature below with Alt+C; the focus is then in the copy."""
    above, _, number = at.rpartition("/")
    page.focus(f"{at}{cell}")
    page.keys("c", holding=ALT)
    page.until(lambda: page.focused() == f"{above}/{int(number) + 1}{cell}")


def test_a_form_4a_that_corrects_a_price(driver: Any, tmp_path: Path) -> None:
    """A preparer chooses Amend beside the form that was filed, and types the row, the price and the reason.

    The file is the one that ``amend`` writes. The corrected fill, the capacity and the filing time follow.
    """
    filed = recipes()["purchase.json"]
    filed = filed | {"context": filed["context"] | {"accessionNumber": "0009990002-26-000001"}}
    confirmations = recipes()["amendment.json"]["context"]["tradeConfirmations"]
    footnote = recipes()["amendment.json"]["footnotes"]["F1"]
    because = "The broker's first confirmation of one purchase was wrong."
    typed = {"row": "I.1", "price": "12.5187", "because": because, "note": footnote, "signed": "11/10/26"}
    with opened(driver, tmp_path, purchase_json=json.dumps(filed)) as page:
        page.name = "purchase-amendment.json"
        start_from(page, "amend", typed)
        run(
            "amend",
            str(tmp_path / "purchase.json"),
            "--row",
            "I.1",
            "--price",
            "12.5187",
            "--because",
            because,
            "--note",
            footnote,
            "--signed",
            "2026-11-10",
            "-o",
            str(tmp_path / "amended.txt"),
        )
        assert (tmp_path / page.name).read_bytes() == (tmp_path / "amended.txt").read_bytes()
        (tmp_path / "amended.txt").unlink()
        values = {"/context/filedAt": "11/10/26 11:00 a.m."} | BY_HERSELF
        for number, each in enumerate(confirmations):
            values[f"add /context/tradeConfirmations{' ' * number}"] = ""
            values |= {f"/context/tradeConfirmations/{number}/{key}": str(text) for key, text in each.items()}
        beside(page, values)
        is_made(page, "amendment.json", "purchase.json")
        is_downloaded(page, "amendment.json", "xml", "purchase-amendment.xml")


def test_this_weeks_filing_from_the_last_one(driver: Any, tmp_path: Path) -> None:
    """A preparer has EDGAR's file of last week in the folder, chooses Next beside it, and types the new purchase.

    The file is the one that ``next`` writes. The capacity and the filing time follow.
    """
    (tmp_path / "given").mkdir()
    source = tmp_path / "given" / "purchase.json"
    source.write_text(json.dumps(recipes()["purchase.json"]), "utf-8")
    run("export", str(source), "--public", "-o", str(tmp_path))
    typed = {"code": "p", "on": "11/12/26", "shares": "500", "price": "12.60", "signed": "11/13/26"}
    with opened(driver, tmp_path) as page:
        page.name = "purchase-next.json"
        start_from(page, "next", typed)
        run(
            "next",
            str(tmp_path / "purchase.xml"),
            "--code",
            "P",
            "--date",
            "2026-11-12",
            "--shares",
            "500",
            "--price",
            "12.60",
            "--signed",
            "2026-11-13",
            "-o",
            str(tmp_path / "given" / "week.json"),
        )
        assert (tmp_path / page.name).read_bytes() == (tmp_path / "given" / "week.json").read_bytes()
        beside(page, {"/context/filedAt": "11/13/26 4:30 p.m."} | BY_HERSELF)
        is_made(page, "week.json", "purchase.xml")
        is_downloaded(page, "week.json", "pdf", "purchase-next.pdf")


def start_from(page: Page, act: str, typed: dict[str, str]) -> None:
    """Start a filing from one on the desk, with what is typed in the boxes of the dialog."""
    page.tab_to(act)
    page.keys(ENTER)
    page.until(lambda: page.find(f"#d-{act}[open]"))
    for name, text in typed.items():
        page.until(partial(to_field, page, f'#d-{act} [data-box="{name}"]'))
        page.keys(*text)
    page.keys(ENTER)
    form(page)
    assert "Made from purchase." in page.find("#banners").text


def test_a_test_submission_with_its_exhibit(driver: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A preparer records the power of attorney beside the form, and downloads the TEST submission and the exhibit."""
    for name, secret in CCC.items():
        monkeypatch.setenv(name, secret)
    signer = "/s/ Sam Specimen, attorney-in-fact for Jane Q. Sample"
    power = "/powersOfAttorney/0"
    values = {
        "/ownerSignatures/0/capacity": "attorney in fact", "/ownerSignatures/0/powerOfAttorney": "poa",
        "add /powersOfAttorney": "", f"{power}/status": "attached", f"{power}/fileName": "ex24.txt",
        f"{power}/signedOn": "11/2/26", f"{power}/signedName": "Jane Q. Sample", f"{power}/wording": "form4gen",
        f"{power}/wordingVersion": "2026-11", f"{power}/principal/name": "Jane Q. Sample",
        f"{power}/principal/cik": "0009990002", f"{power}/principal/title": "Director",
        f"{power}/scope/forms": "3, 4, 5", f"{power}/scope/amendments": "Yes",
        f"{power}/duration/kind": "until no longer required", f"add {power}/attorneys": "",
        f"{power}/attorneys/0/name": "Sam Specimen", f"{power}/attorneys/0/office": "General Counsel",
        f"{power}/attorneys/0/employer": "Example Corp",
    }  # fmt: skip
    with opened(driver, tmp_path) as page:
        blank(page, "P")
        cover(page, "11/5/26", SPACE)
        tabbed(page, *COMMON, "", "", "3,000", "", "12.5", "16,000", "d", "", at="/nonDerivativeTable/0/securityTitle")
        page.run("document.querySelector('[data-do=remarks]')?.click()")
        tabbed(page, "Exhibit List: Exhibit 24 - Power of Attorney", at="/remarks")
        sign(page, signer)
        beside(page, OF_JANE | IN_TIME | values)
        is_made(page, "agent.json")
        is_downloaded(page, "agent.json", "test", "form4-submission.xml")
        (tmp_path / "out").rename(tmp_path / "sent")
        is_downloaded(page, "agent.json", "xml", "form4.xml", "ex24.txt")

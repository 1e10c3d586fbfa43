from __future__ import annotations

import re
from typing import Any

import html5lib
import pytest
from jinja2 import UndefinedError
from page_reader import Drawn, filing

from form4gen.render.html import html
from form4gen.render.poa_words import typographic
from form4gen.render.templates import environment
from form4gen.resources import path_of, text_of

EXAMPLES = ("tecogen-2017", "exercise-and-sale", "rsu-grant", "joint-funds", "amendment")
HOSTILE = (
    "<script>alert(1)</script>",
    '"><b onclick="x()">',
    "' onmouseover='x()",
    "{{7*7}}",
    "{% include '/etc/passwd' %}",
    "&amp;&lt;",
    "<img src=file:///etc/passwd>",
    "</style><link rel=attachment href=file:///etc/passwd>",
    "עברית العربية",
    "漢字かな",
    "<!--",
)
PRINTED = (
    "/issuer/issuerName", "/issuer/issuerTradingSymbol", "/issuer/issuerForeignTradingSymbol",
    "/reportingOwners/0/rptOwnerName", "/reportingOwners/0/rptOwnerStreet1", "/reportingOwners/0/rptOwnerStreet2",
    "/reportingOwners/0/rptOwnerCity", "/reportingOwners/0/rptOwnerNonUSStateTerritory",
    "/reportingOwners/0/rptOwnerState", "/reportingOwners/0/rptOwnerCountry", "/reportingOwners/0/rptOwnerZipCode",
    "/reportingOwners/0/rptOwnerStateDescription", "/reportingOwners/0/officerTitle", "/reportingOwners/0/otherText",
    "/nonDerivativeTable/0/securityTitle", "/nonDerivativeTable/0/transactionCode",
    "/nonDerivativeTable/0/natureOfOwnership", "/derivativeTable/0/securityTitle",
    "/derivativeTable/0/underlyingSecurityTitle", "/derivativeTable/0/natureOfOwnership", "/footnotes/F1", "/remarks",
    "/ownerSignatures/0/signatureName", "/powersOfAttorney/0/principal/name", "/powersOfAttorney/0/heading",
)  # fmt: skip
CAPTIONS = (
    "FORM 4", "OMB APPROVAL", "OMB Number: 3235-0287", "Estimated average burden hours per response: 0.5",
    "Check this box to indicate that a transaction was made pursuant to a contract, instruction or written plan",
    "that is intended to satisfy the affirmative defense conditions of Rule 10b5-1(c). See Instruction 10.",
    "Filed pursuant to Section 16(a) of the Securities Exchange Act of 1934, Section 17(a) of the Public Utility",
    "Holding Company Act of 1935 or Section 30(h) of the Investment Company Act of 1940",
    "1. Name and Address of Reporting Person*", "(Last) (First) (Middle)", "(City) (State) (Zip/Postal Code)",
    "(Country)", "2. Issuer Name and Ticker or Trading Symbol", "2a. Foreign Trading Symbol",
    "3. Date of Earliest Transaction Required to be Reported (Month/Day/Year)",
    "4. If Amendment, Date Original Filed (Month/Day/Year)",
    "5. Relationship of Reporting Person(s) to Issuer (Check all applicable)",
    "6. Individual or Joint/Group Filing (Check Applicable Line)",
    "Table I — Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned",
    "5. Amount of Securities Beneficially Owned Following Reported Transaction(s) (Instr. 3 and 4)",
    "Reminder: Report on a separate line for each class of securities beneficially owned directly or indirectly.",
    "Table II — Derivative Securities Acquired, Disposed of, or Beneficially Owned",
    "(e.g., puts, calls, warrants, options, convertible securities)",
    "5. Number of Derivative Securities Acquired (A) or Disposed of (D) (Instr. 3, 4, and 5)",
    "7. Title and Amount of Underlying Securities (Instr. 3 and 4)",
    "10. Ownership Form of Derivative Security: Direct (D) or Indirect (I) (Instr. 4)",
    "Explanation of Responses:", "**Signature of Reporting Person",
    "** Intentional misstatements or omissions of facts constitute Federal Criminal Violations.",
    "See 18 U.S.C. 1001 and 15 U.S.C. 78ff(a).",
    "SEC 1474 (03-26)",
)  # fmt: skip
ROW = {"kind": "transaction", "securityTitle": "Option"}


def _drawn(**changes: Any) -> Drawn:
    return Drawn(html(filing(**changes)))


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize("draft", [False, True])
def test_the_page_is_valid_html(example: str, draft: bool) -> None:  # noqa: FBT001
    html5lib.HTMLParser(strict=True).parse(html(filing(base=example), draft=draft))


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_anchor_is_there_once_and_every_link_leads_to_one(example: str) -> None:
    attributes = [each for _, each in Drawn(html(filing(base=example))).attributes]
    anchors = [each["id"] for each in attributes if "id" in each]
    assert len(anchors) == len(set(anchors))
    for each in attributes:
        if "href" in each:
            assert (each["href"] or "").removeprefix("#") in anchors


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_page_loads_nothing_from_anywhere(example: str) -> None:
    page = html(filing(base=example))
    assert not re.search(r"url\(|@import|@font-face", page)
    for _, attributes in Drawn(page).attributes:
        assert not attributes.keys() & {"src", "srcset", "data", "action", "style", "background"}
        assert (attributes.get("href") or "#").startswith("#")
    assert {tag for tag in Drawn(page).tags if tag in ("script", "link", "img", "iframe", "object", "form")} == set()


def test_the_page_says_its_language_and_every_head_its_scope() -> None:
    attributes = _drawn().attributes
    assert ("html", {"lang": "en-US"}) in attributes
    assert {each.get("scope") for tag, each in attributes if tag == "th"} == {"col", "colgroup"}


@pytest.mark.parametrize(("table", "columns"), [(0, 11), (1, 16)])
def test_a_table_has_its_title_in_its_head_and_as_many_columns_as_the_form(table: int, columns: int) -> None:
    page = html(filing(**{"/derivativeTable": [ROW]}))
    name = ("one", "two")[table]
    source = page.split(f'<table aria-labelledby="{name}">')[1]
    head = source.split("</thead>")[0]
    assert f'<thead>\n<tr class="title"><td colspan="{columns}"><span id="{name}">Table I' in head
    assert head.count("<col>") == columns
    assert {len(row) for row in Drawn(page).rows(table)} == {columns}


def test_a_table_without_lines_shows_one_blank_line() -> None:
    drawn = _drawn(**{"/nonDerivativeTable": [], "/derivativeTable": []})
    assert drawn.rows(0) == [[""] * 11]
    assert drawn.rows(1) == [[""] * 16]


def test_check_boxes_are_text_and_say_what_they_are() -> None:
    drawn = _drawn(**{"/aff10b5One": True})
    assert "[X] Check this box to indicate that a transaction" in drawn.text
    assert "[ ] Check this box if no longer subject to Section 16" in drawn.text
    assert "[X] Officer (give title below)" in drawn.text
    assert "[ ] Director" in drawn.text
    labels = [each["aria-label"] for tag, each in drawn.attributes if each.get("class") == "box"]
    assert labels == [
        "not checked", "checked", "not checked", "not checked", "checked", "not checked", "checked", "not checked",
    ]  # fmt: skip


def test_each_box_is_checked_by_its_own_key() -> None:
    for key, words in (
        ("/notSubjectToSection16", "Check this box if no longer"),
        ("/reportingOwners/0/isDirector", "Director"),
        ("/reportingOwners/0/isTenPercentOwner", "10% Owner"),
        ("/reportingOwners/0/isOther", "Other (specify below)"),
    ):
        assert f"[X] {words}" in _drawn(**{key: True}).text
        assert f"[ ] {words}" in _drawn(**{key: False}).text


@pytest.mark.parametrize(("owners", "one", "more"), [(0, " ", " "), (1, "X", " "), (2, " ", "X"), (10, " ", "X")])
def test_item_6_follows_from_the_number_of_persons(owners: int, one: str, more: str) -> None:
    drawn = _drawn(**{"/reportingOwners": [{"rptOwnerName": f"Fund {number}"} for number in range(owners)]})
    assert f"[{one}] Form filed by One Reporting Person" in drawn.text
    assert f"[{more}] Form filed by More than One Reporting Person" in drawn.text


def test_a_joint_filing_lists_every_person_with_address_and_relationships() -> None:
    owners = [
        {"rptOwnerName": "Sample Fund I", "rptOwnerCity": "Boston", "isTenPercentOwner": True},
        {"rptOwnerName": "Jane Sample", "isDirector": True, "isOfficer": True, "officerTitle": "CEO"},
        {"rptOwnerName": "Sample Fund II", "isOther": True, "otherText": "Group member"},
        {"rptOwnerName": "Sample Fund III", "isOther": True, "isOfficer": True, "officerTitle": ""},
    ]
    drawn = _drawn(**{"/reportingOwners": owners})
    assert drawn.rows(2) == [
        ["Boston", "", "X", "", ""],
        ["", "X", "", "CEO", ""],
        ["", "", "", "", "Group member"],
        ["", "", "", "X", "X"],
    ]
    for owner in owners:
        assert str(owner["rptOwnerName"]) in drawn.text


def test_a_filing_of_one_person_has_no_table_of_owners() -> None:
    assert len(_drawn().tables) == 2


def test_captions_are_those_of_the_official_form() -> None:
    text = _drawn().text
    for caption in CAPTIONS:
        assert caption in text, caption


def test_remarks_keep_their_line_ends_and_are_left_out_when_there_are_none() -> None:
    page = html(filing(**{"/remarks": "One,  two.\n\nThree."}))
    assert ">One,  two.\n\nThree.<" in page
    assert re.search(r"\.as-typed \{[^}]*white-space: pre-wrap", page)
    assert "Remarks:" not in Drawn(html(filing(remove=("/remarks",)))).text


def test_a_note_is_linked_from_its_marks_and_back() -> None:
    cited = {"value": 2.64, "footnotes": ["F1"]}
    page = html(filing(**{"/footnotes": {"F1": "Average."}, "/nonDerivativeTable/0/transactionPricePerShare": cited}))
    mark = '<sup><a href="#note-1" id="cited-1" aria-label="Footnote (1)" role="doc-noteref">(1)</a></sup>'
    assert f'<span class="run">$\u00a02.64 {mark}</span>' in page
    back = 'class="number marker" href="#cited-1" aria-label="1. Back to where this note is cited" role="doc-backlink"'
    assert f'<p class="note" id="note-1" role="doc-footnote"><a {back}>1.</a> Average.</p>' in page


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("pointer", PRINTED)
def test_what_a_filer_typed_is_shown_as_typed_and_changes_nothing_else(pointer: str, hostile: str) -> None:
    base: dict[str, Any] = {"/derivativeTable": [ROW], "/footnotes": {"F1": "One."}}
    harmless = Drawn(html(filing(**base, **{pointer: "harmless"})))
    drawn = Drawn(html(filing(**base, **{pointer: hostile})))
    shown = typographic(hostile) if pointer.startswith("/powersOfAttorney") else hostile
    assert shown in drawn.text
    assert drawn.tags == harmless.tags


def test_a_foot_note_id_cannot_break_out_either() -> None:
    cited = {"value": 2.64, "footnotes": ['"><i>']}
    changes = {"/footnotes": {'"><i>': "One."}, "/nonDerivativeTable/0/transactionPricePerShare": cited}
    assert '("><i>)' in _drawn(**changes).text


def test_a_character_that_no_page_can_show_is_replaced() -> None:
    page = html(filing(**{"/remarks": "a\x00b\x1bc\x85d\ud800e\ufffef\tg\nh"}))
    assert ">a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf\tg\nh<" in page
    html5lib.HTMLParser(strict=True).parse(page)


def test_a_draft_says_so_across_the_page_in_the_title_and_in_the_metadata() -> None:
    draft = html(filing(), draft=True)
    assert "<title>DRAFT Form 4: TECOGEN INC." in draft
    assert '<meta name="keywords" content="DRAFT">' in draft
    assert '<div class="draft" role="img" aria-label="Draft, not for filing"></div>' in draft
    assert '<div class="draft"' not in html(filing())
    assert "DRAFT" not in Drawn(html(filing())).text


def test_the_power_of_attorney_follows_the_form() -> None:
    text = _drawn().text
    assert text.index("Potential persons who are to respond") < text.index("David Garrison")


def test_the_same_filing_gives_the_same_page() -> None:
    assert html(filing()) == html(filing())


def test_a_citation_of_the_form_is_not_divided() -> None:
    drawn = html(filing())
    for words in ("18 U.S.C. 1001", "15 U.S.C. 78ff(a)"):
        assert f'<span class="run">{words}</span>' in drawn
    assert re.search(r"^\.run \{[^}]*white-space: nowrap", text_of("templates", "form4.css"), re.MULTILINE)


def test_no_style_uses_slow_features_or_loads_anything() -> None:
    for name in ("form4.css", "form4.screen.css", "power_of_attorney.css"):
        style = text_of("templates", name)
        assert not re.search(r"url\(|@import|@font-face|\bflex\b|\{\{|\{%|\{#", style), name


@pytest.mark.parametrize(
    ("columns", "count"), [("one col", 11), ("two col", 16), ("owners col", 6), ("thirds span", 3)]
)
def test_every_column_has_a_width_and_together_they_are_the_page(columns: str, count: int) -> None:
    line = re.compile(rf"^\.{columns}:nth-child\((\d+)\) \{{ width: ([\d.]+)%; \}}$", re.MULTILINE)
    widths = {int(number): float(width) for number, width in line.findall(html(filing(base="joint-funds")))}
    assert sorted(widths) == list(range(1, count + 1))
    assert sum(widths.values()) == pytest.approx(96.5 if columns == "thirds span" else 100, abs=0.1)


def test_a_misspelt_name_in_a_template_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        environment().from_string("{{ page.isuer }}").render(page=object())


def test_a_template_cannot_read_outside_the_templates() -> None:
    assert environment().loader.searchpath == [path_of("templates")]  # type: ignore[union-attr]

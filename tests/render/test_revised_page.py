"""The page that shows what changed: the form with old values deleted and new ones inserted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from accounts.form import form, option
from accounts.histories import holding, trade
from drafting.test_comparison_properties import EXAMPLES, built, edited, example
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from tag_reader import Tags

from form4gen.api.comparison import compared, comparison_html, side
from form4gen.api.drawing import render_html, render_pdf
from form4gen.drafting.comparison import compare
from form4gen.model.filing import Filing
from form4gen.resources import path_of

BUY = trade("P", "A", "2026-03-02", 100, 1100, transactionPricePerShare={"value": 11.8, "footnotes": ["F1"]})
NOTES = {"F1": "An average of prices from $11.70 to $11.90."}


def page_of(old: Filing, new: Filing) -> Any:
    return html.document_fromstring(comparison_html(compare(old, new), "a.json", "b.json"))


def text_of(element: Any, *left_out: str) -> str:
    """The text of an element without these parts, captions, numbers of notes, and what is only read aloud."""

    def parts(each: Any) -> str:
        inner = "".join(parts(child) + (child.tail or "") for child in each)
        is_out = (
            each.tag in (*left_out, "h2")
            or each.get("class") in ("said", "label", "under", "number", "number marker")
            or not isinstance(each.tag, str)
        )
        text = "" if is_out else (each.text or "") + inner
        return (
            f" {text} " if each.tag in ("p", "td", "th", "tr", "h1", "h2", "h3", "span", "br", "ins", "del") else text
        )

    return " ".join(parts(element).split())


def form_in(page: Any) -> Any:
    [found] = page.xpath("//section[@class='form']")
    return found


def cells(page: Any, table: str, row: int) -> list[str]:
    found = page.xpath(f"//div[@class='table {table}']//tbody/tr")[row]
    return [" ".join(cell.text_content().split()) for cell in found]


@given(st.data(), st.sampled_from(EXAMPLES))
@settings(max_examples=15)
def test_without_what_is_deleted_it_is_the_page_of_the_second_form(data: st.DataObject, name: str) -> None:
    old = built(data.draw(edited(example(name)))).replaced(document_type="4")
    new = built(data.draw(edited(example(name)))).replaced(document_type="4", powers_of_attorney=())
    shown, plain = page_of(old, new), html.document_fromstring(render_html(new))
    for owners in (*shown.xpath("//div[@class='table owners']"), *plain.xpath("//div[@class='table owners']")):
        owners.drop_tree()  # it also lists who was removed
    assert text_of(form_in(shown), "del").replace(" ", "") == text_of(plain.xpath("//main")[0]).replace(" ", "")


def test_a_filing_that_does_not_differ_has_nothing_deleted_or_inserted() -> None:
    page = page_of(form(BUY, footnotes=NOTES), form(BUY, footnotes=NOTES))
    assert form_in(page).xpath(".//del | .//ins") == []
    assert "The filings do not differ." in page.text_content()


def test_a_value_that_changed_stands_deleted_beside_the_new_one_and_says_so_aloud() -> None:
    changed = BUY | {"transactionPricePerShare": {"value": 11.9, "footnotes": ["F1"]}}
    page = page_of(form(BUY, footnotes=NOTES), form(changed, footnotes=NOTES))
    assert cells(page, "one", 0)[7] == "[deleted: $\u00a011.80] [inserted: $\u00a011.90] (1)".replace("\u00a0", " ")
    assert text_of(page.xpath("//ol/li")[0]) == "Table I, row 1, column 4, Price: 11.80 11.90"


@pytest.mark.parametrize(("old", "new"), [("11.8", "11.80"), ("11.80", "11.800"), ("2000", "2000.0")])
def test_an_equal_number_in_another_spelling_is_not_marked(old: str, new: str) -> None:
    page = page_of(form(BUY | {"transactionPricePerShare": old}), form(BUY | {"transactionPricePerShare": new}))
    assert form_in(page).xpath(".//del | .//ins") == []


def test_added_and_removed_rows_are_marked_in_every_cell_and_a_moved_one_says_where_it_was() -> None:
    gift = trade("G", "D", "2026-03-03", 5, 900, transactionPricePerShare=0)
    sale = trade("S", "D", "2026-03-04", 6, 800, transactionPricePerShare=12)
    page = page_of(form(BUY, holding(5), gift), form(holding(5), BUY, sale))
    rows = page.xpath("//div[@class='table one']//tbody/tr")
    moved = [row.text_content() for row in rows if row.xpath(".//small[@class='label']")]
    assert len(rows) == 4
    assert len(moved) == 1
    assert "was row" in moved[0]
    for kind, code in (("del", "G"), ("ins", "S")):
        [row] = [each for each in rows if code in [text_of(cell) for cell in each]]
        assert all(cell.xpath(f"./{kind} | ./span/{kind}") for cell in row if cell.text_content().strip())


def test_rows_and_footnotes_that_an_amendment_does_not_repeat_are_kept_and_said_to_be() -> None:
    amended = {"documentType": "4/A", "dateOfOriginalSubmission": "2026-03-04"}
    page = page_of(form(BUY, holding(5), footnotes=NOTES), form(holding(6), **amended))
    row = page.xpath("//div[@class='table one']//tbody/tr")[0]
    assert row.text_content().startswith("not repeated: Common Stock")
    assert row.xpath(".//del | .//ins") == []
    note = page.xpath("//p[@class='note']")[0]
    assert text_of(note).endswith(NOTES["F1"])
    assert "not repeated:" in note.text_content()
    assert note.xpath(".//del") == []


def test_marks_lead_to_the_notes_of_both_forms_and_back() -> None:
    old = BUY | {"transactionPricePerShare": {"value": 11.8, "footnotes": ["F1", "F2", "F9"]}}
    new = BUY | {"transactionPricePerShare": {"value": 11.8, "footnotes": ["F2", "F1"]}}
    page = page_of(
        form(old, footnotes=NOTES | {"F2": "Bought by a broker."}),
        form(new, footnotes={"F1": "Paid by the spouse in cash.", "F2": NOTES["F1"]}),
    )
    marks = page.xpath("//div[@class='table one']//sup")
    assert [" ".join(each.text_content().split()) for each in marks] == [
        "(2)", "[inserted: (1)]", "[deleted: (2)]", "[deleted: (9)]",
    ]  # fmt: skip
    assert [each.get("aria-label") for each in page.xpath("//sup/a")] == [
        "Footnote (2)", "Footnote (1), inserted", "Footnote (2), deleted",
    ]  # fmt: skip
    for link in page.xpath("//div[@class='table one']//sup/a"):
        [note] = page.xpath(f"//p[@id='{link.get('href')[1:]}']")
        assert note.xpath(f"./a[@href='#{link.get('id')}']")
    assert [" ".join(each.text_content().split()) for each in page.xpath("//p[@class='note']")] == [
        "[inserted: 1]. [inserted: Paid by the spouse in cash.]",
        f"2. was footnote 1: {NOTES['F1']}",
        "[deleted: 2]. [deleted: Bought by a broker.]",
    ]


def test_boxes_owners_and_signatures_are_marked() -> None:
    signed = [{"signatureName": "Jane Sample", "signatureDate": "2026-03-04"}]
    others = [{"rptOwnerCik": "2", "rptOwnerName": "Sample John", "isOfficer": True, "officerTitle": "Clerk"}]
    jane = {
        "rptOwnerCik": "1",
        "rptOwnerName": "Sample Jane",
        "rptOwnerStreet1": "1 Main",
        "rptOwnerCity": "SPRINGFIELD",
    }
    old = form(BUY, reportingOwners=[jane], ownerSignatures=signed, remarks="One two three.")
    new = form(
        BUY,
        reportingOwners=[jane | {"isDirector": True, "rptOwnerCity": "CHICAGO", "rptOwnerStreet2": "Floor 2"}, *others],
        ownerSignatures=[*signed, {"signatureName": "John Sample"}],
        aff10b5One=True,
        remarks="One 2 three.",
    )
    page = page_of(old, new)
    boxes = page.xpath("//p[contains(@class, 'choice') or @class='exit']")
    shown = [" ".join(each.text_content().split()) for each in boxes]
    assert shown[1].startswith("[deleted: [ ]] [inserted: [X]] Check this box to indicate")
    assert shown[2] == "[deleted: [ ]] [inserted: [X]] Director"
    assert [line.split("Form")[0].strip() for line in shown[-2:]] == [
        "[deleted: [X]] [inserted: [ ]]",
        "[deleted: [ ]] [inserted: [X]]",
    ]
    assert [text_of(each, "del") for each in page.xpath("//p[@class='line thirds']")] == ["CHICAGO"]
    assert "[inserted: Floor 2]" in page.xpath("//p[@class='line'][2]")[0].text_content()
    assert cells(page, "owners", 1)[0] == "[inserted: Sample John]"
    assert cells(page, "owners", 1)[4] == "[inserted: Clerk]"
    assert [text_of(each) for each in page.xpath("//div[@class='signature']//p[@class='line']")] == [
        "Jane Sample", "03/04/2026", "John Sample", "",
    ]  # fmt: skip
    [remarks] = page.xpath("//p[@class='as-typed']")
    assert " ".join(remarks.text_content().split()) == "One [deleted: two] [inserted: 2] three."


def test_what_a_filer_typed_is_escaped_wherever_it_changed() -> None:
    nasty = '<img src=x onerror="alert(1)">&amp;'
    old = form(BUY, footnotes={"F1": "An average."})
    new = form(
        BUY | {"securityTitle": nasty, "natureOfOwnership": nasty},
        footnotes={"F1": nasty},
        remarks=nasty,
        owner={"rptOwnerName": nasty},
        ownerSignatures=[{"signatureName": nasty}],
    )
    page = page_of(old, new)
    assert page.xpath("//img") == []
    assert form_in(page).text_content().count(nasty) == 6
    named = html.document_fromstring(comparison_html(compare(old, new), nasty, "b.json"))
    assert named.xpath("//img") == []


@pytest.mark.parametrize("length", [1, 13, 31])
def test_long_words_and_numbers_may_end_a_line_on_both_sides_of_a_change(length: int) -> None:
    old, new = BUY | {"securityTitle": "A" * length}, BUY | {"securityTitle": "B" * length}
    page = page_of(form(old), form(new))
    assert (
        text_of(page.xpath("//div[@class='table one']//tbody/tr/td")[0]).replace(" ", "") == "A" * length + "B" * length
    )
    numbers = page_of(
        form(BUY | {"transactionShares": "9" * 15}), form(BUY | {"transactionShares": "8" * min(length, 13)})
    )
    assert "8" * min(length, 13) in cells(numbers, "one", 0)[5].replace(",", "")


def test_a_row_of_table_ii_is_marked_too() -> None:
    page = page_of(form(option("P", "A")), form(option("P", "A", expirationDate="2027-12-17")))
    assert cells(page, "two", 0)[9] == "[deleted: 12/18/2026] [inserted: 12/17/2027]"


def test_the_pdf_is_tagged_and_read_in_order_with_what_was_deleted_and_inserted() -> None:
    raw = Path(path_of("schemas", "examples", "exercise-and-sale.json")).read_bytes()
    document = json.loads(raw)
    document["nonDerivativeTable"][1]["transactionPricePerShare"]["value"] = 41.45
    document["nonDerivativeTable"].pop()
    found = compared(side(raw), side(json.dumps(document).encode()))
    page = comparison_html(found, "a.json", "b.json")
    content, missing = render_pdf(page)
    assert missing == ()
    assert render_pdf(page).content == content
    tags = Tags(content)
    reading = tags.reading()
    assert reading.startswith("What changed From a.json (Form 4) to b.json (Form 4)")
    assert "1. Table I, row 2, column 4, Price: [deleted: 41.3862] [inserted: 41.45]" in reading
    assert reading.index("Price: [deleted") < reading.index("FORM 4") < reading.index("Explanation of Responses: 1")
    assert tags.artifacts()[0] == "Comparison, not for filingPage 1 of 3"
    assert all("SEC 1474" not in each for each in tags.artifacts())
    row = next(tags.tables())[3]
    price = row[7].text.replace("\u00a0", " ").replace("](2)", "] (2)")
    assert price == "[deleted: $ 41.3862] [inserted: $ 41.45] (2)"
    assert all(cell.heads for cell in row if cell.tag == "TD")

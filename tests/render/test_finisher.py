"""The tags of the PDF, read back with another library; heads are worked out once more from the page's HTML."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from functools import cache
from typing import Any

import html5lib
import pytest
from page_reader import filing
from tag_reader import Tags, content

from form4gen.render.finisher import CORRECTIONS
from form4gen.render.fonts import own_fonts
from form4gen.render.html import html
from form4gen.render.pango import weasyprint
from form4gen.render.pdf import pdf
from form4gen.render.xmp import identified

EXAMPLES = ("tecogen-2017", "exercise-and-sale", "rsu-grant", "joint-funds", "amendment", "foreign-director")
ROW = {
    "securityTitle": "Class A Common Stock, par value $0.0001, of Example Corp", "transactionDate": "2017-11-14",
    "transactionCode": "S", "transactionShares": 100, "transactionPricePerShare": {"value": 1, "footnotes": ["F1"]},
    "transactionAcquiredDisposedCode": "D", "natureOfOwnership": "By the Example Family Trust of 2019, as co-trustee",
}  # fmt: skip


@cache
def _page(name: str) -> str:
    if name in EXAMPLES:
        return html(filing(base=name))
    rows: dict[str, Any] = {
        "/nonDerivativeTable": [ROW] * 30,
        "/derivativeTable": [ROW] * 30,
        "/footnotes": {"F1": "An average."},
    }
    return html(filing(base="joint-funds", **rows), draft=name == "sixty rows, draft")


@cache
def _tags(name: str) -> Tags:
    return Tags(pdf(_page(name)).content)


@cache
def _plain(variant: str) -> tuple[Any, Any]:
    """A drawn document and its PDF as WeasyPrint leaves them."""
    seen: list[tuple[Any, Any]] = []
    page = _page("exercise-and-sale")
    with own_fonts(page), warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # WeasyPrint leaves its color profile open
        engine = weasyprint()
        attached = [engine.Attachment(string="{}", name="form4.json", relationship="Source")]
        document = engine.HTML(string=page).render()
        finisher = lambda *both: seen.append(both)  # noqa: E731
        document.write_pdf(pdf_variant=variant, attachments=attached, finisher=finisher)
    return seen[0]


@pytest.mark.parametrize("number", range(len(CORRECTIONS)))
def test_each_fault_is_still_there_in_weasyprint_is_mended_and_then_found_no_more(number: int) -> None:
    """A fault that is gone needs its correction no longer: take it out of the finisher."""
    # WeasyPrint sets the print flag of links itself in the other variant.
    document, drawn = _plain("pdf/ua-1" if CORRECTIONS[number].mend.__name__ == "_print_flags" else "pdf/a-3a")
    assert CORRECTIONS[number].mend(document, drawn) > 0
    assert CORRECTIONS[number].mend(document, drawn) == 0


def test_every_correction_names_its_report_upstream() -> None:
    for correction in CORRECTIONS:
        assert re.fullmatch(r"https://github\.com/Kozea/WeasyPrint/(issues|pull)/\d+", correction.upstream)


def _elements(node: Any, name: str) -> Iterator[Any]:
    yield from node.iter(f"{{http://www.w3.org/1999/xhtml}}{name}")


def _text(node: Any) -> str:
    return "".join("".join(node.itertext()).split())


def _title(table: Any) -> Any:
    return next(_elements(table, "td"))


def _heads_of_columns(table: Any) -> list[list[str]]:
    """For each column of an HTML table, the texts of the heads above it: every place is filled one by one."""
    _, *rows = _elements(next(_elements(table, "thead")), "tr")
    width = int(_title(table).get("colspan"))
    places: list[list[Any]] = [[None] * width for _ in rows]
    for top, row in enumerate(rows):
        for cell in row:
            left = places[top].index(None)
            for down in range(int(cell.get("rowspan", 1))):
                for right in range(int(cell.get("colspan", 1))):
                    assert places[top + down][left + right] is None
                    places[top + down][left + right] = cell
    return [[_text(cell) for cell in dict.fromkeys(row[column] for row in places)] for column in range(width)]


@pytest.mark.parametrize("name", [*EXAMPLES, "sixty rows"])
def test_every_cell_announces_exactly_the_heads_of_its_column(name: str) -> None:
    tables = {}
    for table in _elements(html5lib.parse(_page(name)), "table"):
        tables[_text(_title(table))] = _heads_of_columns(table)
    lines = 0
    for title, table in zip(_tags(name).captions(), _tags(name).tables(), strict=True):
        columns = tables["".join(title.split())]
        for row in table:
            data = [cell for cell in row if cell.tag == "TD"]
            if data:
                lines += 1
                head_of_row = [cell.text for cell in row if cell.tag == "TH"]
                assert len(row) == len(columns)
                for cell, column in zip(row, columns, strict=True):
                    if cell.tag == "TD":
                        announced = ["".join(head.split()) for head in cell.heads]
                        assert announced == ["".join(head.split()) for head in head_of_row] + column
    assert lines == sum(len(list(_elements(body, "tr"))) for body in _elements(html5lib.parse(_page(name)), "tbody"))


def test_the_cells_of_a_line_announce_these_heads() -> None:
    line = next(_tags("tecogen-2017").tables())[-1]
    assert [cell.text for cell in line] == [
        "Common Stock", "11/14/2017", "", "P", "", "2,000", "A", "$ 2.64", "3,418", "D", "",
    ]  # fmt: skip
    assert line[4].heads == ("3. Transaction Code (Instr. 8)", "V")
    four = "4. Securities Acquired (A) or Disposed of (D) (Instr. 3, 4 and 5)"
    assert [cell.heads for cell in line[5:8]] == [
        (four, "Amount"),
        (four, "(A) or (D)"),
        (four, "Price"),
    ]
    assert line[9].heads == ("6. Ownership Form: Direct (D) or Indirect (I) (Instr. 4)",)


@pytest.mark.parametrize("name", [*EXAMPLES, "sixty rows"])
def test_the_title_of_a_table_is_its_caption_and_no_head(name: str) -> None:
    tags = _tags(name)
    for table, title in zip(tags.elements("Table"), tags.captions(), strict=True):
        caption = table.K[0]
        assert caption.S == "/Caption"
        assert table == caption.P
        assert [str(each.S) for each in caption.K] == ["/P"]
        assert "/A" not in caption.K[0]
        assert title.startswith(("Table I — Non-", "Table II — ", "Reporting Owners"))
        assert title not in {tags.text(head) for head in tags.elements("TH")}


@pytest.mark.parametrize("name", [*EXAMPLES, "sixty rows"])
def test_a_table_of_several_pages_is_one_table_and_its_heads_are_read_once(name: str) -> None:
    tables = list(_elements(html5lib.parse(_page(name)), "table"))
    read = list(_tags(name).elements("Table"))
    assert len(read) == len(tables)
    for table, source in zip(read, tables, strict=True):
        kinds = [str(each.S) for each in table.K]
        assert kinds == ["/Caption", "/THead", "/TBody"]
        assert len(table.K[2].K) == len(list(_elements(next(_elements(source, "tbody")), "tr")))


def test_a_table_of_several_pages_has_cells_on_each_of_them() -> None:
    pages = [
        {cell.Pg.objgen for row in table.K[2].K for cell in row.K if "/Pg" in cell}
        for table in _tags("sixty rows").elements("Table")
    ]
    assert max(map(len, pages)) >= 2


@pytest.mark.parametrize("name", [*EXAMPLES, "sixty rows"])
def test_every_head_has_the_scope_that_it_has_on_the_page(name: str) -> None:
    for title, table in zip(_tags(name).captions(), _tags(name).tables(), strict=True):
        scopes = [(cell.tag, cell.scope) for row in table for cell in row]
        assert set(scopes) <= {("TH", "/Column"), ("TH", "/Row"), ("TD", "")}
        assert (("TH", "/Row") in scopes) == (title == "Reporting Owners")


@pytest.mark.parametrize("name", [*EXAMPLES, "sixty rows"])
def test_the_text_is_read_in_the_order_of_the_page(name: str) -> None:
    """The order of the HTML, but for the box at the right of the head."""
    body = html5lib.parse(_page(name).replace('<p class="form-number">SEC 1474 (03-26)</p>', ""))[1]
    head = next(_elements(body, "header"))
    right = next(each for each in head if each.get("class") == "right")
    head.remove(right)
    head.append(right)
    read = _tags(name).reading().replace(" ", "")
    at = 0
    for words in re.split(r"\s+", " ".join(body.itertext())):
        at = read.index(words.replace("\u00ad", ""), at) + len(words)


def test_the_boxes_beside_the_text_are_read_in_their_place() -> None:
    read = _tags("tecogen-2017").reading()
    places = [
        read.index(words)
        for words in (
            "FORM 4", "Check this box if no longer", "UNITED STATES SECURITIES", "OMB APPROVAL", "0.5", "1. Name and",
            "2. Issuer", "5. Relationship", "Director", "10% Owner", "Officer", "Other (", "6. Individual",
            "* If the form", "Table I", "Reminder", "Table II",
            "Explanation of Responses", "Remarks", "** Intentional", "Benjamin Locke **Signature",
            "11/14/2017 Date", "Note: File three", "Exhibit 24 Power", "Power of Attorney KNOW ALL",
        )
    ]  # fmt: skip
    assert places == sorted(places)


@pytest.mark.parametrize("name", ["tecogen-2017", "sixty rows, draft"])
def test_everything_is_read_or_marked_as_an_artifact_and_running_heads_are_artifacts(name: str) -> None:
    tags = _tags(name)
    for marks, read in zip(tags.marks(), tags.marks_read(), strict=True):
        assert marks - {"artifact"} <= read
    for number, artifacts in enumerate(tags.artifacts(), 1):
        assert f"Page {number} of {len(tags.pdf.pages)}" in artifacts
    assert not re.search(r"Page \d+ of|\(continued\)", tags.reading())


def test_the_parent_tree_leads_from_every_mark_to_its_element() -> None:
    tags = _tags("sixty rows")
    numbers = list(tags.root.ParentTree.Nums)
    parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    for page in tags.pdf.pages:
        for mark, parent in enumerate(parents[int(page.obj.StructParents)]):
            if parent is not None:
                assert (page.obj.objgen, mark) in content(parent)


def test_a_draft_is_read_as_one_first_and_its_mark_on_further_pages_is_an_artifact() -> None:
    tags = _tags("sixty rows, draft")
    assert tags.reading().startswith("DRAFT FORM 4")
    assert tags.reading().count("DRAFT") == 1
    assert ["DRAFT" in page for page in tags.artifacts()] == [False, *[True] * (len(tags.pdf.pages) - 1)]


def test_check_boxes_are_read_as_text() -> None:
    read = _tags("tecogen-2017").reading()
    assert "[X] Officer (give title below)" in read
    assert re.search(r"\[\s?\] Director", read)


def test_links_say_where_they_lead_and_are_printed() -> None:
    tags = _tags("exercise-and-sale")
    links = [each for page in tags.pdf.pages for each in page.get("/Annots", [])]
    words = [str(link.Contents) for link in links]
    assert words[:2] == ["Footnote (1)", "Footnote (1)"]
    assert words[-1] == "7. Back to where this note is cited"
    assert all(re.fullmatch(r"Footnote \(\d\)|\d\. Back to where this note is cited", each) for each in words)
    assert {int(link.F) for link in links} == {4}
    tagged = [kid.Obj for link in tags.elements("Link") for kid in link.K if not isinstance(kid, int)]
    assert [each.objgen for each in tagged] == [each.objgen for each in links]


def test_headings_are_headings_and_begin_with_the_form() -> None:
    tags = _tags("tecogen-2017")
    assert [tags.text(each) for each in tags.elements("H1")] == ["FORM 4"]
    assert [tags.text(each) for each in tags.elements("H2")] == [
        "STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP", "Explanation of Responses:", "Remarks:", "Power of Attorney",
    ]  # fmt: skip


def test_the_file_says_that_it_is_pdf_ua_1_with_title_and_language() -> None:
    file = _tags("tecogen-2017").pdf
    with file.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Form 4: TECOGEN INC. [ TGEN ], Benjamin Locke M."
        assert metadata["xmp:CreateDate"] == "2017-11-14"
        assert "pdfaid:part" not in metadata
    assert str(file.Root.Lang) == "en-US"
    assert file.Root.ViewerPreferences.DisplayDocTitle
    assert file.Root.MarkInfo.Marked


def test_a_packet_that_is_right_already_stays_as_it_is() -> None:
    packet = identified(bytes(_tags("tecogen-2017").pdf.Root.Metadata.read_bytes()))
    assert identified(packet) == packet

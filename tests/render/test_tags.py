"""The structure of every PDF that is made, read back: notes, lists, tables of several pages, nothing empty."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from page_reader import filing
from pikepdf import Name
from printed import DOCUMENTS, EXAMPLES, FORMS, made, many_notes
from tag_reader import Tags, content

from form4gen.render.fonts import own_fonts
from form4gen.render.html import html
from form4gen.render.pango import weasyprint

TEXTLESS = {"TH", "TD", "TR", "TBody"}  # a table without a transaction has one blank row


@cache
def tags(name: str) -> Tags:
    return Tags(made(name))


def kinds(element: Any) -> list[str]:
    return [str(each.S)[1:] for each in element.K if isinstance(each, pikepdf.Dictionary) and "/S" in each]


def below(element: Any) -> list[Any]:
    found = [each for each in element.K if isinstance(each, pikepdf.Dictionary) and "/S" in each]
    return found + [each for child in found for each in below(child)]


@pytest.mark.parametrize("name", FORMS)
def test_each_footnote_is_a_note_with_an_id_a_label_and_its_text(name: str) -> None:
    notes = list(tags(name).elements("Note"))
    assert len(notes) == made_html_notes(name)
    for number, note in enumerate(notes, 1):
        assert str(note.ID)
        assert kinds(note) == ["Lbl", "P"]
        assert tags(name).text(note.K[0]) == f"{number}."


def made_html_notes(name: str) -> int:
    page = many_notes() if name == "many notes" else html(filing(base=name))
    return page.count('role="doc-footnote"')


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_id_is_given_twice(name: str) -> None:
    ids = Counter(bytes(each.ID) for each in tags(name).elements() if "/ID" in each)
    assert max(ids.values()) == 1


@pytest.mark.parametrize("name", FORMS)
def test_each_mark_is_a_reference_that_leads_to_the_note_with_its_number(name: str) -> None:
    file = tags(name).pdf
    names = iter(file.Root.Names.Dests.Names) if "/Names" in file.Root else iter(())
    places = {str(place): target for place, target in zip(names, names, strict=True)}
    notes = {tags(name).text(note.K[0]).rstrip("."): note for note in tags(name).elements("Note")}
    marks = list(tags(name).elements("Reference"))
    assert len(marks) >= len([note for note in notes.values() if kinds(note.K[0]) == ["Link"]])
    for mark in marks:
        assert kinds(mark) == ["Link"]
        (link,) = mark.K
        (annotation,) = (each.Obj for each in link.K if isinstance(each, pikepdf.Dictionary))
        number = re.fullmatch(r"\((\d+)\)", tags(name).text(mark))
        assert number
        page, *_ = places[str(annotation.Dest)]
        first = next(place for each in below(notes[number[1]]) for place in content(each))
        assert page.objgen == first[0]
        assert str(annotation.Dest) == f"note-{number[1]}"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_list_says_how_it_is_numbered_and_each_item_has_a_label_and_a_body(name: str) -> None:
    for each in tags(name).elements("L"):
        assert set(kinds(each)) == {"LI"}
        labels = [tags(name).text(item.K[0]) for item in each.K]
        assert all(kinds(item) == ["Lbl", "LBody"] for item in each.K)
        wanted = "/Disc" if set(labels) == {"\u2013"} else "/Decimal"
        assert (each.A.O, each.A.ListNumbering) == (Name.List, wanted)
        if wanted == "/Decimal":
            first = int(labels[0].strip("(.)"))
            assert [int(label.strip("(.)")) for label in labels] == list(range(first, first + len(labels)))


def test_the_powers_of_an_exhibit_and_the_actions_of_a_memorandum_are_lists() -> None:
    for name in ("tecogen-2017", "memorandum", "closing set"):
        assert list(tags(name).elements("L"))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_part_is_empty_but_those_of_a_blank_table(name: str) -> None:
    for each in tags(name).elements():
        if str(each.S)[1:] not in TEXTLESS:
            assert tags(name).text(each), each


@pytest.mark.parametrize("name", DOCUMENTS)
def test_text_is_in_paragraphs_headings_cells_items_and_links_alone(name: str) -> None:
    holders = {str(each.S)[1:] for each in tags(name).elements() if content(each)}
    assert holders <= {"P", "H1", "H2", "H3", "H4", "TH", "TD", "Lbl", "LBody", "Link"}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_row_of_a_table_has_as_many_columns_as_the_others(name: str) -> None:
    for table in tags(name).tables():
        places: dict[tuple[int, int], int] = {}
        for top, row in enumerate(table):
            left = 0
            for cell in row:
                while (top, left) in places:
                    left += 1
                for down in range(cell.height):
                    for right in range(cell.width):
                        assert (top + down, left + right) not in places
                        places[top + down, left + right] = top
        rows = Counter(top for top, _ in places)
        assert len(rows) == len(table)
        assert len(set(rows.values())) == 1


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_running_head_and_foot_are_artifacts_of_these_kinds(name: str) -> None:
    for page in tags(name).pdf.pages:
        properties = [
            (str(each.operands[1].get("/Type", "")), str(each.operands[1].get("/Subtype", "")))
            for each in pikepdf.parse_content_stream(page)
            if str(each.operator) == "BDC" and each.operands[0] == Name.Artifact
        ]
        assert ("/Pagination", "/Footer") in properties
        assert set(properties) <= {("/Pagination", ""), ("/Pagination", "/Header"), ("/Pagination", "/Footer")} | {
            ("/Layout", "")
        }


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_first_page_is_drawn_in_the_order_in_which_it_is_read(name: str) -> None:
    """All but the marks of a line that floats end, such as the numbers of the OMB box."""
    page = tags(name).pdf.pages[0]
    read = [number for each in tags(name).elements() for at, number in content(each) if at == page.obj.objgen]
    kept = sum(first < second for first, second in pairwise(read))
    assert kept >= 0.95 * (len(read) - 1)


def _plain() -> Tags:
    """The PDF of a form with tables of several pages as WeasyPrint makes it."""
    page = many_notes()
    with own_fonts(page):
        return Tags(weasyprint().HTML(string=page).write_pdf(pdf_variant="pdf/ua-1"))


def _wrong_heads(read: Tags) -> bool:
    return not any(row[3].heads == ("3. Transaction Code (Instr. 8)", "Code") for row in next(read.tables())[3:])


ISSUES = "https://github.com/Kozea/WeasyPrint/issues/"
FAULTS: dict[str, Callable[[Tags], bool]] = {
    ISSUES + "2903 a table of several pages is several": lambda read: len(list(read.elements("Table"))) > 3,
    ISSUES + "1794 a caption is not repeated": lambda read: not list(read.elements("Caption")),
    ISSUES + "2508 no scope": lambda read: all("/Scope" not in each.A for each in read.elements("TH")),
    "https://github.com/Kozea/WeasyPrint/pull/2471 wrong header cells": _wrong_heads,
    ISSUES + "1836 running heads are no artifacts": lambda read: "Footer" not in str(read.artifacts()),
    ISSUES + "2482 no notes": lambda read: not list(read.elements("Note")),
    ISSUES + "2482 empty paragraphs": lambda read: any(not read.text(each) for each in read.elements("P")),
}  # fmt: skip


def test_each_fault_for_which_the_structure_is_made_anew_is_still_there_in_weasyprint() -> None:
    """If none is left, ``box_tags.py`` and what belongs to it are not needed any more."""
    plain = _plain()
    found = {words for words, is_there in FAULTS.items() if is_there(plain)}
    assert found == set(FAULTS)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_qpdf_finds_no_fault(name: str, tmp_path: Path) -> None:
    qpdf = shutil.which("qpdf")
    if qpdf is None:
        pytest.skip("qpdf is not installed (Debian: apt-get install qpdf)")
    (tmp_path / "made.pdf").write_bytes(made(name))
    run = subprocess.run((qpdf, "--check", "made.pdf"), cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: S603  a fixed command
    assert run.returncode == 0, run.stdout + run.stderr

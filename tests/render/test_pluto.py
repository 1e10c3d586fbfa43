"""The untagged PDF: the same words, nothing fetched, and marked as what it is."""

from __future__ import annotations

import sys
from io import BytesIO

import pytest
from local_server import server
from page_reader import filing
from pypdf import PdfReader

from form4gen.errors import MissingLibraryError, UnusableInputError
from form4gen.render.html import html
from form4gen.render.pdf import pdf
from form4gen.render.pluto import UNTAGGED, untagged_pdf


def _words(content: bytes) -> list[str]:
    pages = [page.extract_text() for page in PdfReader(BytesIO(content)).pages]
    return sorted(" ".join(pages).replace("-\n", "-").split())


def _drawn(**changes: object) -> bytes:
    pytest.importorskip("plutoprint")
    return untagged_pdf(html(filing(**changes))).content


def _tagged(base: str) -> bytes:
    return pdf(html(filing(base=base))).content


def test_it_has_the_cells_of_the_form_and_is_marked_as_untagged() -> None:
    content = _drawn()
    read = PdfReader(BytesIO(content))
    words = _words(content)
    for word in ("TECOGEN", "2,000", "3,418", "11/14/2017", "WALTHAM"):
        assert word in words
        assert word in _words(pdf(html(filing())).content)
    assert "/StructTreeRoot" not in read.root_object
    metadata = read.metadata
    assert metadata is not None
    assert metadata.subject == UNTAGGED
    assert str(metadata["/CreationDate"]).removeprefix("D:").startswith("20171114")


def test_the_same_page_gives_the_same_bytes_and_an_unsigned_one_is_not_dated_by_the_clock() -> None:
    assert _drawn() == _drawn()
    metadata = PdfReader(BytesIO(_drawn(**{"/ownerSignatures": []}))).metadata
    assert metadata is not None
    assert str(metadata["/CreationDate"]).removeprefix("D:").startswith("19700101")


def test_a_page_is_the_same_whatever_was_drawn_before_it() -> None:
    """Fontconfig is read once: a font that is gone by the second page would leave blanks and dozens of pages."""
    for base in ("rsu-grant", "joint-funds"):
        assert len(PdfReader(BytesIO(_drawn(base=base))).pages) == len(PdfReader(BytesIO(_tagged(base))).pages)
    assert len(PdfReader(BytesIO(_drawn())).pages) == 2
    assert {"appoints,", "authorizes", "Garrison"} <= {*_words(_drawn())}


def test_notes_are_linked_from_their_marks_and_nothing_is_said_of_it(capfd: pytest.CaptureFixture[str]) -> None:
    pages = PdfReader(BytesIO(_drawn(base="exercise-and-sale"))).pages
    links = [each.get_object() for page in pages for each in page.get("/Annots", [])]
    assert len(links) > 6
    assert {str(link["/Dest"])[:5] for link in links} == {"note-", "cited"}
    assert capfd.readouterr() == ("", "")


def test_a_relative_address_is_refused_too() -> None:
    pytest.importorskip("plutoprint")
    with pytest.raises(UnusableInputError, match=r"x\.png"):
        untagged_pdf('<img src="x.png">')


def test_a_word_breaks_only_where_it_is_longer_than_its_line() -> None:
    drawn = {*_words(_drawn(base="joint-funds"))}
    assert {"Transaction", "Beneficially", "Ownership", "Underlying", "Securities"} <= drawn


@pytest.mark.parametrize(
    "ask",
    [
        '<link rel=stylesheet href="{}/x.css">', '<style>@import "{}/x.css";</style>', '<img src="{}/x.png">',
        '<p style="background: url({}/x.png)">x</p>', '<svg><image href="{}/x.png"/></svg>',
        "<style>@font-face {{ font-family: f; src: url({}/f.woff) }} p {{ font-family: f }}</style><p>x</p>",
    ],
)  # fmt: skip
def test_our_fetcher_refuses_what_the_plain_fetcher_loads(ask: str) -> None:
    engine = pytest.importorskip("plutoprint")
    with server() as (address, asked):
        page = ask.format(address)
        book = engine.Book(engine.PAGE_SIZE_LETTER, engine.PAGE_MARGINS_NONE, engine.MEDIA_TYPE_PRINT)
        book.load_html(page)
        book.write_to_pdf_stream(BytesIO())
        assert asked, "the hole must be open in the plain settings"
        asked.clear()
        with pytest.raises(UnusableInputError, match=r"The page loads 'http://.*'; a page may not load anything"):
            untagged_pdf(page)
        assert asked == []


def test_a_file_is_refused_too() -> None:
    pytest.importorskip("plutoprint")
    with pytest.raises(UnusableInputError, match="file:///etc/passwd"):
        untagged_pdf('<img src="file:///etc/passwd">')


def test_characters_without_a_glyph_are_named() -> None:
    pytest.importorskip("plutoprint")
    assert untagged_pdf(html(filing(**{"/issuer/issuerName": "\u6f22\u5b57 Example \u6f22"}))).missing == (
        "\u6f22",
        "\u5b57",
    )
    assert untagged_pdf(html(filing())).missing == ()


def test_without_the_package_the_line_that_installs_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "plutoprint", None)
    with pytest.raises(MissingLibraryError, match=r"pip install 'form4gen\[plutoprint\]'"):
        untagged_pdf("<p>x</p>")

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pytest
from fontTools.ttLib import TTFont
from page_reader import filing
from tag_reader import Tags

from form4gen.errors import UnusableInputError
from form4gen.render.fonts import own_fonts
from form4gen.render.html import html
from form4gen.render.pango import weasyprint
from form4gen.render.pdf import pdf
from form4gen.resources import path_of

LONG_NATURE = "By the Example Family Irrevocable Trust of 2019, as co-trustee with an independent trustee, ends"
DRAW = """
import json, sys
from decimal import Decimal
from form4gen.intake.structure import structure
from form4gen.render.fonts import own_fonts
from form4gen.render.html import html
from form4gen.render.pdf import pdf
document = json.load(open(sys.argv[1], encoding="utf-8"), parse_int=Decimal, parse_float=Decimal)
sys.stdout.buffer.write(pdf(html(structure(document))).content)
"""

COUNT = """
import ctypes, sys
library = ctypes.CDLL({"darwin": "libfontconfig.1.dylib"}.get(sys.platform, "libfontconfig.so.1"))
library.FcInitLoadConfigAndFonts.restype = ctypes.c_void_p
library.FcConfigGetFonts.restype = ctypes.POINTER(ctypes.c_int)
library.FcConfigGetFonts.argtypes = ctypes.c_void_p, ctypes.c_int
fonts = library.FcConfigGetFonts(library.FcInitLoadConfigAndFonts(), 0)
print(fonts[0] if fonts else 0)
"""


def _read(content: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(content))


@cache
def _pages(content: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in _read(content).pages]


@cache
def _tecogen() -> bytes:
    return pdf(html(filing())).content


def _row(number: int) -> dict[str, Any]:
    return {
        "securityTitle": {"value": f"Begin{number:02d} Class A Common Stock, par value $0.0001", "footnotes": ["F1"]},
        "transactionDate": "2017-11-14", "transactionCode": "S", "transactionShares": "123456789.1234",
        "transactionPricePerShare": {"value": "1234.5678", "footnotes": [f"F{number + 1}"]},
        "transactionAcquiredDisposedCode": "D", "sharesOwnedFollowingTransaction": 99999999 - number,
        "directOrIndirectOwnership": "I",
        "natureOfOwnership": {"value": f"{LONG_NATURE}{number:02d}", "footnotes": ["F2"]},
    }  # fmt: skip


@cache
def _sixty_rows() -> bytes:
    """60 rows, 99 footnotes of 1,000 characters, 12 owners, 12 signatures and 2,000 characters of remarks."""
    owner = {"rptOwnerStreet1": "1 Example Street", "rptOwnerCity": "Boston", "rptOwnerState": "MA", "isDirector": True}
    notes = {
        f"F{number}": f"Note{number:02d}begins {'word ' * 196}Note{number:02d}ends"[:1000] for number in range(1, 100)
    }
    return pdf(
        html(
            filing(
                **{
                    "/issuer/issuerName": "Example Holdings International Incorporated and Sons Technologies " * 2,
                    "/reportingOwners": [owner | {"rptOwnerName": f"Sample Fund {number:02d}"} for number in range(12)],
                    "/nonDerivativeTable": [_row(number) for number in range(30)],
                    "/derivativeTable": [_row(number) for number in range(30, 60)],
                    "/footnotes": notes,
                    "/remarks": "remark " * 280 + "the last remark",
                    "/ownerSignatures": [
                        {"signatureName": f"/s/ Signer{number:02d}, Attorney-in-Fact", "signatureDate": "2017-11-15"}
                        for number in range(12)
                    ],
                }
            ),
            draft=True,
        )
    ).content


def test_the_pdf_contains_the_form_and_its_exhibit() -> None:
    form, exhibit = _pages(_tecogen())
    for words in (
        "Benjamin Locke M.", "45 FIRST AVE", "WALTHAM MA 02451", "UNITED STATES", "TECOGEN INC. [ TGEN ]", "Co-CEO",
        "[X] Officer (give title below)", "Common Stock 11/14/2017 P 2,000 A $ 2.64 3,418 D",
        "Exhibit List: Exhibit 24 - Power of Attorney", "SEC 1474 (03-26) Page 1 of 2",
    ):  # fmt: skip
        assert words in form, words
    assert "Power of Attorney" in exhibit
    assert "David Garrison" in exhibit
    assert "Page 2 of 2" in exhibit


def test_the_form_lies_on_us_letter_across_and_the_exhibit_upright() -> None:
    assert [(page.mediabox.width, page.mediabox.height) for page in _read(_tecogen()).pages] == [(792, 612), (612, 792)]


def test_every_font_is_inside_the_pdf_and_is_our_own() -> None:
    names = set()
    for page in _read(_sixty_rows()).pages:
        for font in page["/Resources"]["/Font"].values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            assert "/FontFile2" in inner["/FontDescriptor"].get_object()
            names.add(str(inner["/BaseFont"]).split("+")[1])
    assert {"Arimo", "Arimo-Bold", "Arimo-Italic"} <= names
    assert all(name.startswith("Arimo") for name in names)


def test_the_metadata_name_the_filing_and_are_dated_by_its_signature() -> None:
    metadata = _read(_tecogen()).metadata
    assert metadata is not None
    assert metadata.title == "Form 4: TECOGEN INC. [ TGEN ], Benjamin Locke M."
    assert metadata.author == "Benjamin Locke M."
    assert metadata["/CreationDate"].startswith("D:20171114")
    assert metadata["/ModDate"].startswith("D:20171114")


def test_the_pdf_is_tagged_and_says_its_language() -> None:
    catalog = _read(_tecogen()).root_object
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "en-US"
    assert "/StructTreeRoot" in catalog


def test_the_bookmarks_are_the_parts_of_the_form() -> None:
    def titles(entries: list[Any]) -> list[str]:
        return [title for entry in entries for title in (titles(entry) if isinstance(entry, list) else [entry.title])]

    assert titles(_read(_sixty_rows()).outline) == [
        "FORM 4", "Table I", "Table II", "Reporting Owners", "Explanation of Responses:", "Remarks:",
        "Power of Attorney",
    ]  # fmt: skip


def test_a_note_in_the_pdf_is_linked_from_its_mark() -> None:
    cited = {"value": 2.64, "footnotes": ["F1"]}
    drawn = pdf(html(filing(**{"/footnotes": {"F1": "A."}, "/nonDerivativeTable/0/transactionPricePerShare": cited})))
    targets = [link.get_object()["/Dest"] for link in _read(drawn.content).pages[0]["/Annots"]]
    assert targets == ["note-1", "cited-1"]


def test_table_titles_and_heads_are_repeated_on_every_page_of_a_table() -> None:
    for page in _pages(_sixty_rows()):
        numbers = [int(number) for number in re.findall(r"Begin(\d\d)", page)]
        assert (
            page.count("Table I — Non-Derivative")
            == page.count("7. Nature of Indirect")
            == any(n < 30 for n in numbers)
        )
        assert (
            page.count("Table II — Derivative") == page.count("11. Nature of Indirect") == any(n >= 30 for n in numbers)
        )
        assert page.count("Reporting Owner Name / Address") == bool(re.search(r"Sample Fund \d\d 1 Example", page))


def test_a_row_is_never_split_between_pages() -> None:
    found = []
    for page in _pages(_sixty_rows()):
        begins = re.findall(r"Begin(\d\d)", page)
        assert begins == re.findall(r"ends(\d\d)", page)
        found += begins
    assert found == [f"{number:02d}" for number in range(60)]


def test_nothing_is_cut_off() -> None:
    whole = "".join("".join(_pages(_sixty_rows())).split())
    for number in range(1, 100):
        assert f"Note{number:02d}begins" in whole
    for number in range(60):
        assert f"{LONG_NATURE}{number:02d}".replace(" ", "") in whole
    assert whole.count("123,456,789.1234") == 60
    assert whole.count("$1,234.5678") == 60
    for number in range(12):
        assert f"SampleFund{number:02d}" in whole
        assert f"/s/Signer{number:02d},Attorney-in-Fact" in whole
    assert "thelastremark" in whole


def _lines(cells: dict[str, Any]) -> list[str]:
    row = {key: value for key, value in _row(1).items() if key != "natureOfOwnership"}
    notes = {f"F{number}": "One." for number in range(1, 10)}
    page = pdf(html(filing(**{"/derivativeTable": [row | cells], "/footnotes": notes}))).content
    return _read(page).pages[0].extract_text().replace("\u00a0", " ").split("\n")


def test_dates_and_numbers_stay_on_a_line_with_their_marks() -> None:
    cells = {
        "exerciseDate": {"value": "2027-01-01", "footnotes": ["F1", "F2"]}, "transactionShares": "1234567890.1234",
        "underlyingSecurityShares": "987654321",
        "conversionOrExercisePrice": {"value": "98765.4321", "footnotes": ["F3"]},
    }  # fmt: skip
    lines = _lines(cells)
    for text in ("01/01/2027(1)(2)", "1,234,567,890.1234", "987,654,321", "$ 98,765.4321 (3)"):
        assert sum(text in each for each in lines) == 1, text


def test_where_there_is_no_room_for_all_numbers_one_ends_its_line_after_a_comma() -> None:
    names = (
        "conversionOrExercisePrice", "transactionPricePerShare", "underlyingSecurityValue", "transactionTotalValue",
        "valueOwnedFollowingTransaction",
    )  # fmt: skip
    cells = {name: {"value": "123456789012345678901234567.5678", "footnotes": ["F1"]} for name in names}
    lines = _lines(cells)
    assert not any("123,456,789,012,345,678,901,234,567.5678" in each for each in lines)
    assert sum("123,456,789," in each for each in lines) > 0
    assert "".join(lines).count("567.5678") == len(names)


def test_every_page_is_numbered_and_from_the_second_on_names_issuer_and_person() -> None:
    pages = _pages(_sixty_rows())
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
    for page in pages[1:-1]:
        assert "FORM 4 (continued)" in page
        assert "[ TGEN ], Sample Fund 00 and 11 others" in page
    assert "FORM 4 (continued)" not in pages[0] + pages[-1]


def test_a_draft_says_so_on_every_page_and_in_the_metadata() -> None:
    assert all("DRAFT" in page for page in _pages(_sixty_rows()))
    metadata = _read(_sixty_rows()).metadata
    assert metadata is not None
    assert str(metadata.title).startswith("DRAFT Form 4: ")
    assert metadata["/Keywords"] == "DRAFT"
    assert not any("DRAFT" in page for page in _pages(_tecogen()))


@pytest.mark.parametrize("draft", [False, True])
def test_an_address_that_is_hidden_is_nowhere_in_the_pdf(draft: bool) -> None:  # noqa: FBT001  a parameter of the test
    joint = filing(base="joint-funds")
    content = pdf(html(joint, draft=draft, hide_address=True)).content
    tags = Tags(content)
    streams = [each.read_bytes() for each in tags.pdf.objects if isinstance(each, pikepdf.Stream)]
    whole = " ".join([tags.reading(), *tags.artifacts(), *(each.decode("latin-1") for each in streams)])
    whole += " ".join(str(each) for each in tags.pdf.trailer.Info.values())
    assert "(address withheld)" in whole
    assert joint.reporting_owners
    for owner in joint.reporting_owners:
        for part in (owner.rpt_owner_street1, owner.rpt_owner_street2, owner.rpt_owner_city):
            assert part
            assert part not in whole
    assert ("DRAFT" in str(tags.pdf.trailer.Info.Title)) == draft


def test_a_form_without_lines_is_drawn() -> None:
    drawn = pdf(html(filing(**{"/nonDerivativeTable": [], "/powersOfAttorney": []})))
    assert len(_read(drawn.content).pages) == 1


def test_the_same_filing_gives_the_same_bytes_in_another_process_place_and_hash_seed(tmp_path: Path) -> None:
    example = path_of("schemas", "examples", "tecogen-2017.json")
    there = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.run(  # noqa: S603  this interpreter
        (sys.executable, "-c", DRAW, example), check=True, capture_output=True, cwd=tmp_path, env=os.environ | there
    )
    assert run.stdout == _tecogen() == pdf(html(filing())).content


@pytest.mark.parametrize("fonts", [0, 50])
def test_whatever_fonts_are_installed_the_page_is_the_same(fonts: int, tmp_path: Path) -> None:
    configuration = _machine_with(fonts, tmp_path)
    example = path_of("schemas", "examples", "tecogen-2017.json")
    there = os.environ | {"FONTCONFIG_FILE": configuration, "PYTHONPATH": os.pathsep.join(sys.path)}
    seen, drawn = (
        subprocess.run((sys.executable, "-c", code, example), capture_output=True, env=there, check=False)  # noqa: S603  this interpreter
        for code in (COUNT, DRAW)
    )
    if seen.returncode:
        pytest.skip(f"Fontconfig cannot be asked here: {seen.stderr.decode()[-200:]}")
    assert int(seen.stdout) == fonts
    assert drawn.returncode == 0, drawn.stderr.decode()
    assert drawn.stdout == _tecogen()


def _machine_with(fonts: int, home: Path) -> str:
    """Fontconfig's configuration of a machine with that many fonts, each twice as wide as ours, some with its names."""
    folder = home / "fonts"
    folder.mkdir()
    with own_fonts(html(filing())):
        face = TTFont(Path(os.environ["FONTCONFIG_FILE"]).parent / "faces" / "0-400.ttf")
    widths = face["hmtx"].metrics
    widths.update({glyph: (2 * width, bearing) for glyph, (width, bearing) in widths.items()})
    names = ["Arimo", "Liberation Sans", "Arial", "Helvetica"]
    for number in range(fonts):
        family = names[number] if number < len(names) else f"Example {number}"
        for name, words in ((1, family), (4, family), (6, family.replace(" ", "-")), (16, family)):
            face["name"].setName(words, name, 3, 1, 0x409)
        face.save(folder / f"{number}.ttf")
    file = home / "fonts.conf"
    file.write_text(
        f"<?xml version='1.0'?><fontconfig><dir>{folder}</dir><cachedir>{home / 'cache'}</cachedir></fontconfig>"
    )
    return str(file)


def test_a_character_without_a_glyph_is_printed_as_a_box_with_its_code_point() -> None:
    row = _row(1) | {"securityTitle": {"value": "漢 Shares", "footnotes": ["F1"]}}
    changes: dict[str, Any] = {"/issuer/issuerName": "漢字 Example", "/nonDerivativeTable": [row] * 30}
    first, second, *_ = _pages(pdf(html(filing(**changes), draft=True)).content)
    assert "U+6F22 U+5B57 Example" in first
    assert "U+6F22 Shares" in first
    assert "[U+6F22][U+5B57] Example" in second  # the running head, where no box can be drawn
    assert "漢" not in first + second


def test_characters_without_a_glyph_are_named_once_each_in_order(capfd: pytest.CaptureFixture[str]) -> None:
    drawn = pdf(html(filing(**{"/issuer/issuerName": "漢字 Example 漢", "/remarks": "Ω ก"})))
    assert drawn.missing == ("漢", "字", "ก")
    assert capfd.readouterr() == ("", "")
    assert pdf(html(filing())).missing == ()


def test_drawing_says_nothing(capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture) -> None:
    pdf(html(filing(), draft=True))
    assert capfd.readouterr() == ("", "")
    assert not caplog.records


def test_a_page_that_requests_a_file_gets_it_from_the_plain_fetcher_and_is_refused_by_ours(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    page = f'<link rel=attachment href="{secret.as_uri()}">'
    open_pdf = weasyprint().HTML(string=page).write_pdf()
    assert dict(_read(open_pdf).attachments) == {"secret.txt": [b"the secret"]}
    with pytest.raises(UnusableInputError, match=r"The page loads 'file:///.*'; a page may not load anything"):
        pdf(page)


@pytest.mark.parametrize(
    "page",
    [
        '<a rel=attachment href="file:///etc/passwd">x</a>', '<img src="file:///etc/passwd">',
        '<img src="http://127.0.0.1:9/x.png">', '<img src="data:image/png;base64,AAAA">',
        '<style>@import "http://127.0.0.1:9/x.css";</style>', '<link rel=stylesheet href="http://127.0.0.1:9/x.css">',
        '<p style="background: url(http://127.0.0.1:9/x.png)">x</p>', '<object data="file:///etc/passwd"></object>',
        '<svg><image href="http://127.0.0.1:9/x.png"/></svg>',
    ],
)  # fmt: skip
def test_every_other_way_to_request_something_is_refused_too(page: str) -> None:
    with pytest.raises(UnusableInputError, match="a page may not load anything"):
        pdf(page)


@pytest.mark.parametrize(
    "name", ["<link rel=attachment href=file:///etc/passwd>", "<img src=file:///etc/passwd>", "}} @import 'x.css'; {{"]
)
def test_an_issuer_with_a_hostile_name_is_drawn_as_it_is_typed(name: str) -> None:
    drawn = _read(pdf(html(filing(**{"/issuer/issuerName": name}))).content)
    assert drawn.attachments == {}
    assert name.replace(" ", "") in "".join(drawn.pages[0].extract_text().split())

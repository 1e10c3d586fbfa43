"""The closing set, read back: one PDF/A-3 with the form, the exhibit, the memorandum and what they were made of."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
from datetime import datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pikepdf
import pypdf
import pytest
from pikepdf import Name
from tag_reader import Tags

from form4gen.api.check import validate
from form4gen.api.closing import render_closing
from form4gen.api.load import load
from form4gen.api.reports import Report, report_of
from form4gen.render.pdf import Pdf
from form4gen.resources import path_of

TECOGEN = path_of("schemas", "examples", "tecogen-2017.json")
EVENING = datetime(2017, 11, 14, 20, 0, tzinfo=ZoneInfo("America/New_York"))
JARS = (
    "preflight", "pdfbox2", "xmpbox", "fontbox2", "commons-logging", "commons-io", "javax.activation", "jaxb-api",
)  # fmt: skip
# What PDF/A-1 forbids and PDF/A-3 allows: files inside, streams of cross references, subsets without a list of glyphs.
ALLOWED_IN_PART_3 = {
    "1.2.9": "EmbeddedFile entry is present in a FileSpecification dictionary",
    "1.4.7": "EmbeddedFile entry is present in the Names dictionary",
    "1.4": "/XRef cross reference streams are not allowed",
    "3.1.11": "The CIDSet entry is missing for the Composite Subset",
    "7.11.2": "part must be 1",
}


def _closed(raw: bytes, file: str = TECOGEN, *, draft: bool = False, **changes: Any) -> Pdf:
    loaded = load(raw)
    assert loaded.filing is not None
    report: Report = report_of(file, EVENING, loaded, validate(loaded, EVENING, is_planned=True))
    return render_closing(loaded.filing, loaded.document.raw, report._replace(**changes), draft=draft)


def _raw(**changes: Any) -> bytes:
    return json.dumps(json.loads(Path(TECOGEN).read_text("utf-8")) | changes).encode()


@cache
def _tecogen() -> bytes:
    return _closed(Path(TECOGEN).read_bytes()).content


def _open(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(content))


def _pages(content: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def test_the_form_the_exhibit_the_memorandum_and_the_list_of_files_follow_the_index() -> None:
    pages = _pages(_tecogen())
    assert "Closing set Form 4 of Benjamin Locke M. for TECOGEN INC. (TGEN)" in pages[0]
    assert "STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP" in pages[1]
    assert "Common Stock 11/14/2017 P 2,000 A $ 2.64 3,418 D" in pages[1]
    assert "Power of Attorney" in pages[2]
    assert "Pre-filing memorandum Form 4 of Benjamin Locke M." in pages[3]
    assert "Enclosed files" in pages[-1]
    assert "TECOGEN INC., Benjamin Locke M." in pages[-1]


def test_a_power_of_attorney_held_as_html_is_drawn_as_what_it_says() -> None:
    page = {"fileName": "poa.htm", "text": "<html><body><p>I <b>appoint</b> you.</p></body></html>"}
    drawn = _pages(_closed(_raw(powersOfAttorney=[page])).content)
    assert "I appoint you." in drawn[2]
    assert not any("<p>" in each for each in drawn[:3])


def test_no_character_of_it_is_without_a_glyph() -> None:
    assert _closed(Path(TECOGEN).read_bytes()).missing == ()


def test_it_says_that_it_is_pdf_a_3a_and_pdf_ua_1() -> None:
    file = _open(_tecogen())
    with file.open_metadata() as metadata:
        assert [metadata[key] for key in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")] == ["3", "A", "1"]
        assert metadata["dc:title"] == str(file.docinfo["/Title"]) == "Form 4: TECOGEN INC. [ TGEN ], Benjamin Locke M."
    packet = file.Root.Metadata.read_bytes()
    assert packet.count(b"<rdf:RDF") == 1
    assert b"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>" in packet
    assert file.pdf_version == "1.7"
    assert str(file.Root.Lang) == "en-US"
    assert file.Root.ViewerPreferences.DisplayDocTitle
    assert file.Root.MarkInfo.Marked
    assert file.Root.OutputIntents[0].S == Name.GTS_PDFA1
    assert "/Encrypt" not in file.trailer


def _index(content: bytes) -> dict[str, str]:
    """The parts with their pages, as the index lists them."""
    table = next(Tags(content).tables())
    return {row[0].text: row[1].text for row in table[1:]}


def test_the_pages_are_numbered_as_one_set() -> None:
    pages = _pages(_tecogen())
    for number, page in enumerate(pages, 1):
        assert re.findall(r"Page \d+ of \d+", page) == [f"Page {number} of {len(pages)}"]


def test_a_part_of_several_pages_begins_on_its_first() -> None:
    power = {"fileName": "poa.txt", "text": "I appoint you.\n\n" * 200}
    content = _closed(_raw(powersOfAttorney=[power])).content
    last = (
        next(number for number, page in enumerate(_pages(content), 1) if "Pre-filing memorandum Form 4 of" in page) - 1
    )
    assert last > 4
    assert _index(content)["Exhibit 24: Power of Attorney"] == f"3\u2013{last}"
    assert _index(content)["Form 4"] == "2"


def test_the_index_leads_to_each_part() -> None:
    file = _open(_tecogen())
    links = [each for each in file.pages[0].Annots if each.Subtype == Name.Link]
    tree = iter(file.Root.Names.Dests.Names)
    places = {str(name): place for name, place in zip(tree, tree, strict=True)}
    assert [file.pages.index(places[str(each.Dest)][0]) + 1 for each in links] == [2, 3, 4, 6]
    assert str(links[1].Contents) == "Exhibit 24: Power of Attorney, page 3"


def test_an_action_of_the_memorandum_names_the_page_of_the_set() -> None:
    pages = _pages(_closed(_raw(periodOfReport="2017-11-13"), draft=True).content)
    named = {int(each) for page in pages for each in re.findall(r"Details, page (\d+)", page)}
    (place,) = (number for number, page in enumerate(pages, 1) if "Findings by item of the form" in page)
    assert min(named) == place


def test_an_index_of_several_pages_is_numbered_too() -> None:
    power = {"fileName": "poa.txt", "text": "I appoint you."}
    content = _closed(_raw(powersOfAttorney=[power] * 40)).content
    pages = _pages(content)
    assert "Exhibit 24" in pages[0]
    assert "Exhibit 24" in pages[1]
    assert "STATEMENT OF CHANGES" in pages[2]
    shown = "".join(re.sub(r"Page \d+ of \d+", "", page) for page in pages[:2])
    assert re.search(rf"Enclosed files {len(pages) - 1}\u2013{len(pages)}\b", shown)
    assert f"Page 3 of {len(pages)}" in pages[2]


def test_the_exhibit_is_inside_as_edgar_receives_it() -> None:
    file = _open(_tecogen())
    text = file.attachments["ex24.txt"].get_file().read_bytes()
    assert text.split()[:5] == [b"EXHIBIT", b"24", b"POWER", b"OF", b"ATTORNEY"]
    assert all(len(line) <= 80 for line in text.splitlines())
    page = {"fileName": "poa.htm", "text": "<html><body><p>I <b>appoint</b> you.</p></body></html>"}
    file = _open(_closed(_raw(powersOfAttorney=[page])).content)
    assert file.attachments["poa.htm"].get_file().read_bytes().strip() == page["text"].encode()


def test_an_exhibit_that_cannot_be_written_is_not_inside_and_the_last_page_says_why() -> None:
    power = {"fileName": "poa.txt", "text": "I appoint \u0100nna."}
    closed = _closed(_raw(powersOfAttorney=[power]), draft=True).content
    assert list(_open(closed).attachments) == ["findings.json", "form4.json", "form4.xml"]
    assert "Exhibit 24 is not attached as EDGAR receives it, because it cannot be written." in _pages(closed)[-1]


def test_an_exhibit_with_the_name_of_another_file_is_inside_under_its_own() -> None:
    power = {"fileName": "original.txt", "text": "I appoint you."}
    closed = _closed(_raw(powersOfAttorney=[power]), media_type="text/plain").content
    assert list(_open(closed).attachments) == ["exhibit-original.txt", "findings.json", "original.txt"]


def test_every_part_has_its_bookmarks() -> None:
    file = _open(_tecogen())
    with file.open_outline() as outline:
        titles = [each.title for each in outline.root]
        pages = [file.pages.index(each.destination[0]) + 1 for each in outline.root]
    names = ["Closing set", "FORM 4", "Exhibit 24: Power of Attorney", "Pre-filing memorandum", "Enclosed files"]
    assert titles == names
    assert pages == [1, 2, 3, 4, len(file.pages)]
    assert _index(_tecogen()) == dict(zip(["Form 4", *names[2:]], ["2", "3", "4\u20135", "6"], strict=True))


def test_every_font_is_embedded_with_the_meaning_of_its_glyphs() -> None:
    file = _open(_tecogen())
    fonts = [font for page in file.pages for font in page.Resources.Font.values()]
    assert fonts
    for font in fonts:
        assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
        assert "/ToUnicode" in font


def test_everything_is_read_or_an_artifact_and_every_cell_has_heads() -> None:
    tags = Tags(_tecogen())
    for marks, read in zip(tags.marks(), tags.marks_read(), strict=True):
        assert marks - {"artifact"} <= read
    tables = list(tags.tables())
    assert len(tables) > 4
    for table in tables:
        for row in table:
            for cell in row:
                assert cell.heads if cell.tag == "TD" else cell.scope in ("/Column", "/Row")
    digests = tables[-1]
    assert [cell.heads for cell in digests[1]][1:] == [
        ("ex24.txt", "What it is"), ("ex24.txt", "Bytes"), ("ex24.txt", "SHA-256"),
    ]  # fmt: skip


def test_the_files_inside_are_complete_and_their_digests_are_on_the_last_page() -> None:
    file = _open(_tecogen())
    inside = {name: each.get_file().read_bytes() for name, each in file.attachments.items()}
    assert list(inside) == sorted(inside) == ["ex24.txt", "findings.json", "form4.json", "form4.xml"]
    assert inside["form4.json"] == Path(TECOGEN).read_bytes()
    assert inside["form4.xml"].startswith(b'<?xml version="1.0"?>\n<ownershipDocument>')
    findings = json.loads(inside["findings.json"])
    assert (findings["file"], findings["filedAt"]) == ("form4.json", "2017-11-14T20:00:00-05:00")
    last = "".join(_pages(_tecogen())[-1].split())
    for name, content in inside.items():
        assert re.search(rf"{name}.*{len(content):,}{sha256(content).hexdigest()}", last), name


def test_the_files_inside_are_named_dated_by_the_signature_and_associated_once() -> None:
    file = _open(_tecogen())
    kinds = {}
    for each in file.Root.AF:
        stream = each.EF.F
        kinds[str(each.UF)] = (str(each.AFRelationship), str(stream.Subtype))
        assert str(stream.Params.CreationDate) == str(stream.Params.ModDate) == "D:20171114000000Z"
        assert str(each.Desc)
    assert kinds == {
        "ex24.txt": ("/Data", "/text/plain"),
        "findings.json": ("/Supplement", "/application/json"),
        "form4.json": ("/Source", "/application/json"),
        "form4.xml": ("/Data", "/text/xml"),
    }
    assert len(file.Root.AF) == 4


def test_a_filing_that_nobody_signed_is_dated_by_its_time_of_filing() -> None:
    file = _open(_closed(_raw(ownerSignatures=[])).content)
    assert str(file.Root.AF[0].EF.F.Params.ModDate) == "D:20171114000000Z"


def test_the_filing_is_enclosed_byte_for_byte_with_its_byte_order_mark_and_line_ends() -> None:
    raw = b"\xef\xbb\xbf" + Path(TECOGEN).read_bytes().replace(b"\n", b"\r\n")
    file = _open(_closed(raw).content)
    assert file.attachments["form4.json"].get_file().read_bytes() == raw


def test_xml_that_cannot_be_written_is_not_enclosed_and_the_last_page_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> bytes:
        from form4gen.errors import UnusableInputError  # noqa: PLC0415  as the writer raises it

        raise UnusableInputError("XML cannot hold the character U+FFFF.")

    monkeypatch.setattr("form4gen.edgar.writer.ownership_xml", refuse)
    closed = _closed(_raw()).content
    assert list(_open(closed).attachments) == ["ex24.txt", "findings.json", "form4.json"]
    words = "The ownership XML for EDGAR is not attached, because it cannot be written. XML cannot hold the character U"
    assert words in _pages(closed)[-1]


def test_a_draft_says_so_on_every_page_and_in_the_metadata() -> None:
    closed = _closed(Path(TECOGEN).read_bytes(), draft=True).content
    assert all("DRAFT" in page for page in _pages(closed))
    file = _open(closed)
    assert str(file.docinfo["/Title"]).startswith("DRAFT ")
    assert not any("DRAFT" in page for page in _pages(_tecogen()))


def test_the_place_of_the_file_is_nowhere_in_it() -> None:
    assert _closed(Path(TECOGEN).read_bytes(), file="/home/jane/secret deal/x.json").content == _tecogen()


def test_the_same_filing_gives_the_same_bytes_in_another_process_place_and_hash_seed(tmp_path: Path) -> None:
    shutil.copy(TECOGEN, tmp_path / "renamed.json")
    there = {"PYTHONHASHSEED": "11", "TZ": "Asia/Tokyo", "PYTHONPATH": os.pathsep.join(sys.path)}
    command = (
        sys.executable, "-m", "form4gen", "render", "renamed.json", "--closing", "--filed-at", "2017-11-14T20:00",
    )  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, cwd=tmp_path, env=os.environ | there)  # noqa: S603  ours
    assert (tmp_path / "renamed-closing.pdf").read_bytes() == _tecogen()


def test_qpdf_finds_no_fault(tmp_path: Path) -> None:
    qpdf = shutil.which("qpdf")
    if qpdf is None:
        pytest.skip("qpdf is not installed (Debian: apt-get install qpdf)")
    (tmp_path / "closing.pdf").write_bytes(_tecogen())
    run = subprocess.run((qpdf, "--check", "closing.pdf"), cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: S603  a fixed command
    assert run.returncode == 0, run.stdout + run.stderr
    assert "No syntax or stream encoding errors found" in run.stdout


def test_pdfbox_finds_only_what_pdf_a_3_allows_and_pdf_a_1_does_not(tmp_path: Path) -> None:
    java, jars = shutil.which("java"), [Path("/usr/share/java") / f"{name}.jar" for name in JARS]
    if java is None or not jars[0].exists():
        pytest.skip("PDFBox Preflight is not installed (Debian: libpdfbox2-java libactivation-java libjaxb-api-java)")
    (tmp_path / "closing.pdf").write_bytes(_tecogen())
    path = os.pathsep.join(map(str, jars))
    command = (java, "-cp", path, "org.apache.pdfbox.preflight.Validator_A1b", "closing.pdf")
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: S603  a fixed command
    found = re.findall(r"^([\d.]+) : (.*)$", run.stdout + run.stderr, re.MULTILINE)
    assert found, run.stdout + run.stderr
    for code, words in found:
        assert ALLOWED_IN_PART_3.get(code, "nothing") in words, (code, words)

"""A file that is not a Form 4 is named for what it is, with what to do, and nothing else is said of it."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest
from command_line import run
from hypothesis import given
from hypothesis import strategies as st
from ownership_documents import HEAD, ownership

NEW = "`form4gen new` writes a document to start from."
WANTED = "Give the ownership XML of a Form 4, a full submission, or form4gen's JSON."
PRIOR = "form4gen reads Forms 3 and 5 as earlier filings only (--prior); it checks and renders Forms 4 and 4/A."
PAGE = (
    "This is the page on which the SEC's viewer shows a form, not its XML. The XML has the same address without the "
    "folder named xslF345X and two digits."
)
ONE = "Give one form at a time: save each as a file of its own."


def _zip(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return held.getvalue()


def _submission(kind: str, *documents: str) -> bytes:
    inner = "".join(f"<DOCUMENT>\n<TYPE>{kind}\n<TEXT>\n{each}\n</TEXT>\n</DOCUMENT>\n" for each in documents)
    header = f"<SEC-DOCUMENT>x.txt\n<SEC-HEADER>x\nCONFORMED SUBMISSION TYPE:\t{kind}\n</SEC-HEADER>\n"
    return f"{header}{inner}</SEC-DOCUMENT>\n".encode()


def _edgar(form: str) -> str:
    return f'<?xml version="1.0"?>\n<edgarSubmission><headerData><submissionType>{form}</submissionType></headerData>'


FORM = f"<XML>\n{ownership().decode()}\n</XML>"
STRANGERS = {
    "an empty file": (b"", f"The file is empty. {NEW}"),
    "blanks": (b" \n\t\r\n" * 20_000, f"The file holds only blanks. {NEW}"),
    "a PDF": (
        b"%PDF-1.7\n",
        "This is a PDF, not a filing. Give the ownership XML behind it; on EDGAR it is in the same folder as the form.",
    ),
    "Word": (_zip("word/document.xml"), f"This is a Word document, not a filing. Enter its facts in JSON: {NEW}"),
    "Excel": (_zip("xl/workbook.xml"), f"This is an Excel workbook, not a filing. Enter its facts in JSON: {NEW}"),
    "old Word": (
        b"\xd0\xcf\x11\xe0\xa1\xb1",
        "This is an old Word or Excel file, or an Outlook message, not a filing. Enter its facts in JSON: " + NEW,
    ),
    "rich text": (b"{\\rtf1\\ansi}", f"This is a rich text (RTF) file, not a filing. Enter its facts in JSON: {NEW}"),
    "a picture": (b"\x89PNG\r\n", f"This is a PNG picture, not a filing. Enter its facts in JSON: {NEW}"),
    "JSON in UTF-16": ('{"a": 1}'.encode("utf-16-le"), "This is text in UTF-16, not a filing. Save it as UTF-8."),
    "XML in UTF-16": (ownership().decode().encode("utf-16"), "This is text in UTF-16, not a filing. Save it as UTF-8."),
    "the viewer's page": (
        b'<!DOCTYPE html PUBLIC "x">\n<html><head><title>SEC FORM 4</title>',
        PAGE,
    ),
    "an exhibit as text": (
        b"POWER OF ATTORNEY\n\nKnow all by these presents, that the undersigned",
        f"This is plain text, such as an exhibit, not a filing. {WANTED}",
    ),
    "a web page": (b"<!-- saved -->\n<HTML><body>Hello", f"This is a web page, not a filing. {WANTED}"),
    "Form 3": (
        ownership(head=HEAD.replace("<documentType>4<", "<documentType>3<")),
        f"This is a Form 3. {PRIOR}",
    ),
    "Form 5/A in a submission": (
        _submission("5/A", FORM.replace("<documentType>4<", "<documentType>5/A<")),
        f"This is a Form 5/A. {PRIOR}",
    ),
    "Form 144": (_edgar("144").encode(), f"This is a Form 144, not a Form 4. {WANTED}"),
    "Form 144 in a submission": (
        _submission("144", f"<XML>\n{_edgar('144')}</edgarSubmission>\n</XML>"),
        f"This is a Form 144, not a Form 4. {WANTED}",
    ),
    "Schedule 13D": (_edgar("SCHEDULE 13D/A").encode(), f"This is a Schedule 13D or 13G, not a Form 4. {WANTED}"),
    "Schedule 13G as text": (
        _submission("SC 13G", "SCHEDULE 13G"),
        f"This is a Schedule 13D or 13G, not a Form 4. {WANTED}",
    ),
    "Form 13F": (_edgar("13F-HR").encode(), f"This is a Form 13F, not a Form 4. {WANTED}"),
    "Form N-PX": (_edgar("N-PX").encode(), f"This is a Form N-PX, not a Form 4. {WANTED}"),
    "Form D": (_edgar("D").encode(), f"This is a Form D, not a Form 4. {WANTED}"),
    "a report of another type": (_submission("8-K", "x"), f"This is a submission of type 8-K, not a Form 4. {WANTED}"),
    "another root": (b"<rss><channel/></rss>", f"The root element is <rss>, not <ownershipDocument>. {WANTED}"),
    "another form": (
        ownership(head=HEAD.replace("<documentType>4<", "<documentType>144<")),
        f"documentType is 144: this is not a Form 3, 4 or 5. {WANTED}",
    ),
    "a file as sent to EDGAR": (
        f"{_edgar('4')}</edgarSubmission>".encode(),
        "This is a submission file as sent to EDGAR. Give the ownership XML inside it instead.",
    ),
    "a form on paper": (
        _submission("4", "FORM 4 as text"),
        "The submission contains no ownership XML; filings before June 2003 are plain text. Enter its facts in JSON: "
        + NEW,
    ),
    "two forms in a submission": (
        _submission("4", FORM, FORM),
        f"The file contains 2 ownership forms, on lines 9 and 38. {ONE}",
    ),
    "two forms in one text": (ownership() + ownership(declaration=""), f"The file contains 2 ownership forms. {ONE}"),
}


@pytest.mark.parametrize(
    ("raw", "kind"),
    [(_zip("form4.xml"), "zip"), (_zip(), "zip"), (gzip.compress(ownership()), "gzip")],
    ids=["zip", "an empty zip", "gzip"],
)
def test_an_archive_is_unpacked_by_validate_alone_and_not_from_standard_input(
    tmp_path: Path, raw: bytes, kind: str
) -> None:
    path = tmp_path / "input"
    path.write_bytes(raw)
    sentence = f"form4gen: This is a {kind} archive, not a filing. Unpack it and give the files inside.\n"
    assert run("render", "-o", str(tmp_path / "out"), str(path)).stderr == sentence
    assert run("validate", "-", stdin=raw).stderr == sentence


@pytest.mark.parametrize("name", STRANGERS)
def test_what_is_no_form_4_is_named_in_a_sentence_with_what_to_do(tmp_path: Path, name: str) -> None:
    raw, sentence = STRANGERS[name]
    path = tmp_path / "input"
    path.write_bytes(raw)
    for command in (("validate",), ("validate", "--format", "json"), ("render", "-o", str(tmp_path / "out"))):
        result = run(*command, str(path))
        assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"form4gen: {sentence}\n")
    assert not (tmp_path / "out").exists()


def test_among_several_inputs_the_sentence_names_its_file_and_the_others_are_checked(tmp_path: Path) -> None:
    form, picture = tmp_path / "form4.xml", tmp_path / "page.png"
    form.write_bytes(ownership())
    picture.write_bytes(b"\x89PNG\r\n")
    result = run("validate", str(picture), str(form), "--format", "json")
    assert result.exit_code == 2
    assert f"form4gen: {picture}: This is a PNG picture, not a filing." in result.stderr
    assert "1 could not be read" in result.stderr
    assert [json.loads(line)["file"] for line in result.stdout.splitlines()] == [str(form)]


def test_one_sarif_log_has_the_sentence_about_a_file_that_was_not_checked(tmp_path: Path) -> None:
    form, picture = tmp_path / "form4.xml", tmp_path / "page.png"
    form.write_bytes(ownership())
    picture.write_bytes(b"\x89PNG\r\n")
    told = json.loads(run("validate", str(picture), str(form), "--format", "sarif").stdout)["runs"][0]
    assert "PNG picture" in told["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
    assert [each.get("mimeType") for each in told["artifacts"]] == [None, "text/xml"]


DAMAGED = {
    "malformed": (
        b"<ownershipDocument>\n<a></b></ownershipDocument>",
        "JS101",
        2,
        "The XML is not well-formed at line 2, column 4: Opening and ending tag mismatch: a line 2 and b.",
    ),
    "malformed in a submission": (
        _submission("4", FORM.replace("</issuer>", "</issuers>")),
        "JS101",
        12,
        "The XML is not well-formed at line 12, column 48: Opening and ending tag mismatch: issuer line 11 and issuers",
    ),
    "with a document type": (
        ownership(declaration='<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "aa">]>', tail="<remarks>&a;</remarks>"),
        "JS101",
        2,
        "The XML has a document type declaration (<!DOCTYPE>).",
    ),
    "with an instruction": (
        ownership(declaration='<?xml version="1.0"?>\n<?xml-stylesheet href="x.xsl"?>'),
        "JS101",
        2,
        "Line 2: the XML contains a processing instruction (<?xml-stylesheet ...?>).",
    ),
    "with zero bytes": (b"<ownershipDocument>\x00", "JS101", 1, "it contains zero bytes."),
    "cut off in a submission": (
        _submission("4", FORM)[:-120],
        "JS101",
        9,
        "The submission is incomplete: its ownership XML is not between <XML> and </XML> in a <DOCUMENT>.",
    ),
    "too large": (b"<ownershipDocument>" + b" " * 20_971_520, "JS102", 1, "form4gen reads at most 20,971,520."),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_damaged_xml_is_a_finding_with_its_line(tmp_path: Path, name: str) -> None:
    raw, rule, line, message = DAMAGED[name]
    path = tmp_path / "form4.xml"
    path.write_bytes(raw)
    result = run("validate", str(path), "--format", "json")
    [found] = json.loads(result.stdout)["findings"]
    assert (result.exit_code, found["rule"], found["line"], found["element"]) == (1, rule, line, None)
    assert message in found["message"]
    assert found["remedy"]
    refused = run("render", str(path), "-o", str(tmp_path / "out"))
    assert refused.exit_code == 1
    assert "Nothing was printed: the document is not yet a filing." in refused.stderr


def test_the_line_of_the_damage_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "form4.xml"
    path.write_bytes(ownership().replace(b"</issuer>", b"</issuers>"))
    result = run("validate", str(path))
    shown = "     4 | <issuerTradingSymbol>EXMP</issuerTradingSymbol></issuers>"
    mark = f"       | {'^' * len('</issuers>'):>{len(shown) - len('     4 | ')}}"
    assert f"{shown}\n{mark}\n" in result.stdout


@given(st.binary(max_size=200) | st.binary(max_size=200).map(lambda raw: b"<ownershipDocument>" + raw))
def test_any_bytes_are_answered_in_words(raw: bytes) -> None:
    result = run("validate", "-", stdin=raw)
    assert result.exit_code in (1, 2)
    assert bool(result.stdout) == (result.exit_code == 1)
    assert "Traceback" not in result.stderr

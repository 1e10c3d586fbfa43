"""``form4gen import``: what it reads, writes and says."""

from __future__ import annotations

import json
import os
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from command_line import run
from corpus import forms_4, submissions
from ownership_documents import HEAD, ROW, ownership

from form4gen.api.check import validate
from form4gen.api.filings import import_filing
from form4gen.api.load import load

EXHIBIT = """<DOCUMENT>
<TYPE>EX-24
<FILENAME>poa.txt
<TEXT>
I appoint Ann.
</TEXT>
</DOCUMENT>
"""


def _submission(form: bytes) -> bytes:
    head = b"<SEC-DOCUMENT>x.txt\n<ACCEPTANCE-DATETIME>20261106170501\nACCESSION NUMBER: 0000000001-26-000001\n"
    return (
        head + b"<DOCUMENT>\n<TYPE>4\n<TEXT>\n<XML>\n" + form + b"\n</XML>\n</TEXT>\n</DOCUMENT>\n" + EXHIBIT.encode()
    )


def _file(folder: Path, content: bytes, name: str = "form4.xml") -> str:
    path = folder / name
    path.write_bytes(content)
    return str(path)


def test_json_goes_to_standard_output_and_nothing_is_said_when_nothing_is_lost(tmp_path: Path) -> None:
    result = run("import", _file(tmp_path, ownership()))
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == import_filing(ownership()).text
    assert load(result.stdout.encode()).findings == ()


@pytest.mark.parametrize(
    ("words", "capacity"),
    [
        ("/s/ Alex Poe, Attorney-in-Fact for Jane Sample", "attorney_in_fact"),
        ("/s/ Jane Sample by Alex Poe, under POA", "attorney_in_fact"),
        ("/s/ Jane Sample", None),
        ("/s/ Jane Sample, Trustee", None),
        ("", None),
    ],
)
def test_the_capacity_of_an_agent_is_taken_from_the_words_of_the_signature(words: str, capacity: str | None) -> None:
    document = import_filing(ownership().replace(b"/s/ Jane Sample", words.encode())).document
    assert document["ownerSignatures"][0].get("capacity") == capacity


def test_an_imported_form_that_an_agent_signs_needs_its_power_of_attorney() -> None:
    raw = ownership().replace(b"/s/ Jane Sample", b"/s/ Alex Poe, Attorney-in-Fact")
    loaded = load(import_filing(raw).text.encode())
    found = [each.rule for each in validate(loaded, datetime(2026, 11, 9, 12, tzinfo=UTC)).findings]
    assert "SG104" in found


def test_a_document_without_signatures_is_imported() -> None:
    raw = re.sub(rb"<ownerSignature>.*</ownerSignature>", b"", ownership(), flags=re.DOTALL)
    assert "capacity" not in import_filing(raw).text


def test_standard_input_is_read() -> None:
    result = run("import", "-", stdin=ownership())
    assert result.exit_code == 0
    assert result.stdout.startswith('{\n  "$schema": "form4.schema.json",\n  "documentType": "4",\n')


def test_a_submission_brings_its_exhibits_and_the_time_of_filing(tmp_path: Path) -> None:
    result = run("import", _file(tmp_path, _submission(ownership()), "x.txt"))
    filing = load(result.stdout.encode()).filing
    assert filing is not None
    assert filing.context.accession_number == "0000000001-26-000001"
    assert str(filing.context.filed_at) == "2026-11-06 17:05:01"
    assert [power.text for power in filing.powers_of_attorney] == ["I appoint Ann."]


def test_a_file_is_written_whole_and_its_path_is_printed(tmp_path: Path) -> None:
    target = tmp_path / "new" / "form4.json"
    result = run("import", _file(tmp_path, ownership()), "-o", str(target))
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"{target}\n", "")
    assert target.read_text("utf-8") == import_filing(ownership()).text
    assert os.listdir(target.parent) == ["form4.json"]


def test_a_file_that_is_there_is_replaced_only_by_force(tmp_path: Path) -> None:
    path, target = _file(tmp_path, ownership()), tmp_path / "form4.json"
    target.write_text("mine", "utf-8")
    refused = run("import", path, "-o", str(target))
    assert refused.exit_code == 2
    assert f"{target} already exists. Use --force to overwrite it, or choose another folder with -o." in refused.stderr
    assert target.read_text("utf-8") == "mine"
    assert run("import", path, "-o", str(target), "--force").exit_code == 0
    assert target.read_text("utf-8") != "mine"


def test_the_input_is_never_replaced(tmp_path: Path) -> None:
    path = _file(tmp_path, ownership())
    result = run("import", path, "-o", path, "--force")
    assert result.exit_code == 2
    assert "it is the input" in result.stderr
    assert Path(path).read_bytes() == ownership()


def test_what_the_json_cannot_hold_is_told_without_control_of_the_terminal(tmp_path: Path) -> None:
    strange = ROW.replace("</transactionCoding>", "<verdict>\x85guilty</verdict></transactionCoding>")
    result = run("import", _file(tmp_path, ownership(strange)))
    assert result.exit_code == 0
    assert "form4gen: Table I, row 1: <verdict> is not part of a Form 4 and is omitted." in result.stderr
    assert "guilty" in result.stderr
    assert "\x85" not in result.stderr


@pytest.mark.parametrize("form", ["3", "3/A", "5", "5/A"])
def test_a_form_3_or_5_becomes_json_of_its_own_type(tmp_path: Path, form: str) -> None:
    head = HEAD.replace("<documentType>4<", f"<documentType>{form}<")
    result = run("import", _file(tmp_path, ownership(head=head)))
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout)["documentType"] == form


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "The file is empty."),
        (b"<ownershipDocument>\n<a></b></ownershipDocument>", "not well-formed at line 2, column 4"),
        (b'<!DOCTYPE x [<!ENTITY a "aa">]><ownershipDocument>&a;</ownershipDocument>', "document type declaration"),
        (b"{}", "already JSON"),
        (b"\x00\x01", "zero bytes"),
    ],
)
def test_what_is_no_ownership_document_is_refused_in_a_sentence(content: bytes, message: str) -> None:
    result = run("import", "-", stdin=content)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def test_a_file_that_is_not_there_gets_a_hint_of_its_own(tmp_path: Path) -> None:
    missing, folder = run("import", str(tmp_path / "none.xml")), run("import", str(tmp_path))
    assert (missing.exit_code, folder.exit_code) == (2, 2)
    assert "there is no such file. Check the name.\n" in missing.stderr
    assert "it is a folder. Name the file in it." in folder.stderr


def test_what_was_imported_can_be_checked_at_once() -> None:
    imported = run("import", "-", stdin=ownership())
    checked = run("validate", "-", "--filed-at", "2026-11-06T17:00", stdin=imported.stdout)
    assert checked.exit_code == 0, checked.stdout


def test_a_real_filing_and_a_real_submission_are_imported() -> None:
    for path in (forms_4()[0], submissions()[0]):
        result = run("import", str(path))
        assert result.exit_code == 0, result.stderr
        assert load(result.stdout.encode()).filing is not None

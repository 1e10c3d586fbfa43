"""Data sets of the SEC as inputs of an audit: a filing and its rows in the tables are the same filing."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from command_line import run
from corpus import filings_folder
from data_set_tables import Rows, rows_of

from form4gen.api.check import Settings, validate_under
from form4gen.api.data_sets import BOX, CANNOT_RUN, without
from form4gen.api.filing_time import filing_time_of
from form4gen.api.filings import import_filing
from form4gen.api.load import load_any_form
from form4gen.archives.member import Member
from form4gen.archives.zips import names_of
from form4gen.audit.data_set_form import document
from form4gen.audit.data_sets import TABLES, data_sets, filings, table_of
from form4gen.cli import data_sets as cli
from form4gen.cli.expanding import Inputs
from form4gen.model.filing import Filing

pytest.importorskip("duckdb", reason="the extra audit is not installed")

_EXAMPLE = Path(__file__).parent.parent.parent / "schemas" / "examples" / "tecogen-2017.json"
_FILED = date(2017, 11, 14)
_FIRST = "0001537435-17-000001"


def _example() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(_EXAMPLE.read_text("utf-8"), parse_float=Decimal)
    return made


def _write(folder: Path, rows: Rows, ending: str = ".tsv") -> dict[str, str]:
    """The tables as files of a data set; rows with keys are not in the order of these."""
    paths = {}
    for table, given in rows.items():
        lines = given[::-1] if table.endswith(("_TRANS", "_HOLDING")) else given
        names = list(dict.fromkeys(name for line in lines for name in line))
        text = io.StringIO()
        writer = csv.DictWriter(text, names, dialect="excel-tab", lineterminator="\n")
        writer.writeheader()
        writer.writerows(lines)
        path = folder / f"{table}{ending}"
        content = text.getvalue().encode()
        path.write_bytes(gzip.compress(content) if ending.endswith(".gz") else content)
        paths[table] = str(path)
    return paths


def _two_filings() -> Rows:
    first, second = rows_of(_example(), _FIRST, _FILED), rows_of(_example(), "0001537435-17-000002", _FILED)
    return {table: [*second.get(table, ()), *lines] if table != "SUBMISSION" else [*lines, *second[table]]
            for table, lines in first.items()}  # fmt: skip


def _members(given: Inputs) -> list[Member]:
    return [each for each in given if isinstance(each, Member)]


def _cells(filing: Filing) -> list[tuple[str, object, tuple[str, ...]]]:
    return [(cell.at.pointer, cell.value, cell.footnotes) for row in filing.rows for cell in row.cells]


def test_a_filing_made_of_its_rows_is_the_filing(tmp_path: Path) -> None:
    paths = _write(tmp_path, rows_of(_example(), _FIRST, _FILED))
    (member,) = filings(paths, "set", str(tmp_path))
    assert member.content is not None
    loaded, whole = load_any_form(member.content).filing, load_any_form(_EXAMPLE.read_bytes()).filing
    assert loaded is not None
    assert whole is not None
    assert member.name == f"set/{_FIRST}"
    assert _cells(loaded) == _cells(whole)
    assert [each.text for each in loaded.footnotes] == [each.text for each in whole.footnotes]
    assert loaded.issuer.issuer_cik == whole.issuer.issuer_cik
    assert loaded.reporting_owners[0].is_officer == whole.reporting_owners[0].is_officer
    assert loaded.owner_signatures[0].signature_date == whole.owner_signatures[0].signature_date
    assert loaded.context.filed_at is not None
    assert loaded.context.filed_at.isoformat() == "2017-11-14T22:00:00"


@pytest.mark.parametrize("ending", [".tsv", "-2017q4.tsv.gz"])
def test_the_filings_of_a_folder_come_in_the_order_of_its_submissions(tmp_path: Path, ending: str) -> None:
    source, home = tmp_path / "source", tmp_path / "home"
    source.mkdir()
    home.mkdir()
    _write(source, _two_filings(), ending)
    (source / "FORM_345_metadata.json").write_text("{}")
    inputs = Inputs([str(source)], kinds=cli.data_sets_in(str(home)))
    found = _members(inputs)
    assert [each.name.rpartition("/")[2] for each in found] == [_FIRST, "0001537435-17-000002"]
    assert {each.lacks for each in found} == {("NONDERIV_HOLDING", "DERIV_TRANS", "DERIV_HOLDING", "FOOTNOTES")}
    assert not inputs.words_on_others()
    assert os.listdir(home) == []


def test_an_archive_of_tables_is_a_data_set_and_another_archive_is_not(tmp_path: Path) -> None:
    paths = _write(tmp_path, _two_filings())
    with zipfile.ZipFile(tmp_path / "2017q4_form345.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("FORM_345_readme.htm", "")
        for table, path in paths.items():
            archive.write(path, f"{table}.tsv")
    with zipfile.ZipFile(tmp_path / "filings.zip", "w") as archive:
        archive.write(_EXAMPLE, "one.json")
    kinds = cli.data_sets_in(str(tmp_path))
    assert len(_members(Inputs([str(tmp_path / "2017q4_form345.zip")], kinds=kinds))) == 2
    (other,) = _members(Inputs([str(tmp_path / "filings.zip")], kinds=kinds))
    assert other.name.endswith("filings.zip/one.json")


@pytest.mark.parametrize(("allowed", "is_read"), [(-1, False), (0, True), (1, True)])
def test_the_tables_of_an_archive_have_a_largest_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, allowed: int, *, is_read: bool
) -> None:
    paths = _write(tmp_path, rows_of(_example(), _FIRST, _FILED))
    size = sum(os.path.getsize(path) for path in paths.values())
    monkeypatch.setattr(cli, "_MOST_BYTES", size + allowed)
    with zipfile.ZipFile(tmp_path / "set.zip", "w") as archive:
        for table, path in paths.items():
            archive.write(path, f"{table}.tsv")
    (found,) = _members(Inputs([str(tmp_path / "set.zip")], kinds=cli.data_sets_in(str(tmp_path))))
    assert (found.content is not None) == is_read
    assert is_read or "more than" in (found.fault or "")


def test_a_damaged_archive_of_tables_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "set.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("SUBMISSION.tsv", "ACCESSION_NUMBER\n" * 500)
    raw = bytearray(path.read_bytes())
    raw[50:60] = b"\xff" * 10
    path.write_bytes(raw)
    (found,) = _members(Inputs([str(path)], kinds=cli.data_sets_in(str(tmp_path))))
    assert found.content is None
    assert found.fault is not None
    assert found.fault.startswith("SUBMISSION.tsv cannot be read: ")


def test_the_page_names_what_a_data_set_lacks_and_the_rules_that_could_not_be_run(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    rows = _two_filings()
    del rows["REPORTINGOWNER"]
    _write(source, rows)
    assert run("audit", str(source), "-o", str(tmp_path / "audit")).exit_code == 0
    page = (tmp_path / "audit" / "audit.html").read_text("utf-8")
    assert "2 forms made of the SEC&#39;s data sets" in page
    assert "Missing from data sets: DERIV_HOLDING, DERIV_TRANS, FOOTNOTES, NONDERIV_HOLDING, REPORTINGOWNER." in page
    assert "RO201" in page
    assert "2 forms with a filing date only" in page


@pytest.mark.parametrize("content", [b"", b"ACCESSION\n1\n", b"\xff\xfe\x00\x01" * 50])
def test_tables_that_cannot_be_read_are_one_line(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "SUBMISSION.tsv").write_bytes(content)
    (tmp_path / "FOOTNOTES.tsv").write_bytes(content)
    (found,) = _members(Inputs([str(tmp_path)], kinds=cli.data_sets_in(str(tmp_path))))
    assert found.content is None
    assert found.fault is not None
    assert "cannot be read" in found.fault


def test_an_archive_with_more_members_than_tables_have_is_no_data_set(tmp_path: Path) -> None:
    for number in (9, 10, 11):
        path = tmp_path / f"{number}.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for member in range(number):
                archive.writestr(f"{member}.tsv", "")
        with path.open("rb") as file:
            assert len(names_of(file, 10)) == (number if number <= 10 else 0)


def test_files_are_known_by_their_names() -> None:
    assert table_of("SUBMISSION.tsv") == ("SUBMISSION", "")
    assert table_of("nonderiv_trans_2024q3.TSV.gz") == ("NONDERIV_TRANS", "_2024q3")
    assert table_of("SUBMISSIONS.tsv") is None
    assert table_of("SUBMISSION.csv") is None
    assert data_sets(["FOOTNOTES-a.tsv", "SUBMISSION-b.tsv", "FOOTNOTES-b.tsv"]) == {
        "-b": {"FOOTNOTES": "FOOTNOTES-b.tsv", "SUBMISSION": "SUBMISSION-b.tsv"}
    }


def test_cells_are_read_as_the_form_has_them() -> None:
    head = {"ACCESSION_NUMBER": _FIRST, "FILING_DATE": "13-NOV-2017", "DOCUMENT_TYPE": "4", "NOT_SUBJECT_SEC16": "true"}
    row = {
        "TRANS_DATE": "not a day",
        "TRANS_SHARES": "19.820",
        "TRANS_PRICEPERSHARE": "4.0",
        "TRANS_CODE": "S",
        "EQUITY_SWAP_TRANS_CD_FN": "F2, F1",
        "EQUITY_SWAP_INVOLVED": "1",
        "EXERCISE_DATE_FN": "F3",
    }
    made = document(head, {"DERIV_TRANS": [row]})
    assert made["notSubjectToSection16"] is True
    (found,) = made["derivativeTable"]
    assert found["transactionDate"] == "not a day"
    assert found["transactionShares"] == "19.820"
    assert found["transactionPricePerShare"] == "4"
    assert found["transactionCode"] == {"value": "S", "footnotes": ["F2", "F1"]}
    assert found["exerciseDate"] == {"footnotes": ["F3"]}
    assert found["equitySwapInvolved"] is True


def test_every_table_but_the_first_has_its_list_of_rules() -> None:
    assert {*CANNOT_RUN} >= {*TABLES} - {"SUBMISSION"}


def test_no_rule_that_is_run_finds_in_a_part_of_a_real_filing_what_it_does_not_find_in_the_whole() -> None:
    checked = 0
    for path in sorted((filings_folder() / "xml").glob("4*.xml"))[::9]:
        raw = path.read_bytes()
        loaded = load_any_form(raw)
        given = filing_time_of(loaded)
        if loaded.filing is None or loaded.filing.form != "4" or given is None:
            continue
        rows = rows_of(json.loads(import_filing(raw).text, parse_float=Decimal), _FIRST, given.at.date())
        (submission,) = rows.pop("SUBMISSION")
        whole = {(each.rule, each.at.pointer) for each in validate_under(Settings(), loaded, given.at).findings}
        for lacks in ((), (BOX,), *((table,) for table in rows)):
            part = {table: lines for table, lines in rows.items() if table not in lacks}
            head = {name: cell for name, cell in submission.items() if name not in lacks}
            content = json.dumps(document(head, part), default=str).encode()
            made = load_any_form(content)
            assert made.filing is not None, (path.name, lacks, made.findings)
            found = validate_under(without(Settings(), made.filing, lacks), made, given.at).findings
            assert {(each.rule, each.at.pointer) for each in found} <= whole, (path.name, lacks)
            checked += 1
    assert checked > 100

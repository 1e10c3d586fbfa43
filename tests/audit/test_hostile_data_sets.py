"""Data sets that are damaged or made to harm: a line for each fault, in bounded time and memory."""

from __future__ import annotations

import gzip
import os
import re
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from command_line import ROOT, run

from form4gen.archives.member import FREE, RATIO, Member
from form4gen.audit import data_sets
from form4gen.cli import data_sets as cli
from form4gen.cli.expanding import Inputs

pytest.importorskip("duckdb", reason="the extra audit is not installed")

_FIRST, _SECOND = "0000000123-24-000001", "0000000123-24-000002"
_HEAD = "ACCESSION_NUMBER\tFILING_DATE\tDOCUMENT_TYPE\n"
_LINE = "%s\t01-AUG-2024\t4\n"
_ROWS = "ACCESSION_NUMBER\tNONDERIV_TRANS_SK\tTRANS_CODE\n"


def _set(folder: Path, tables: dict[str, str | bytes]) -> Path:
    folder.mkdir(exist_ok=True)
    for name, content in ({"SUBMISSION.tsv": _HEAD + _LINE % _FIRST} | tables).items():
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def _found(folder: Path) -> list[Member]:
    """What is found; nothing is left in the folder for temporary files."""
    home = folder.parent / "home"
    home.mkdir(exist_ok=True)
    found = [each for each in Inputs([str(folder)], kinds=cli.data_sets_in(str(home))) if isinstance(each, Member)]
    assert os.listdir(home) == []
    return found


def _faults(folder: Path) -> list[str]:
    return [each.fault or "" for each in _found(folder)]


def _bomb(megabytes: int) -> bytes:
    return gzip.compress(_HEAD.encode()) + gzip.compress(b" " * 2**20) * megabytes


@pytest.mark.parametrize(
    ("tables", "words"),
    [
        ({"SUBMISSION.tsv.gz": gzip.compress(_HEAD.encode() * 99)[:-20]}, "SUBMISSION.tsv.gz cannot be read: its comp"),
        ({"SUBMISSION.tsv.gz": b"no gzip"}, "SUBMISSION.tsv.gz cannot be read: its compressed data"),
        ({"SUBMISSION.tsv.gz": _bomb(40)}, "SUBMISSION.tsv.gz cannot be read: it grows more than 250 times"),
        ({"SUBMISSION.tsv": _bomb(1)}, "SUBMISSION cannot be read: its first line does not name the column ACC"),
        ({"SUBMISSION.tsv": "A" * 1_000_001}, "SUBMISSION cannot be read: its first line names more than 500 columns"),
        ({"SUBMISSION.tsv": "A\t" * 501}, "SUBMISSION cannot be read: its first line names more than 500 columns"),
        ({"SUBMISSION.tsv": f"{_HEAD}{_FIRST}\t{'x' * 1_100_000}\t4\n"}, "The tables cannot be read: "),
        ({"SUBMISSION.tsv": f'{_HEAD}{_FIRST}\t"never closed\t4\n'}, "The tables cannot be read: "),
        (
            {"NONDERIV_TRANS.tsv": "ACCESSION_NUMBER\tTRANS_CODE\n"},
            "NONDERIV_TRANS cannot be read: its first line does",
        ),
        ({"FOOTNOTES.tsv": "ACCESSION_NUMBER\tFOOTNOTE_TXT\n"}, "FOOTNOTES cannot be read: its first line does not"),
        ({"SUBMISSION.tsv": f"ACCESSION_NUMBER\tA\ta\n{_FIRST}\t1\t2\n"}, "SUBMISSION cannot be read: its first line"),
    ],
)
def test_a_table_that_is_damaged_or_too_large_is_one_line(
    tmp_path: Path, tables: dict[str, str | bytes], words: str
) -> None:
    folder = _set(tmp_path / "set", tables)
    if "SUBMISSION.tsv.gz" in tables:
        (folder / "SUBMISSION.tsv").unlink()
    (fault,) = _faults(folder)
    assert fault.startswith(words), fault
    assert "\n" not in fault


def test_a_member_that_grows_too_much_is_not_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "set.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("SUBMISSION.tsv", b" " * (FREE + RATIO * 30_000))
    assert _faults(tmp_path / "set.zip") == [
        "SUBMISSION.tsv cannot be read: it grows more than 250 times when it is expanded."
    ]


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_member_whose_data_are_damaged_is_one_line(tmp_path: Path, method: int) -> None:
    path = tmp_path / "set.zip"
    with zipfile.ZipFile(path, "w", method) as archive:
        archive.writestr("SUBMISSION.tsv", "".join(_LINE % number for number in range(900)))
    raw = bytearray(path.read_bytes())
    raw[60:90] = b"\xff" * 30
    path.write_bytes(raw)
    (fault,) = _faults(path)
    assert fault.startswith("SUBMISSION.tsv cannot be read: ")


@pytest.mark.parametrize("accession", ["../../etc/passwd", "1\x1b[2J", "0000000123-24-00001", "", "x" * 5000])
def test_what_is_no_accession_number_names_no_filing(tmp_path: Path, accession: str) -> None:
    text = _HEAD + _LINE % accession + _LINE % _SECOND
    first, second = _found(_set(tmp_path / "set", {"SUBMISSION.tsv": text}))
    assert first.name.endswith("/SUBMISSION.tsv")
    assert str(first.fault).startswith("Filing 1 of SUBMISSION has no accession number: ")
    assert len(str(first.fault)) < 500
    assert str(first.fault).isprintable()
    assert second.name.endswith(_SECOND)
    assert second.content is not None


def test_the_rows_of_an_accession_number_belong_to_its_first_line(tmp_path: Path) -> None:
    text = _HEAD + _LINE % _FIRST + _LINE % _SECOND + (_LINE % _FIRST) * 3000
    rows = _ROWS + f"{_FIRST}\t1\tP\n" * 3000
    first, second, *others = _found(_set(tmp_path / "set", {"SUBMISSION.tsv": text, "NONDERIV_TRANS.tsv": rows}))
    assert (first.content or b"").count(b"transactionCode") == 3000
    assert second.content is not None
    assert {each.fault for each in others} == {"SUBMISSION has this accession number in an earlier line."}
    assert len(others) == 3000


def test_a_filing_with_too_many_rows_is_one_line_and_the_next_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = _HEAD + _LINE % _FIRST + _LINE % _SECOND
    rows = _ROWS + f"{_FIRST}\t1\tP\n" * 3000
    folder = _set(tmp_path / "set", {"SUBMISSION.tsv": text, "NONDERIV_TRANS.tsv": rows})
    monkeypatch.setattr(data_sets, "BYTES", 100_000)
    monkeypatch.setattr(data_sets, "_BATCH_SIZE", 10_000)
    first, second = _found(folder)
    assert first.fault == "Its rows are not read: as a filing they have more than 100,000 bytes."
    assert second.content is not None


def test_batches_have_a_number_and_a_size_of_filings() -> None:
    assert list(data_sets.batches([])) == []
    assert list(data_sets.batches([1] * 501)) == [(0, 500, 500), (500, 501, 1)]
    most = 4 * 1024 * 1024
    assert list(data_sets.batches([most - 1, 1, 1])) == [(0, 2, most), (2, 3, 1)]
    assert list(data_sets.batches([most + 1, 1])) == [(0, 1, most + 1), (1, 2, 1)]


@pytest.mark.parametrize(("most", "is_read"), [(1, False), (2, True), (3, True)])
def test_a_data_set_has_a_largest_number_of_filings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, *, is_read: bool
) -> None:
    monkeypatch.setattr(data_sets, "_MOST_FILINGS", most)
    folder = _set(tmp_path / "set", {"SUBMISSION.tsv": _HEAD + _LINE % _FIRST + _LINE % _SECOND})
    assert (len(_found(folder)) == 2) == is_read


def test_two_quarters_in_one_folder_are_two_data_sets(tmp_path: Path) -> None:
    folder = _set(tmp_path / "set", {"SUBMISSION-2024q3.tsv": _HEAD + _LINE % _SECOND})
    assert [each.name.rpartition("set/")[2] for each in _found(folder)] == [
        f"SUBMISSION.tsv/{_FIRST}", f"SUBMISSION-2024q3.tsv/{_SECOND}",
    ]  # fmt: skip


def test_a_folder_whose_name_looks_like_a_pattern_is_read(tmp_path: Path) -> None:
    (found,) = _found(_set(tmp_path / "a[1]*", {}))
    assert found.content is not None


INTERRUPTED = """
import os, signal
from form4gen.audit.store import Store
from form4gen.cli.group import run_by_click
plain, calls = Store.add, []
def called(self, *given):
    plain(self, *given)
    self.commit()
    calls.append(1)
    if len(calls) == 3:
        os.kill(os.getpid(), signal.%s)
Store.add = called
raise SystemExit(run_by_click())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("name", ["SIGINT", "SIGKILL"])
def test_an_audit_that_is_stopped_in_a_data_set_goes_on(tmp_path: Path, name: str) -> None:
    lines = "".join(_LINE % f"0000000123-24-{number:06}" for number in range(40))
    source, out = _set(tmp_path / "set", {"SUBMISSION.tsv": _HEAD + lines}), tmp_path / "out"
    command = ("audit", str(source), "-o", str(out), "--jobs", "1")
    stopped = subprocess.run(  # noqa: S603  our own program
        (sys.executable, "-c", INTERRUPTED % name, *command),
        env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, check=False, timeout=240,
    )  # fmt: skip
    assert stopped.returncode in (130, -signal.Signals[name])
    left = [each for each in os.listdir(out) if not each.startswith("audit.unfinished")]
    assert len(left) == (name == "SIGKILL"), left
    again, whole = run(*command), run("audit", str(source), "-o", str(tmp_path / "whole"), "--jobs", "1")
    assert again.exit_code == whole.exit_code
    assert sorted(os.listdir(out)) == sorted(os.listdir(tmp_path / "whole"))
    for each in os.listdir(out):
        assert (out / each).read_bytes() == (tmp_path / "whole" / each).read_bytes(), each
    assert not re.search(rb"Traceback", stopped.stderr)

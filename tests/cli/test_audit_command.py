"""``form4gen audit``: many filings in tables and on a page."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import zipfile
import zlib
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import pytest
from command_line import ROOT, TECOGEN, run, start

from form4gen.audit import grouping, tables
from form4gen.cli import auditing

TABLES = ("filings", "rows", "findings", "errors")
OUTPUT = sorted(["audit.html", *(f"{name}.parquet" for name in TABLES)])
OTHERS = {"issuer": {"issuerCik": "0000000123", "issuerName": "Example Corp", "issuerTradingSymbol": "EXMP"}}


def _form(path: Path, day: str = "2017-11-14", **changes: Any) -> Path:
    """A purchase by the same person on a day, filed the same evening."""
    document = json.loads(Path(TECOGEN).read_text("utf-8"))
    row = document["nonDerivativeTable"][0]
    row |= {"transactionDate": day, "transactionShares": 20000, "sharesOwnedFollowingTransaction": 21418}
    document["periodOfReport"] = day
    document["ownerSignatures"][0]["signatureDate"] = day
    document["context"] = {"filedAt": f"{day}T18:00:00-05:00"}
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(document | changes), "utf-8")
    return path


def _filed(day: str, **more: str) -> dict[str, Any]:
    return {"context": {"filedAt": f"{day}T18:00:00-05:00"} | more}


def _ask(folder: Path, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(":memory:") as base:
        for name in TABLES:
            base.execute(f"CREATE VIEW {name} AS SELECT * FROM '{folder}/{name}.parquet'")  # noqa: S608  our own words
        return base.execute(query).fetchall()


def _series(folder: Path) -> Path:
    """Three purchases of one person; the second does not continue the balance of the first, and the third is late."""
    _form(folder / "a.json", "2017-11-14")
    _form(folder / "b.json", "2017-12-12")
    _form(folder / "c.json", "2018-01-09", **_filed("2018-01-16"))
    return folder


def test_it_writes_four_tables_and_a_page_and_ends_with_0(tmp_path: Path) -> None:
    result = run("audit", str(_form(tmp_path / "in" / "a.json")), "-o", str(tmp_path / "out"))
    assert result.exit_code == 0
    assert result.stderr == "form4gen: 1 passed\n"
    assert sorted(os.path.basename(line) for line in result.stdout.splitlines()) == OUTPUT
    assert sorted(os.listdir(tmp_path / "out")) == OUTPUT
    assert _ask(tmp_path / "out", "SELECT form, issuer_cik, owner_ciks, late_rows, verdict FROM filings") == [
        ("4", "0001537435", ["0001625781"], 0, "advisories")
    ]
    assert _ask(tmp_path / "out", "SELECT code, amount, price, basis FROM rows") == [("P", "20000", "2.64", "form_4")]


def test_the_tables_are_the_same_however_many_files_their_lines_take(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _series(tmp_path / "in")
    assert run("audit", str(folder), "-o", str(tmp_path / "one")).exit_code == 0
    monkeypatch.setattr(tables, "_PART", 1)
    assert run("audit", str(folder), "-o", str(tmp_path / "many")).exit_code == 0
    assert len(_ask(tmp_path / "many", "SELECT * FROM filings")) == 3
    for name in OUTPUT:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "many" / name).read_bytes()


def test_each_form_is_checked_with_the_earlier_ones_of_its_person_as_with_prior(tmp_path: Path) -> None:
    folder = _series(tmp_path / "in")
    assert run("audit", str(folder), "-o", str(tmp_path / "out")).exit_code == 0
    others = [option for path in sorted(folder.iterdir()) for option in ("--prior", str(path))]
    for path in sorted(folder.iterdir()):
        report = json.loads(run("validate", str(path), "--format", "json", *others).stdout)
        found = _ask(tmp_path / "out", "SELECT file, rule, message FROM findings JOIN filings USING (number)")
        assert sorted(each[1:] for each in found if each[0] == str(path)) == sorted(
            (f["rule"], f["message"]) for f in report["findings"]
        )
    found = _ask(tmp_path / "out", "SELECT number FROM findings WHERE rule = 'HB107'")
    assert found == [(1,), (2,)]


def test_an_earlier_filing_is_of_the_same_issuer(tmp_path: Path) -> None:
    _form(tmp_path / "in" / "a.json", "2017-11-14", **OTHERS)
    _form(tmp_path / "in" / "b.json", "2017-12-12")
    run("audit", str(tmp_path / "in"), "-o", str(tmp_path / "out"))
    assert _ask(tmp_path / "out", "SELECT priors FROM filings") == [(0,), (0,)]


def test_of_many_earlier_filings_the_latest_are_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "MOST_EARLIER", 2)
    for day in range(1, 5):
        _form(tmp_path / "in" / f"{day}.json", f"2017-11-0{day}")
    run("audit", str(tmp_path / "in"), "-o", str(tmp_path / "out"))
    assert _ask(tmp_path / "out", "SELECT priors FROM filings") == [(0,), (1,), (2,), (2,)]


def test_a_file_that_cannot_be_read_is_one_line_and_the_others_are_checked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.write(TECOGEN, "1.json")
        archive.writestr("2.json", "{}")
        archive.writestr("../3.json", "{}")
        archive.write(_form(tmp_path / "x.json", "2017-12-12"), "4.json")
    done = start("audit", "a.zip", "-o", "out", "--jobs", "2", cwd=tmp_path)
    assert done.returncode == 2
    lines = done.stderr.decode().splitlines()
    assert lines[0].startswith("form4gen: a.zip/2.json: This is not yet a filing: ")
    assert lines[1].startswith("form4gen: a.zip: The member '../3.json' is not read")
    assert lines[2:] == ["form4gen: 2 passed, 2 could not be read"]
    assert _ask(tmp_path / "out", "SELECT number, file FROM filings") == [(0, "a.zip/1.json"), (3, "a.zip/4.json")]
    assert _ask(tmp_path / "out", "SELECT number, file FROM errors") == [(1, "a.zip/2.json"), (2, "a.zip")]


def test_the_same_filing_counts_once_whatever_its_format_and_the_one_with_a_filing_time_counts(tmp_path: Path) -> None:
    late = _filed("2017-11-30", accessionNumber="0001140361-17-043210")
    _form(tmp_path / "in" / "z.json", **late)
    run("export", str(tmp_path / "in" / "z.json"), "-o", str(tmp_path / "edgar"))
    os.rename(tmp_path / "edgar" / "z.xml", tmp_path / "in" / "a.xml")
    run("audit", str(tmp_path / "in"), "-o", str(tmp_path / "out"))
    found = _ask(tmp_path / "out", "SELECT number, role, copy_of, late_rows FROM filings ORDER BY number")
    assert found == [(0, "copy", 1, None), (1, "checked", None, 1)]


def test_filings_with_different_accession_numbers_are_different(tmp_path: Path) -> None:
    for number in range(3):
        _form(tmp_path / "in" / f"000114036117043{number % 2:03}-{number}.json")
    _form(tmp_path / "in" / "x.json")
    run("audit", str(tmp_path / "in"), "-o", str(tmp_path / "out"))
    assert _ask(tmp_path / "out", "SELECT copy_of FROM filings ORDER BY number") == [(None,), (0,), (None,), (0,)]


def test_since_checks_what_was_filed_on_that_day_or_later_with_all_earlier_filings(tmp_path: Path) -> None:
    folder = _series(tmp_path / "in")
    for day, checked in (("2017-12-11", [1, 2]), ("2017-12-12", [1, 2]), ("2017-12-13", [2])):
        result = run("audit", str(folder), "-o", str(tmp_path / day), "--since", day)
        assert result.exit_code == 0
        assert _ask(tmp_path / day, "SELECT number FROM filings WHERE role = 'checked'") == [
            (each,) for each in checked
        ]
        assert _ask(tmp_path / day, "SELECT priors FROM filings WHERE number = 2") == [(2,)]
    assert "Forms filed before Dec 13, 2017 were not checked." in (tmp_path / day / "audit.html").read_text("utf-8")


def test_issuer_leaves_out_the_filings_on_others(tmp_path: Path) -> None:
    _form(tmp_path / "in" / "a.json", **OTHERS)
    _form(tmp_path / "in" / "b.json")
    run("audit", str(tmp_path / "in"), "-o", str(tmp_path / "out"), "--issuer", "0000123")
    assert _ask(tmp_path / "out", "SELECT issuer_name FROM filings") == [("Example Corp",)]
    assert run("audit", str(tmp_path / "in"), "-o", str(tmp_path / "no"), "--issuer", "77").stderr == (
        "form4gen: There is no Form 4 to check.\n"
    )
    assert "'12 3' is not a CIK" in run("audit", TECOGEN, "-o", str(tmp_path / "x"), "--issuer", "12 3").stderr


def test_rules_runs_these_rules_alone(tmp_path: Path) -> None:
    folder = _series(tmp_path / "in")
    run("audit", str(folder), "-o", str(tmp_path / "out"), "--rules", "hb107,DL")
    assert set(_ask(tmp_path / "out", "SELECT rule FROM findings")) == {("HB107",), ("DL101",)}
    left_out = {rule for (rules,) in _ask(tmp_path / "out", "SELECT rules_not_run FROM filings") for rule in rules}
    assert {rule[:2] for rule in left_out} <= {"HB", "DL"}, "a rule that was not selected is not one that could not run"
    result = run("audit", str(folder), "-o", str(tmp_path / "no"), "--rules", "HB999")
    assert result.exit_code == 2
    assert "HB999" in result.stderr
    assert not (tmp_path / "no").exists()


def test_a_form_with_an_error_ends_the_run_with_1(tmp_path: Path) -> None:
    _form(tmp_path / "a.json", reportingOwners=[])
    assert run("audit", str(tmp_path / "a.json"), "-o", str(tmp_path / "out")).exit_code == 1


KILLED = """
import os, signal
from form4gen.audit import grouping
from form4gen.audit.store import Store
from form4gen.cli.group import run_by_click
def dying(name, after):
    plain, calls = getattr(Store, name), []
    def called(self, *given):
        plain(self, *given)
        self.commit()
        calls.append(1)
        if len(calls) == after:
            os.kill(os.getpid(), signal.SIGKILL)
    setattr(Store, name, called)
grouping._MOST_CHECKED = 2
dying(%r, %d)
run_by_click()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.parametrize(
    "moment", [("add", 2), ("finish_reading", 1), ("add_checks", 1), ("add_checks", 2)], ids=lambda each: each[0]
)
def test_a_run_that_was_killed_goes_on_and_its_result_is_the_same(tmp_path: Path, moment: tuple[str, int]) -> None:
    folder = _series(tmp_path / "in")
    _form(folder / "d.json", "2018-03-01", **OTHERS)
    with zipfile.ZipFile(folder / "e.zip", "w") as archive:
        archive.write(_form(tmp_path / "x.json", "2018-02-01"), "1.json")
        archive.writestr("2.json", "{")
    assert start("audit", "in", "-o", "whole", cwd=tmp_path).returncode == 2
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    killed = subprocess.run(  # noqa: S603  our own program
        (sys.executable, "-c", KILLED % moment, "audit", "in", "-o", "out"),
        cwd=tmp_path, env=environment, capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    assert killed.returncode == -signal.SIGKILL
    assert "audit.unfinished" in os.listdir(tmp_path / "out")
    refused = start("audit", "in", "-o", "out", "--since", "2018-01-01", cwd=tmp_path)
    assert refused.returncode == 2
    assert b"An audit with other options is unfinished here." in refused.stderr
    done = start("audit", "in", "-o", "out", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == b"form4gen: 5 passed, 1 could not be read"
    assert sorted(os.listdir(tmp_path / "out")) == OUTPUT
    for name in OUTPUT:
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes(), name


def test_a_run_does_not_go_on_with_other_inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = _series(tmp_path / "in")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(auditing, "_check", interrupted)
    monkeypatch.setattr("form4gen.audit.store.Store.is_read", lambda _: False)
    monkeypatch.setattr("form4gen.audit.store.Store.finish_reading", lambda *_: None)
    result = run("audit", str(folder), "-o", str(tmp_path / "out"))
    assert result.exit_code == 130
    assert "The audit is unfinished. Give the same command again to go on." in result.stderr
    (folder / "a.json").unlink()
    result = run("audit", str(folder), "-o", str(tmp_path / "out"))
    assert result.exit_code == 2
    assert "The inputs have changed since the audit began." in result.stderr


def _interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_file_that_has_changed_since_it_was_read_is_not_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _series(tmp_path / "in")
    with monkeypatch.context() as patched:
        patched.setattr(auditing, "_check", _interrupted)
        assert run("audit", str(folder), "-o", str(tmp_path / "out")).exit_code == 130
    _form(folder / "b.json", "2017-12-12", remarks="Other words.")
    (folder / "c.json").unlink()
    result = run("audit", str(folder), "-o", str(tmp_path / "out"))
    assert (result.exit_code, result.stderr) == (2, "form4gen: 1 passed, 2 could not be read\n")
    words = "The file has changed since the audit began, or it cannot be read any more."
    assert _ask(tmp_path / "out", "SELECT number, message FROM errors") == [(1, words), (2, words)]


def test_an_audit_that_another_version_began_is_not_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    form = str(_form(tmp_path / "a.json"))
    with monkeypatch.context() as patched:
        patched.setattr(auditing, "_check", _interrupted)
        patched.setattr(auditing, "__version__", "0.0.9")
        run("audit", form, "-o", str(tmp_path / "out"))
    result = run("audit", form, "-o", str(tmp_path / "out"))
    assert result.exit_code == 2
    assert result.stderr == (
        "form4gen: form4gen 0.0.9 began an audit here. Finish it with that version, choose another folder with -o, or "
        f"delete {tmp_path / 'out' / 'audit.unfinished'} to start anew.\n"
    )


FULL = """
import resource, signal
from form4gen.cli.group import run_by_click
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (%d, %d))
raise SystemExit(run_by_click())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@pytest.mark.parametrize("most", [3000, 50_000])
def test_a_disk_that_is_full_is_a_line_and_the_run_can_be_finished(tmp_path: Path, most: int) -> None:
    folder = tmp_path / "in"
    for number in range(30):
        _form(folder / f"{number}.json", **_filed("2017-11-14", accessionNumber=f"0001140361-17-{number:06}"))
    done = subprocess.run(  # noqa: S603  our own program
        (sys.executable, "-c", FULL % (most, most), "audit", "in", "-o", "out", "--jobs", "1"),
        cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 2, done.stderr
    assert done.stderr.startswith(b"form4gen: The state of the audit cannot be kept in out/audit.unfinished (")
    assert b"Free some space on the disk and give the same command again" in done.stderr
    assert start("audit", "in", "-o", "out", cwd=tmp_path).stderr == b"form4gen: 30 passed\n"


@pytest.fixture
def sizes(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The number of filings to check in each group."""
    plain, found = auditing.groups, []

    def grouped(*given: Any) -> Any:
        for each in plain(*given):
            found.append(len(each.checks))
            yield each

    monkeypatch.setattr(auditing, "groups", grouped)
    return found


def test_the_filings_of_small_issuers_are_checked_in_few_groups(tmp_path: Path, sizes: list[int]) -> None:
    for number in range(33):
        _form(tmp_path / "in" / f"{number}.json", issuer=OTHERS["issuer"] | {"issuerCik": f"{number + 1:010}"})
    assert run("audit", str(tmp_path / "in"), "-o", str(tmp_path / "out"), "--jobs", "1").exit_code == 0
    assert sizes == [32, 1]


@pytest.mark.parametrize(("most", "expected"), [(1, [1, 1, 1]), (10**9, [3])])
def test_a_group_has_few_filings_if_they_have_many_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sizes: list[int], most: int, expected: list[int]
) -> None:
    monkeypatch.setattr(grouping, "_MOST_BYTES", most)
    run("audit", str(_series(tmp_path / "in")), "-o", str(tmp_path / "out"), "--jobs", "1")
    assert sizes == expected


def test_two_runs_do_not_write_the_same_audit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    form = str(_form(tmp_path / "a.json"))
    plain = auditing.groups

    def grouped(*given: Any) -> Any:
        second = start("audit", form, "-o", str(tmp_path / "out"))
        assert second.returncode == 2
        assert b"Another run is writing the audit" in second.stderr
        return plain(*given)

    monkeypatch.setattr(auditing, "groups", grouped)
    assert run("audit", form, "-o", str(tmp_path / "out")).exit_code == 0


def test_a_crash_on_one_filing_costs_no_other_its_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = _series(tmp_path / "in")
    plain = auditing.check_group

    def crashing(settings: Any, dated: Any, group: Any) -> Any:
        if any(number == 1 for number, _ in group.checks):
            os._exit(7)
        return plain(settings, dated, group)

    monkeypatch.setattr(auditing, "check_group", crashing)
    result = run("audit", str(folder), "-o", str(tmp_path / "out"))
    assert result.exit_code == 70
    assert _ask(tmp_path / "out", "SELECT number FROM filings") == [(0,), (2,)]
    assert _ask(tmp_path / "out", "SELECT number, is_internal FROM errors") == [(1, True)]


def test_output_that_exists_is_kept_without_force(tmp_path: Path) -> None:
    form = str(_form(tmp_path / "a.json"))
    assert run("audit", form, "-o", str(tmp_path / "out")).exit_code == 0
    result = run("audit", form, "-o", str(tmp_path / "out"))
    assert result.exit_code == 2
    assert "already exists. Use --force to overwrite it" in result.stderr
    assert run("audit", form, "-o", str(tmp_path / "out"), "--force").exit_code == 0


def test_without_duckdb_one_line_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "find_spec", lambda _: None)
    result = run("audit", TECOGEN, "-o", str(tmp_path / "out"))
    assert result.exit_code == 2
    assert result.stderr == 'form4gen: An audit needs DuckDB. Run: pip install "form4gen[audit]"\n'


def test_a_list_on_standard_input_names_the_inputs(tmp_path: Path) -> None:
    names = f"{_form(tmp_path / 'a.json')}\n{_form(tmp_path / 'b.json', '2017-12-12')}\n".encode()
    done = start("audit", "--files-from", "-", "-o", str(tmp_path / "out"), input=names)
    assert done.stderr == b"form4gen: 2 passed\n"
    assert "No input is given." in run("audit", "-o", str(tmp_path / "x")).stderr
    assert "'-' (standard input)" in run("audit", "-", "-o", str(tmp_path / "x")).stderr


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has file names that are no text")
def test_a_file_name_that_is_no_text_is_escaped_in_the_tables(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff.json"
    Path(os.fsdecode(path)).write_bytes(Path(TECOGEN).read_bytes())
    assert start("audit", os.fsdecode(path), "-o", str(tmp_path / "out")).returncode == 0
    assert _ask(tmp_path / "out", "SELECT file FROM filings") == [(f"{tmp_path}/\\udcff.json",)]


def test_a_ccc_is_in_nothing_that_an_audit_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORM4GEN_CCC_0001625781", "abcd123$")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("1.json", _form(tmp_path / "a.json", remarks="The code is abcd123$.").read_text("utf-8"))

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(auditing, "_sum_up", stopped)
    run("audit", str(tmp_path / "a.zip"), "-o", str(tmp_path / "out"))
    with closing(sqlite3.connect(tmp_path / "out" / "audit.unfinished")) as base:
        ((content,),) = base.execute("SELECT content FROM inputs").fetchall()
    assert b"The code is ********." in zlib.decompress(content)


def test_every_number_of_the_page_leads_to_its_filings(tmp_path: Path) -> None:
    run("audit", str(_series(tmp_path / "in")), "-o", str(tmp_path / "out"))
    page = (tmp_path / "out" / "audit.html").read_text("utf-8")
    anchors = re.findall(r'href="#([^"]+)"', page)
    assert len([each for each in anchors if each.startswith("list-")]) > 10
    assert set(anchors) <= set(re.findall(r'id="([^"]+)"', page))
    assert not re.findall(r'(?:src|href)="(?!#)|url\(|@import', page)
    assert "<title>Audit of 3 Forms 4</title>" in page


def test_the_page_has_the_text_for_item_405(tmp_path: Path) -> None:
    run("audit", str(_series(tmp_path / "in")), "-o", str(tmp_path / "out"))
    page = re.sub(r"<[^>]+>", "", (tmp_path / "out" / "audit.html").read_text("utf-8"))
    assert "TECOGEN INC., 2018" in page
    assert "During 2018, the persons below did not file on a timely basis reports" in page
    words = "Benjamin Locke M.: one late report, one transaction not reported on a timely basis"
    assert words in page
    assert "The numbers below are those of Forms 4 and 4/A, by calendar year of filing. Add late Forms 3 and 5," in page


def test_what_a_filer_typed_is_escaped_on_the_page(tmp_path: Path) -> None:
    issuer = {"issuerCik": "0000000123", "issuerName": "<b>Example</b> & Co", "issuerTradingSymbol": "EXMP"}
    _form(tmp_path / "a.json", **_filed("2017-12-30"), issuer=issuer)
    run("audit", str(tmp_path / "a.json"), "-o", str(tmp_path / "out"))
    page = (tmp_path / "out" / "audit.html").read_text("utf-8")
    assert "&lt;b&gt;Example&lt;/b&gt; &amp; Co" in page
    assert "<b>" not in page


def test_what_checks_need_is_loaded_before_processes_start() -> None:
    code = (
        "import sys\nfrom functools import partial\nfrom form4gen.api.auditing import prepare\n"
        "from form4gen.api.check import Settings\nfrom form4gen.cli import auditing\n"
        "from form4gen.cli.clock import now\n"
        "prepare(Settings(), partial(auditing._dated, now()))\n"
        "print(*sorted({'networkx', 'lxml.etree', 'form4gen.rules.dates.deadlines'} - set(sys.modules)))"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run((sys.executable, "-c", code), env=environment, capture_output=True, check=False)  # noqa: S603
    assert (done.stdout, done.stderr) == (b"\n", b"")

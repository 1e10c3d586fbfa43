"""Several runs at once into one folder, a worker that is killed while it writes, and a clock that jumps."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from command_line import IN_TIME, ROOT, TECOGEN, changed, run
from lxml import etree

from form4gen import temporary
from form4gen.cli import outputs
from form4gen.cli.output import Result
from form4gen.cli.workers import in_order
from form4gen.drafts import Draft
from form4gen.temporary import is_temporary, new_file

# Newer Pythons warn of forking beside the threads of the test runner.
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")

SECRET = "zq7x#kwm"  # noqa: S105  nobody's


def _at_once(*calls: tuple[str, ...]) -> list[tuple[int, str]]:
    """The exit code of each call, and what it says on standard error."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "FORM4GEN_CCC_1625781": SECRET}
    begun = [
        subprocess.Popen(  # noqa: S603  our own command
            (sys.executable, "-m", "form4gen", *call), env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for call in calls
    ]
    said = [each.communicate(timeout=120)[1].decode() for each in begun]
    return [(each.returncode, words) for each, words in zip(begun, said, strict=True)]


def _left(folder: Path) -> list[str]:
    return [name for name in os.listdir(folder) if is_temporary(name)]


def test_runs_with_different_names_do_not_disturb_each_other(tmp_path: Path) -> None:
    os.close(new_file(str(tmp_path), None, 0o600)[0])  # what a run left that was killed
    calls = []
    for number in range(6):
        path = tmp_path / f"{number}.json"
        path.write_bytes(Path(TECOGEN).read_bytes())
        calls.append(("render", str(path), *IN_TIME, "--html", "-o", str(tmp_path)))
    assert [code for code, _ in _at_once(*calls)] == [0] * 6
    pages = {(tmp_path / f"{number}.html").read_bytes() for number in range(6)}
    assert len(pages) == 1
    assert pages.pop().endswith(b"</html>\n")
    assert _left(tmp_path) == []


def test_one_of_several_runs_with_the_same_name_writes_it_and_the_others_say_that_it_exists(tmp_path: Path) -> None:
    ends = _at_once(*[("render", TECOGEN, *IN_TIME, "--html", "-o", str(tmp_path))] * 4)
    assert sorted(code for code, _ in ends) == [0, 2, 2, 2]
    assert all("already exists. Use --force" in words for code, words in ends if code == 2)
    assert os.listdir(tmp_path) == ["tecogen-2017.html"]


def test_runs_that_may_replace_the_file_each_write_it_whole(tmp_path: Path) -> None:
    ends = _at_once(*[("render", TECOGEN, *IN_TIME, "--html", "--force", "-o", str(tmp_path))] * 4)
    assert [code for code, _ in ends] == [0] * 4, ends
    assert os.listdir(tmp_path) == ["tecogen-2017.html"]
    assert (tmp_path / "tecogen-2017.html").read_bytes().endswith(b"</html>\n")


def test_exports_at_once_leave_whole_submissions_that_only_their_user_can_read(tmp_path: Path) -> None:
    other = changed(tmp_path, {}, name="other.json")
    out = tmp_path / "out"
    call = ("export", TECOGEN, *IN_TIME, "--submission", "--force", "-o", str(out))
    assert [code for code, _ in _at_once(call, call, call, ("export", other, *call[2:]))] == [0] * 4
    for name in ("tecogen-2017-submission.xml", "other-submission.xml"):
        assert etree.fromstring((out / name).read_bytes()).findtext("testOrLive") == "TEST"
        assert (out / name).stat().st_mode & 0o777 == 0o600
    assert _left(out) == []


def _write(folder: Path, path: str) -> Result:
    if path == "b":
        Draft.write = lambda *_: os.kill(os.getpid(), signal.SIGKILL)  # type: ignore[method-assign,assignment]
    outputs.write(str(folder / path), b"whole", replaces=False)
    return Result(0, value=path)


@pytest.mark.skipif(sys.platform != "linux", reason="a process is not forked, so the test cannot reach into it")
def test_a_worker_that_is_killed_for_memory_while_it_writes_costs_its_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    results = [result for _, result in in_order(partial(_write, tmp_path), "abcde", 2)]
    assert [result.code for result in results] == [0, 2, 0, 0, 0]
    assert "stopped by the system (SIGKILL)" in results[1].messages[0].text
    assert sorted(set(os.listdir(tmp_path)) - set(_left(tmp_path))) == ["a", "c", "d", "e"]
    monkeypatch.setattr(temporary, "_seen", set())  # another run begins
    outputs.write(str(tmp_path / "b"), b"whole", replaces=False)
    assert sorted(os.listdir(tmp_path)) == ["a", "b", "c", "d", "e"]


CLOCKS = [(1, 1, 1), (1600, 2, 29), (1970, 1, 1), (2003, 6, 30), (2026, 11, 28), (2038, 1, 19), (9999, 12, 31)]


@pytest.mark.parametrize("day", CLOCKS)
def test_no_day_that_a_clock_may_show_breaks_a_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, day: tuple[int, int, int]
) -> None:
    moment = datetime(*day, 23, 59, tzinfo=ZoneInfo("America/New_York"))
    monkeypatch.setattr("form4gen.cli.clock.now", lambda: moment)
    monkeypatch.setenv("FORM4GEN_CCC_1625781", SECRET)
    path = _without_time(tmp_path)
    assert run("deadline", "2026-11-05").exit_code == 0
    for form in ("text", "json", "sarif", "html"):
        result = run("validate", path, "--format", form)
        assert result.exit_code in (0, 1), result.output
    for call in (("render", path, "--html", "--memo"), ("export", path), ("export", path, "--submission")):
        result = run(*call, "--draft", "--force", "-o", str(tmp_path / "out"))
        assert result.exit_code == 0, result.output


def test_a_clock_that_goes_back_between_two_inputs_changes_each_report_for_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    zone = ZoneInfo("America/New_York")
    moments = [datetime(2017, 11, 14, 20, tzinfo=zone), datetime(2017, 11, 10, 20, tzinfo=zone)]
    path = _without_time(tmp_path)
    alone = []
    for moment in moments:
        monkeypatch.setattr("form4gen.cli.clock.now", lambda moment=moment: moment)
        alone.append(json.loads(run("validate", path, "--format", "json").stdout)["findings"])
    assert alone[0] != alone[1]
    times = iter(moments)
    monkeypatch.setattr("form4gen.cli.clock.now", lambda: next(times))
    both = run("validate", path, path, "--format", "json").stdout.splitlines()
    assert [json.loads(line)["findings"] for line in both] == alone


def _without_time(folder: Path) -> str:
    document = json.loads(Path(TECOGEN).read_text("utf-8"))
    document.get("context", {}).pop("filedAt", None)
    document.get("context", {}).pop("accessionNumber", None)
    path = folder / "form4.json"
    path.write_text(json.dumps(document), "utf-8")
    return str(path)

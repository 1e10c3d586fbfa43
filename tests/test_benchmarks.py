"""The benchmarks: how a goal is judged, what the last lines count, and that a command that fails is not measured."""

from __future__ import annotations

import re
import runpy
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from form4gen.api.filings import import_filing

ROOT = Path(__file__).parent.parent
BENCHMARKS = ROOT / "benchmarks"
sys.path.append(str(BENCHMARKS))

from archive import EXAMPLES, OF_A_PERSON, OF_AN_ISSUER, forms, varied  # noqa: E402
from goal import FAILED, NOT_MEASURED, PASSED, at_least, at_most, percentile, verdict  # noqa: E402
from many import measured  # noqa: E402

RUN = runpy.run_path(str(BENCHMARKS / "run.py"))


@pytest.mark.parametrize(("value", "small", "large"), [
    (1.9, PASSED, FAILED),
    (2.0, PASSED, PASSED),
    (2.1, FAILED, PASSED),
])  # fmt: skip
def test_a_goal_is_met_at_its_own_value(value: float, small: str, large: str) -> None:
    assert verdict(f"  time: {at_most(value, 2.0, 'ms')}, slowest 9 ms") == small
    assert verdict(f"  two workers: {at_least(value, 2.0)}") == large


def test_a_time_on_busy_cores_neither_passes_nor_fails() -> None:
    for value in (1.0, 3.0):
        assert verdict(f"  time: {at_most(value, 2.0, 'ms', is_idle=False)}") == NOT_MEASURED
        assert verdict(f"  two workers: {at_least(value, 2.0, is_idle=False)}, 9 s") == NOT_MEASURED


def test_a_line_without_a_goal_has_no_verdict() -> None:
    assert verdict("  form4gen --help   60.1 ms   3.10 x python") is None
    assert verdict("what passes: 12 filings") is None


@pytest.mark.parametrize(("share", "value"), [(50, 2), (75, 3), (76, 4), (99, 4), (100, 4), (0, 1)])
def test_a_percentile_is_the_smallest_value_that_enough_values_do_not_exceed(share: int, value: float) -> None:
    assert percentile([4, 1, 3, 2], share) == value


def _run(folder: Path, **scripts: str) -> subprocess.CompletedProcess[str]:
    for name in ("run.py", "goal.py"):
        shutil.copy(BENCHMARKS / name, folder / name)
    for name, text in scripts.items():
        (folder / f"{name}.py").write_text(text)
    command = (sys.executable, str(folder / "run.py"), *scripts)
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  scripts of this test


def test_the_last_lines_count_the_goals_and_repeat_those_that_are_missed(tmp_path: Path) -> None:
    ended = _run(
        tmp_path, one="print('fast: pass\\n  slow: FAIL, 3 ms\\nnothing')", two="print('x: not measured; why')"
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.splitlines()[-2:] == ["Goals: 1 met, 1 missed, 1 not measured", "  slow: FAIL, 3 ms"]


def test_a_script_that_cannot_measure_is_named_and_the_others_run(tmp_path: Path) -> None:
    ended = _run(tmp_path, one="print('half: pass'); raise SystemExit('no such file')", two="print('fast: pass')")
    assert (ended.returncode, ended.stderr) == (1, "no such file\n")
    assert ended.stdout.splitlines()[-2:] == [
        "Goals: 2 met, 0 missed, 0 not measured",
        "one.py could not measure; its error is above.",
    ]


def test_the_table_of_goals_names_each_script_that_is_run() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    listed = re.findall(r"\| `benchmarks/(\w+)\.py` \|$", page, re.MULTILINE)
    assert tuple(dict.fromkeys(listed)) == RUN["SCRIPTS"]
    assert [name for name in listed if not (BENCHMARKS / f"{name}.py").exists()] == []


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the memory of a command is read from /proc")
def test_a_command_that_fails_is_not_measured(tmp_path: Path) -> None:
    found = measured("validate", str(EXAMPLES / "tecogen-2017.json"))
    assert min(found.clock, found.cores, found.command) > 0
    with pytest.raises(SystemExit, match="ended with 2"):
        measured("validate", str(tmp_path / "gone.zip"))


def test_no_filing_of_an_archive_is_a_copy_and_issuers_and_persons_have_several() -> None:
    _, contents = forms()
    count = 2 * OF_AN_ISSUER
    documents = [import_filing(varied(contents[0], number)).document for number in range(count)]
    keys = [(each["issuer"]["issuerCik"], each["reportingOwners"][0]["rptOwnerCik"]) for each in documents]
    assert set(Counter(keys).values()) == {OF_A_PERSON}
    assert set(Counter(issuer for issuer, _ in keys).values()) == {OF_AN_ISSUER}
    assert len({(key, each["periodOfReport"]) for key, each in zip(keys, documents, strict=True)}) == count

"""The same input gives the same output, whatever Python drops, in which order sets are, and where the process runs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from command_line import IN_TIME, ROOT, changed

from form4gen.docstrings import docstring
from form4gen.rules.catalogue import catalogue

# Findings of every severity, with remedies, a class that is named, and footnotes that are compared.
FAULTS = {
    "owner.officerTitle": "",
    "row.transactionCode": "p",
    "row.sharesOwnedFollowingTransaction": 1,
    "row.transactionPricePerShare": 0,
    "periodOfReport": "2017-11-13",
}
PLACES = pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONOPTIMIZE": "2", "PYTHONHASHSEED": "0", "TZ": "Pacific/Kiritimati"},
        {"PYTHONOPTIMIZE": "1", "PYTHONHASHSEED": "4242", "TZ": ":no/such/zone"},
        {"LC_ALL": "C", "LANG": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"COLUMNS": "20", "LINES": "5", "TERM": "vt52", "PYTHONUNBUFFERED": "1", "PYTHONDONTWRITEBYTECODE": "1"},
    ],
    ids=",".join,
)
FORMS = ("text", "concise", "json", "sarif", "github", "html")


def _run(environment: dict[str, str], *arguments: str) -> tuple[int, bytes, bytes]:
    done = subprocess.run(  # noqa: S603  our own command
        (sys.executable, "-m", "form4gen", *arguments),
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "1", "TZ": "UTC"} | environment,
        capture_output=True,
        check=False,
        timeout=120,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    return changed(tmp_path_factory.mktemp("input"), FAULTS, "form\u00e9.json")


@cache
def _reports(path: str, environment: tuple[tuple[str, str], ...]) -> list[tuple[int, bytes, bytes]]:
    return [_run(dict(environment), "validate", path, *IN_TIME, "--format", form) for form in FORMS]


@cache
def _files(path: str, environment: tuple[tuple[str, str], ...]) -> dict[str, bytes]:
    with TemporaryDirectory() as out:
        for command in (("render", "--html", "--pdf", "--memo", "--closing", "--exhibits"), ("export",)):
            code, _, told = _run(dict(environment), *command, path, *IN_TIME, "--draft", "-o", out, "--force")
            assert code == 0, told
        return {file.name: file.read_bytes() for file in Path(out).iterdir()}


@PLACES
def test_a_report_is_the_same_everywhere(path: str, environment: dict[str, str]) -> None:
    for form, here, there in zip(FORMS, _reports(path, ()), _reports(path, tuple(environment.items())), strict=True):
        assert here == there, form
        assert here[0] == 1, here


@PLACES
def test_the_files_that_are_written_are_the_same_everywhere(path: str, environment: dict[str, str]) -> None:
    here, there = _files(path, ()), _files(path, tuple(environment.items()))
    assert len(here) == 7
    assert [name for name in here if here[name] != there.get(name)] == []


@pytest.mark.parametrize(
    "call",
    [
        ("--help",), ("validate", "--help"), ("render", "--help"), ("export", "--help"), ("rules",),
        ("rules", "--format", "json"), ("rules", "RO102"), ("schema",), ("new", "--code", "M"),
        ("deadline", "2026-11-05", "--filed-at", "2026-11-06T10:00"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_optimized_python_prints_the_same(call: tuple[str, ...]) -> None:
    assert _run({"PYTHONOPTIMIZE": "2"}, *call) == _run({}, *call)


def test_a_docstring_that_python_drops_is_read_from_the_source(monkeypatch: pytest.MonkeyPatch) -> None:
    checks: list[Callable[..., object]] = [each.check for each in catalogue().values()]
    kept = [docstring(check) for check in checks]
    assert all(kept)
    for check in checks:
        monkeypatch.setattr(check, "__doc__", None)
    assert [docstring(check) for check in checks] == kept


def test_a_function_without_a_docstring_has_none() -> None:
    def bare() -> None:
        pass

    assert docstring(bare) == ""

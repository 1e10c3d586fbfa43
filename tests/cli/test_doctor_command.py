"""``form4gen doctor``: what it says of a whole machine and of a broken one, and that it outlives both."""

from __future__ import annotations

import signal
from importlib.metadata import PackageNotFoundError, version

import pytest
from command_line import run, start

from form4gen.render import diagnosis

CRASH = "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"


def test_a_whole_machine_ends_with_0_and_names_every_part() -> None:
    done = start("doctor")
    told = done.stdout.decode()
    assert done.returncode == 0, told
    assert done.stderr == b""
    for name in ("Python", "weasyprint", "fontpkg-arimo", "libpango-1.0", "libharfbuzz-subset", "a page as PDF"):
        assert name in told
    assert "MISSING" not in told
    assert told.endswith("\nEverything needed is installed.\n")


def test_a_library_that_crashes_ends_its_own_child_and_not_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnosis, "_LOAD", CRASH)
    result = run("doctor")
    assert result.exit_code == 2
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert f"crashed ({signal.SIGSEGV.name})" in result.stdout
    assert "ok       a page as PDF" in result.stdout


@pytest.mark.parametrize(
    ("platform", "line"),
    [("linux", "apt-get install -y"), ("darwin", "brew install pango"), ("win32", "pacman -S mingw-w64-x86_64-pango")],
)
def test_libraries_that_are_not_there_are_named_with_the_one_line_that_brings_them(
    platform: str, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("form4gen.render.diagnosis.sys.platform", platform)
    monkeypatch.setattr(diagnosis, "_LIBRARIES", dict.fromkeys(("darwin", "win32"), ("libno-such-1",)))
    monkeypatch.setattr(diagnosis, "_ON_LINUX", ("libno-such-1", "libno-such-2"))
    result = run("doctor")
    assert result.exit_code == 2
    assert "MISSING  libno-such-1" in result.stdout
    assert result.stdout.count(line) == 1


def test_a_package_that_is_not_there_is_named_with_what_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def found(name: str) -> str:
        if name in ("lxml", "plutoprint"):
            raise PackageNotFoundError(name)
        return version(name)

    monkeypatch.setattr(diagnosis, "version", found)
    result = run("doctor")
    assert result.exit_code == 2
    assert result.stdout.endswith("Run:\n  pip install lxml\n")
    assert "plutoprint" in result.stdout
    assert "form4gen[plutoprint]" in result.stdout


def test_a_page_that_fails_alone_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnosis, "_DRAW", "raise SystemExit('no font')")
    result = run("doctor")
    assert result.exit_code == 2
    assert "no font" in result.stdout
    assert result.stdout.endswith("Every part is installed, but no page can be printed.\n")


def test_a_child_that_hangs_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnosis, "_SECONDS", 0.2)
    monkeypatch.setattr(diagnosis, "_ON_LINUX", ("libx",))
    monkeypatch.setattr(diagnosis, "_LOAD", "import time; time.sleep(20)")
    result = run("doctor")
    assert result.exit_code == 2
    assert "MISSING  libx           no answer in 0.2 seconds" in result.stdout


def test_a_child_that_cannot_be_started_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("form4gen.render.diagnosis.sys.executable", "/no/such/python")
    result = run("doctor")
    assert result.exit_code == 2
    assert "Python cannot be started" in result.stdout

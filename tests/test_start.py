"""``./start``: what it names when something is missing, and what it says without a network."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PANGO = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
COPIED = ("start", "requirements.lock", "requirements-test.lock", "form4gen", "schemas", "templates")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="names Debian's packages")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of what ``./start demo`` needs, in a folder with a space in its name."""
    place = tmp_path / "a clone"
    place.mkdir()
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, place)
    return place


def _stub(bin_folder: Path, name: str, script: str) -> None:
    path = bin_folder / name
    path.unlink(missing_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)


@pytest.fixture
def bin_folder(tmp_path: Path) -> Path:
    """A PATH of a bare Debian with the user's own rights: no Python, no Pango, but apt-get."""
    place = tmp_path / "bin"
    place.mkdir()
    for name in ("sh", "dirname", "sed", "cmp", "rm", "cat", "grep"):
        (place / name).symlink_to(shutil.which(name) or name)
    _stub(place, "id", "echo 1000")
    _stub(place, "uname", "echo Linux")
    _stub(place, "apt-get", "exit 1")
    return place


def _demo(folder: Path, path: Path | str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  our own script
        ("/bin/sh", str(folder / "start"), "demo"),
        env={"PATH": str(path), "HOME": str(folder), **environment},
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip


# Answers as Python 3.11 without the module venv: the question for Pango comes by standard input.
PYTHON = 'case "$*" in *version_info*) exit 0 ;; *ensurepip*) exit {venv} ;; -) cat >/dev/null; exit {pango} ;; esac'


@pytest.mark.parametrize(("python", "missing"), [
    (None, f"python3 python3-venv {PANGO}"),
    (PYTHON.format(venv=1, pango=1), f"python3-venv {PANGO}"),
    (PYTHON.format(venv=1, pango=0), "python3-venv"),
    (PYTHON.format(venv=0, pango=1), PANGO),
])  # fmt: skip
def test_every_missing_system_package_is_named_at_once(
    folder: Path, bin_folder: Path, python: str | None, missing: str
) -> None:
    if python:
        _stub(bin_folder, "python3", python)
    done = _demo(folder, bin_folder)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == (
        f"Missing: {missing}. Run this once, then repeat this command:  "
        f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {missing}\n"
    )


def test_without_apt_the_packages_are_named(folder: Path, bin_folder: Path) -> None:
    (bin_folder / "apt-get").unlink()
    done = _demo(folder, bin_folder)
    assert done.returncode == 2
    assert done.stderr.endswith("Install them for your system, then repeat this command.\n")


def test_a_root_whose_packages_cannot_be_installed_is_told_so(folder: Path, bin_folder: Path) -> None:
    _stub(bin_folder, "id", "echo 0")
    done = _demo(folder, bin_folder)
    assert done.returncode == 2
    assert done.stderr.startswith(f"Cannot install python3 python3-venv {PANGO}. Check the network connection")


@pytest.mark.parametrize(("python", "words"), [
    ('case "$*" in *version_info*) exit 1 ;; --version) echo Python 3.9.2 ;; esac',
     "form4gen needs Python 3.11 or newer. Set PYTHON to its path. Found: Python 3.9.2\n"),
])  # fmt: skip
def test_an_older_python_is_refused_by_its_version(folder: Path, bin_folder: Path, python: str, words: str) -> None:
    _stub(bin_folder, "python3", python)
    done = _demo(folder, bin_folder)
    assert (done.returncode, done.stderr) == (2, words)
    other = _demo(folder, bin_folder, PYTHON="no-such-python")
    assert (other.returncode, other.stderr) == (
        2, "There is no no-such-python. Set PYTHON to the path of Python 3.11 or newer.\n"
    )  # fmt: skip


def test_without_a_network_the_demo_ends_with_a_sentence(folder: Path) -> None:
    done = _demo(
        folder, "/usr/bin:/bin", PYTHON=sys.executable, PIP_NO_INDEX="1", PIP_FIND_LINKS=str(folder / "templates")
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stdout + done.stderr
    first, second = done.stderr.splitlines()
    assert first.startswith("Cannot install the packages that requirements.lock pins: ERROR: ")
    assert second.startswith("Check the network connection, then repeat this command.")
    again = _demo(folder, "/usr/bin:/bin", PYTHON=sys.executable, PIP_NO_INDEX="1", PIP_FIND_LINKS="")
    assert again.returncode == 2, "what was left half made is not taken for whole"


def test_the_demo_ends_with_commands_that_can_be_pasted(folder: Path, tmp_path: Path) -> None:
    environment = folder / ".venv"
    subprocess.run(  # noqa: S603  our own command
        (sys.executable, "-m", "venv", "--without-pip", str(environment)), check=True
    )
    packages = environment / "lib" / f"python3.{sys.version_info.minor}" / "site-packages"
    (packages / "ours.pth").write_text(f"{sys.prefix}/lib/python3.{sys.version_info.minor}/site-packages\n", "utf-8")
    uv = tmp_path / "bin"
    uv.mkdir()
    _stub(uv, "uv", "exit 0")
    shutil.copy(folder / "requirements.lock", environment / "installed.lock")  # installed, but not yet linked
    done = _demo(folder, f"{uv}:/usr/bin:/bin", PYTHON=sys.executable)
    assert done.returncode == 0, done.stderr
    assert (folder / "out" / "tecogen-2017.pdf").read_bytes().startswith(b"%PDF-")
    commands = re.findall(r"^  ('.*)$", done.stdout, re.MULTILINE)
    assert len(commands) == 4
    home = tmp_path / "elsewhere"
    home.mkdir()
    codes = [
        subprocess.run(  # noqa: S603  our own commands
            ("/bin/sh", "-c", line), cwd=home, env={"PATH": "/usr/bin:/bin"}, capture_output=True, check=False
        ).returncode
        for line in commands
    ]
    assert codes == [0, 1, 0, 0], "a file to fill in has errors"
    assert (folder / "out" / "form4.pdf").exists()
    assert os.listdir(home) == []


def _pins(name: str) -> set[str]:
    return set(re.findall(r"^(\S+==\S+)", (ROOT / name).read_text("utf-8"), re.MULTILINE))


def test_the_lock_for_running_is_a_part_of_the_lock_for_the_tests_and_has_none_of_their_tools() -> None:
    running, tests = _pins("requirements.lock"), _pins("requirements-test.lock")
    assert running < tests
    names = {pin.partition("==")[0] for pin in running}
    assert {"click", "jinja2", "jsonschema", "lxml", "networkx", "weasyprint", "fontpkg-arimo"} <= names
    assert names.isdisjoint({"pytest", "ruff", "mypy", "hypothesis", "hatchling", "uv", "pikepdf"})

"""The compiled modules of a check are read from one file, and a module that has changed is loaded as always."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import IN_TIME, ROOT, TECOGEN

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there all is for click")

# Whether modules were read from the one file, as the last line of standard error.
PROGRAM = """
import os, sys
end = os._exit
def told(code):
    loaders = {type(each.__spec__.loader).__name__ for each in sys.modules.values() if each.__spec__}
    os.write(2, b"together" if "_Loader" in loaders else b"one by one")
    end(code)
os._exit = told
from form4gen.cli.main import run
run()
"""


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package whose modules are compiled, each by itself."""
    folder = tmp_path_factory.mktemp("compiled") / "form4gen"
    shutil.copytree(ROOT / "form4gen", folder, ignore=shutil.ignore_patterns("__pycache__"))
    _check(folder)
    for kept in _kept(folder):
        kept.unlink()
    return folder


@pytest.fixture
def package(compiled: Path, tmp_path: Path) -> Path:
    """A copy of it, to be changed."""
    shutil.copytree(compiled, tmp_path / "form4gen")
    return tmp_path / "form4gen"


def _check(package: Path, options: tuple[str, ...] = (), **environment: str) -> tuple[str, str]:
    """What a check writes to standard output and to standard error."""
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(  # noqa: S603  our own program
        (sys.executable, "-c", PROGRAM, "validate", TECOGEN, *IN_TIME, *options),
        cwd=package.parent,
        env=inherited | environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return done.stdout, done.stderr


def _kept(package: Path) -> list[Path]:
    return sorted(package.rglob("*.checking*"))


def test_the_second_check_reads_the_modules_from_one_file_and_reports_the_same(package: Path) -> None:
    first, how = _check(package)
    assert how == "one by one"
    assert len(_kept(package)) == 1
    assert _check(package) == (first, "together")


@pytest.mark.parametrize("line", ["print('changed')\n", "# the time alone differs\n"])
def test_a_changed_module_is_loaded_as_it_is_now(package: Path, line: str) -> None:
    before, _ = _check(package)
    module = package / "cli" / "plain.py"
    module.write_text(module.read_text("utf-8") + line, "utf-8")
    after, _ = _check(package)
    assert after == ("changed\n" if line.startswith("print") else "") + before
    kept = _kept(package)[0].read_bytes()
    assert _check(package) == (after, "together")
    assert _kept(package)[0].read_bytes() == kept


def test_the_modules_of_another_format_are_added(package: Path) -> None:
    _check(package)
    before = _kept(package)[0].read_bytes()
    page, how = _check(package, options=("--format", "github"))
    assert how == "together"
    assert len(_kept(package)[0].read_bytes()) > len(before)
    after = _kept(package)[0].read_bytes()
    (package / "report" / "__pycache__").rename(package / "report" / "away")  # they are not needed any more
    assert _check(package, options=("--format", "github")) == (page, "together")
    _check(package)
    assert _kept(package)[0].read_bytes() == after


def test_a_package_that_was_moved_is_loaded_from_its_new_place(package: Path) -> None:
    _check(package)
    moved = package.parent / "elsewhere"
    moved.mkdir()
    package.rename(moved / "form4gen")
    first, how = _check(moved / "form4gen")
    assert how == "one by one"
    assert _check(moved / "form4gen") == (first, "together")


def test_a_removed_module_is_missing(package: Path) -> None:
    _check(package)
    (package / "cli" / "plain.py").unlink()
    with pytest.raises(subprocess.CalledProcessError) as raised:
        _check(package)
    assert "No such file" in raised.value.stderr or "cannot be loaded" in raised.value.stderr


@pytest.mark.parametrize("content", [b"", b"junk", b"\xfb\x80\x00\x00", b"\xe9\x07\x00\x00\x00"])
def test_a_damaged_file_is_written_again(package: Path, content: bytes) -> None:
    first, _ = _check(package)
    kept = _kept(package)[0]
    kept.write_bytes(content)
    assert _check(package) == (first, "one by one")
    assert _check(package) == (first, "together")


def test_nothing_is_written_where_python_keeps_no_compiled_files(package: Path) -> None:
    _check(package, PYTHONDONTWRITEBYTECODE="1")
    assert _kept(package) == []


def test_a_run_that_checks_nothing_keeps_no_modules(package: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        _check(package, options=("--config", "none.toml"))
    assert _kept(package) == []


def test_a_file_that_cannot_be_written_leaves_nothing_behind(package: Path) -> None:
    first, _ = _check(package)
    kept = _kept(package)[0]
    kept.unlink()
    kept.mkdir()  # nothing can take its place
    assert _check(package) == (first, "one by one")
    assert _kept(package) == [kept]

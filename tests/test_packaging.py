"""What is installed is whole: the wheel, built from the source distribution, works in another folder."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def _run(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  our own commands
        command, cwd=cwd, env=os.environ | environment, capture_output=True, text=True, check=False, timeout=300
    )


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    done = _run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT), cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="session")
def site(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    (wheel,) = built.glob("*.whl")
    pip = (sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--disable-pip-version-check")
    done = _run(*pip, "--target", str(folder), str(wheel), cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_the_wheel_contains_schemas_templates_and_the_type_marker(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert "form4gen/_data/schemas/form4.schema.json" in names
    assert "form4gen/_data/schemas/examples/tecogen-2017.json" in names
    assert "form4gen/_data/templates/form4.html.jinja" in names
    assert "form4gen/py.typed" in names
    assert not [name for name in names if name.startswith("tests/") or name.endswith((".ttf", ".otf", ".woff2"))]


def test_the_source_distribution_contains_what_a_packager_needs(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        names = {name.split("/", 1)[-1] for name in opened.getnames()}
    assert {
        "README.md",
        "CHANGELOG.md",
        "LICENSE",
        "start",
        "tests/test_packaging.py",
        "schemas/form4.schema.json",
    } <= names


def test_the_installed_command_checks_and_renders_from_another_folder(site: Path, tmp_path: Path) -> None:
    example = site / "form4gen" / "_data" / "schemas" / "examples" / "tecogen-2017.json"
    command = (sys.executable, "-m", "form4gen")
    checked = _run(*command, "validate", str(example), cwd=tmp_path, PYTHONPATH=str(site))
    assert checked.returncode == 0, checked.stdout + checked.stderr
    drawn = _run(*command, "render", str(example), "-o", "out", cwd=tmp_path, PYTHONPATH=str(site))
    assert drawn.returncode == 0, drawn.stdout + drawn.stderr
    assert (tmp_path / "out" / "tecogen-2017.pdf").read_bytes().startswith(b"%PDF-")
    (tmp_path / "firm").mkdir()
    (tmp_path / "firm" / "cover.html.jinja").write_text("<p>{{ page.issuer }}</p>", "utf-8")
    firm = ("--templates", "firm", "-o", "firms")
    dressed = _run(*command, "render", str(example), *firm, cwd=tmp_path, PYTHONPATH=str(site))
    assert dressed.returncode == 0, dressed.stdout + dressed.stderr
    assert "<p>TECOGEN INC.</p>" in (tmp_path / "firms" / "tecogen-2017.html").read_text("utf-8")
    where = _run(sys.executable, "-c", "import form4gen; print(form4gen.__file__)", cwd=tmp_path, PYTHONPATH=str(site))
    assert where.stdout.startswith(str(site)), "this test must run the installed package, not the checkout"


def test_the_console_script_starts(site: Path, tmp_path: Path) -> None:
    script = site / "bin" / "form4gen"
    done = _run(sys.executable, str(script), "--version", cwd=tmp_path, PYTHONPATH=str(site))
    assert done.returncode == 0
    assert "0.1.0" in done.stdout

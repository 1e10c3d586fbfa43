"""The files for contributors and for users' repositories: what they name exists, and what they promise is true."""

from __future__ import annotations

import configparser
import re
import tomllib
from pathlib import Path

import pytest
from command_line import run

ROOT = Path(__file__).parent.parent
TEXT = {".py", ".md", ".json", ".toml", ".tsv", ".jinja", ".css", ".yaml", ".lock", ""}
FOLDERS = ("form4gen", "tests", "docs", "benchmarks", "schemas", "templates")


def _text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def _hooks(name: str) -> dict[str, dict[str, str]]:
    """The hooks of a YAML file by id: their keys and values, each on one line."""
    hooks: dict[str, dict[str, str]] = {}
    for block in re.split(r"^ *- (?=id: )", _text(name), flags=re.MULTILINE)[1:]:
        pairs = dict(re.findall(r"^ *([a-z_]+): (.+)$", block, re.MULTILINE))
        hooks[pairs["id"]] = pairs
    return hooks


def test_the_hooks_of_contributors_run_ruff_and_mypy_from_the_environment_without_a_network() -> None:
    hooks = _hooks(".pre-commit-config.yaml")
    assert {name: hook["entry"].split()[0] for name, hook in hooks.items()} == {
        "ruff": ".venv/bin/ruff",
        "ruff-format": ".venv/bin/ruff",
        "mypy": ".venv/bin/mypy",
    }
    assert re.findall(r"repo: (.+)", _text(".pre-commit-config.yaml")) == ["local"]
    assert {hook["language"] for hook in hooks.values()} == {"system"}  # nothing is installed
    assert "pass_filenames: false" in _text(".pre-commit-config.yaml")  # pyproject.toml names what mypy checks
    locked = re.findall(r"^([a-z]+)==", _text("requirements-test.lock"), re.MULTILINE)
    assert {"ruff", "mypy"} <= set(locked)


def test_the_hook_for_users_validates() -> None:
    hook = _hooks(".pre-commit-hooks.yaml")["form4gen-validate"]
    assert (hook["entry"], hook["language"], hook["types"]) == ("form4gen validate", "python", "[json]")
    program, verb = hook["entry"].split()
    assert program in tomllib.loads(_text("pyproject.toml"))["project"]["scripts"]
    ended = run(verb, str(ROOT / "schemas" / "examples" / "rsu-grant.json"))
    assert (ended.exit_code, "0 errors" in ended.stdout) == (0, True)


@pytest.mark.parametrize(
    ("path", "is_checked"),
    [
        ("form4.json", True),
        ("2026/november/form-4-sample.json", True),
        ("form_4.json", True),
        ("package.json", False),
        ("platform4.json", False),
        ("form4.toml", False),
    ],
)
def test_the_hook_for_users_takes_files_by_their_names(path: str, *, is_checked: bool) -> None:
    assert bool(re.search(_hooks(".pre-commit-hooks.yaml")["form4gen-validate"]["files"], path)) == is_checked


def _text_files() -> list[Path]:
    files = [path for path in ROOT.iterdir() if path.is_file() and not path.name.startswith(".cover")]
    files += [path for folder in FOLDERS for path in (ROOT / folder).rglob("*")]
    return [path for path in files if path.is_file() and path.suffix in TEXT and "__pycache__" not in path.parts]


def test_the_files_are_as_the_editors_settings_say() -> None:
    settings = configparser.ConfigParser()
    settings.read_string(f"[top]\n{_text('.editorconfig')}")
    every = settings["*"]
    assert settings["top"]["root"] == "true"
    assert (every["charset"], every["end_of_line"]) == ("utf-8", "lf")
    assert every["insert_final_newline"] == every["trim_trailing_whitespace"] == "true"
    assert every["max_line_length"] == str(tomllib.loads(_text("pyproject.toml"))["tool"]["ruff"]["line-length"])
    assert settings["Makefile"]["indent_style"] == "tab"
    assert len(_text_files()) > 500
    for path in _text_files():
        text = path.read_bytes().decode("utf-8")
        assert "\r" not in text, path
        assert text.endswith("\n") or not text, path
        assert not re.search(r"[ \t]+$", text, re.MULTILINE) or path.suffix == ".tsv", path
        assert "\t" not in text or path.suffix == ".tsv" or path.name == "Makefile", path


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "SECURITY.md"])
def test_a_page_for_contributors_names_files_and_variables_that_exist(name: str) -> None:
    text = _text(name)
    corpus = _text("tests/corpus.py") + _text("tests/prose/labeled.py")
    assert set(re.findall(r"FORM4GEN_[A-Z]+", text)) <= set(re.findall(r"FORM4GEN_[A-Z]+", corpus))
    for path in re.findall(r"`((?:tests|docs|form4gen)/[\w/.-]+|\.[\w-]+\.?[\w-]*|[A-Z]+\.md)`", text):
        assert (ROOT / path).exists() or path == ".venv", f"{name} names {path}"
    for verb in re.findall(r"\./start (\w+)", text):
        assert f"\n  {verb}) " in _text("start")


def test_the_rooms_that_need_every_branch_are_those_that_the_test_command_measures() -> None:
    [measured] = re.findall(r"^  for room in (.+); do$", _text("start"), re.MULTILINE)
    [promised] = re.findall(r"Every branch in (.+?) has a test", " ".join(_text("CONTRIBUTING.md").split()))
    assert re.findall(r"`(\w+)`", promised) == measured.split()


def test_the_security_page_is_right_about_ccc_files_and_xml() -> None:
    text = " ".join(_text("SECURITY.md").split())
    assert "(mode 0600)" in text
    assert "0o600" in _text("form4gen/cli/outputs.py")
    assert "XML entities and external references are refused" in text
    assert "<!DOCTYPE>" in _text("form4gen/edgar/parse.py")

"""The generated pages say what the schema and the catalogue say today; the README's commands are real."""

from __future__ import annotations

import importlib.util
import re
import shlex
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
_spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
assert _spec is not None
assert _spec.loader is not None
generate = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(generate)


@pytest.mark.parametrize("name", ["docs/json-format.md", "docs/rules.md", "schemas/rule-examples.json"])
def test_a_generated_file_is_fresh(name: str) -> None:
    assert (ROOT / name).read_text("utf-8") == generate.pages()[name], "run ./start docs"


def test_every_link_between_our_pages_leads_somewhere() -> None:
    for page in [ROOT / "README.md", ROOT / "CHANGELOG.md", *ROOT.glob("docs/*.md")]:
        for target in re.findall(r"\]\((?!http)([^)#]*)(?:#[^)]*)?\)", page.read_text("utf-8")):
            assert not target or (page.parent / target).exists(), f"{page.name} links to {target}"


def test_every_command_of_the_readme_is_one_of_ours() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    commands = [line for block in re.findall(r"```sh\n(.*?)```", readme, re.DOTALL) for line in block.splitlines()]
    verbs = {shlex.split(line, comments=True)[1] for line in commands if line.startswith("form4gen ")}
    assert {"validate", "render", "import", "export", "rules", "schema", "new"} <= verbs

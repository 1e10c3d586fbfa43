"""README and docs: what their commands print is shown as it is now, and every command line in them is one."""

from __future__ import annotations

import importlib.util
import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from command_line import run

from form4gen.cli.group import form4gen

ROOT = Path(__file__).parent.parent
_spec = importlib.util.spec_from_file_location("runnable", ROOT / "docs" / "runnable.py")
assert _spec is not None
assert _spec.loader is not None
runnable = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(runnable)

README = (ROOT / "README.md").read_text("utf-8")
PAGES = {str(path.relative_to(ROOT)): path.read_text("utf-8") for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]}


def _lines(text: str) -> Iterator[str]:
    """The command lines of a page: those of its shell blocks, and those that it quotes in a sentence."""
    for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL):
        yield from block.replace("\\\n", " ").splitlines()
    for quoted in re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL)):
        if re.match(r"(\S*/)?form4gen ", quoted):
            yield quoted


def _commands(line: str) -> Iterator[list[str]]:
    """The arguments of each call of form4gen in a line of shell."""
    parser = shlex.shlex(line, posix=True, punctuation_chars="|&;<>")
    parser.whitespace_split = True
    words: list[str] = []
    for word in [*parser, ";"]:
        if set(word) <= set("|&;<>"):
            if words and words[0].rpartition("/")[2] == "form4gen":
                yield words[1:]
            words = []
        else:
            words.append(word)


def _fault(arguments: list[str]) -> str:
    """Why the command line does not take these arguments; empty if it does, also without what a sentence leaves out."""
    try:
        if arguments[0].startswith("-"):
            form4gen.make_context("form4gen", list(arguments))
            return ""
        context = click.Context(form4gen, **form4gen.context_settings)  # a command keeps the names of its help option
        name, command, rest = form4gen.resolve_command(context, list(arguments))
        assert command is not None
        command.make_context(name, rest, parent=context)
    except (click.MissingParameter, click.exceptions.Exit):  # --help ends so
        return ""
    except click.ClickException as error:
        return error.format_message()
    return ""


def test_every_command_line_of_the_pages_is_one() -> None:
    faults = {
        (name, line): fault
        for name, text in PAGES.items()
        for line in _lines(text)
        for arguments in _commands(line)
        if (fault := _fault(arguments))
    }
    assert faults == {}
    assert sum(1 for text in PAGES.values() for line in _lines(text) for _ in _commands(line)) > 35


@pytest.mark.parametrize(("line", "words"), [
    ("form4gen valdate x.json", "There is no command 'valdate'"),
    ("form4gen validate x.json --fast", "No such option"),
    ("cat x.json | form4gen validate - --format xml", "'xml' is not one of"),
    ("form4gen new > x.json; .venv/bin/form4gen render x.json --htm --nope", "No such option"),
])  # fmt: skip
def test_a_command_line_that_is_none_is_found(line: str, words: str) -> None:
    assert words in "".join(_fault(arguments) for arguments in _commands(line))


def test_the_readme_is_short_and_its_quick_start_has_five_commands_with_what_they_print() -> None:
    assert README.count("\n") <= 150
    start = README.split("\n## Quick start\n")[1].split("\n## ")[0]
    blocks = re.findall(r"```(sh|text)\n(.*?)```", start, re.DOTALL)
    assert [kind for kind, _ in blocks] == ["sh", "text"] * 5
    assert all(len(body.splitlines()) == 1 for kind, body in blocks if kind == "sh")
    assert all("#" not in body for kind, body in blocks if kind == "sh"), (
        "not every shell takes a comment that is pasted"
    )
    assert ".xml" in blocks[2][1], "the first example is a filing that another system made"


def test_the_readme_lists_every_command_and_every_page() -> None:
    table = README.split("\n## Commands\n")[1].split("\n## ")[0]
    assert re.findall(r"^\| `(\w+)", table, re.MULTILINE) == form4gen.list_commands(click.Context(form4gen))
    linked = set(re.findall(r"\]\((\S+?\.md)\)", README))
    assert {name for name in PAGES if name != "README.md"} == linked


def test_the_cookbook_has_eight_recipes_and_each_says_what_is_found_if_something_is_forgotten() -> None:
    recipes = PAGES["docs/cookbook.md"].split("\n## ")[1:]
    assert len(recipes) == 8
    for recipe in recipes:
        assert recipe.count("<!-- file ") == 1
        assert "```sh\nform4gen " in recipe
        assert re.search(
            r"<!-- forget .*? -->\n```text\n(?:Do not file|No errors).*\n[A-Z]{2}\d{3} (error|warning) ", recipe
        ), recipe[:40]


@pytest.mark.parametrize(("command", "source", "result"), [
    ("next", "purchase.xml", "week.json"), ("amend", "purchase.json", "amendment.json"),
])  # fmt: skip
def test_the_cookbook_shows_the_document_that_a_command_writes(
    command: str, source: str, result: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = PAGES["docs/cookbook.md"]
    files = dict(re.findall(r"<!-- file (\S+) -->\n```json\n(.*?)```", page, re.DOTALL))
    (line,) = re.findall(rf"^form4gen {command} {source} (?:.*\\\n)*.*$", page, re.MULTILINE)
    monkeypatch.chdir(tmp_path)
    Path("purchase.json").write_text(files["purchase.json"], "utf-8")
    assert run("export", "purchase.json", "--public", "-o", ".").exit_code == 0
    assert run(*shlex.split(line.replace("\\\n", " ").replace("\\$", "$"))[1:]).exit_code == 0
    written, shown = json.loads(Path(result).read_text("utf-8")), json.loads(files[result])
    assert {key: value for key, value in shown.items() if key not in ("context", "ownerSignatures", TABLE)} == {
        key: value for key, value in written.items() if key in shown and key not in ("ownerSignatures", TABLE)
    }
    assert shown[TABLE] == [{key: value for key, value in row.items() if key != "kind"} for row in written[TABLE]]
    assert shown["ownerSignatures"] == [written["ownerSignatures"][0] | {"capacity": "self"}]


TABLE = "nonDerivativeTable"


def _page(text: str) -> str:
    refreshed: str = runnable.refreshed(text)
    return refreshed


def test_a_page_is_written_with_what_its_commands_print_now() -> None:
    page = "Run it:\n\n```sh\necho one; echo two; echo three\n```\n\n```text\nold\n```\n"
    assert _page(page) == page.replace("old\n", "one\ntwo\nthree\n")
    cut = page.replace("```text", '<!-- shows "two" to "three" -->\n```text')
    assert _page(cut) == cut.replace("old\n", "...\ntwo\n...\n")
    unrun = page.replace("```sh", "<!-- not run -->\n```sh")
    assert _page(unrun) == unrun


UNFORGOTTEN = """<!-- file a.json -->
```json
{"documentType": "4", "remarks": "x"}
```
<!-- forget a.json /remarks -->
```text
```
"""


@pytest.mark.parametrize(("page", "words"), [
    ("```sh\nexit 2\n```\n", "exit 2 ended with 2"),
    ('```sh\necho one\n```\n<!-- shows "two" to "" -->\n```text\n```\n', "No line of the output begins with 'two'"),
    (UNFORGOTTEN, "a.json has no finding without /remarks"),
])  # fmt: skip
def test_a_page_that_cannot_be_true_is_refused(page: str, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        runnable.refreshed(page)

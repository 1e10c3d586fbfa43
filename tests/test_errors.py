"""Messages that the command line and the workbench share: they are complete without the options that they name."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from form4gen.errors import without_options

ROOT = Path(__file__).parent.parent / "form4gen"


@pytest.mark.parametrize(("message", "plain"), [
    ("Give that day (--filed).", "Give that day."),
    ("Say which in the map (or give --taxes withheld or --taxes sold). Nothing was written.",
     "Say which in the map. Nothing was written."),
    ("Sold (code S) on Nov 5 (--day).", "Sold (code S) on Nov 5."),
    ("A (b", "A (b"), ("A (--b", "A (--b"), ("(--a) b", "(--a) b"), ("", ""), ("none", "none"),
])  # fmt: skip
def test_options_are_taken_out_of_a_message(message: str, plain: str) -> None:
    assert without_options(message) == plain


def _texts(module: Path) -> Iterator[str]:
    """Each text of a module as it is written, a value within it as ``x``; not docstrings and names of options."""
    tree = ast.parse(module.read_text("utf-8"))
    parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
    parts -= {id(node) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)}
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts | docs:
            yield node.value


@pytest.mark.parametrize(
    "module",
    [*sorted((ROOT / "drafting" / "fills").glob("*.py")), ROOT / "api" / "fills.py"],
    ids=lambda path: path.stem,
)
def test_a_message_about_a_brokers_file_names_options_in_parentheses_only(module: Path) -> None:
    assert [text for text in _texts(module) if " --" in without_options(text)] == []

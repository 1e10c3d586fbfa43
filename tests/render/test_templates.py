"""Compiled templates are kept beside compiled Python, and drawing never depends on them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment
from page_reader import filing

from form4gen.render import templates
from form4gen.render.html import html


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of what is kept, empty; templates are read anew in the test and after it."""
    folder = tmp_path / "__pycache__"
    folder.mkdir()
    monkeypatch.setattr(templates, "__file__", str(tmp_path / "templates.py"))
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    templates.environment.cache_clear()
    yield folder
    templates.environment.cache_clear()


def test_what_was_compiled_once_is_not_compiled_again(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = html(filing())
    assert len(list(kept.iterdir())) > 3
    templates.environment.cache_clear()
    monkeypatch.setattr(Environment, "_parse", None)
    assert html(filing()) == first


def test_a_kept_template_that_is_damaged_is_compiled_anew(kept: Path) -> None:
    first = html(filing())
    for path in kept.iterdir():
        path.write_bytes(path.read_bytes()[:60])
    templates.environment.cache_clear()
    assert html(filing()) == first


def test_nothing_is_kept_where_python_keeps_nothing_or_may_not_write(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    first = html(filing())
    assert list(kept.iterdir()) == []
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    kept.rmdir()
    templates.environment.cache_clear()
    assert html(filing()) == first
    assert not kept.exists()

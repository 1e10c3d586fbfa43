"""What ships with the package is found, and an incomplete installation says so."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from form4gen import resources
from form4gen.errors import UnusableInputError


def test_a_shipped_file_and_a_shipped_folder_are_found_by_absolute_paths() -> None:
    for parts in (("schemas", "form4.schema.json"), ("schemas", "examples"), ("templates",)):
        path = resources.path_of(*parts)
        assert os.path.isabs(path)
        assert Path(path).parts[-len(parts) :] == parts


def test_what_is_missing_is_named_with_the_remedy() -> None:
    with pytest.raises(UnusableInputError, match=r"^schemas/none\.json is missing .*; install it again$"):
        resources.path_of("schemas", "none.json")


def test_the_files_of_an_installed_package_come_before_those_of_a_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed, checkout = tmp_path / "installed", tmp_path / "checkout"
    for home in (installed, checkout):
        (home / "schemas").mkdir(parents=True)
        (home / "schemas" / "a.json").write_text(home.name)
    (checkout / "schemas" / "b.json").write_text("é", encoding="utf-8")
    monkeypatch.setattr(resources, "_HOMES", (str(installed), str(checkout)))
    assert resources.text_of("schemas", "a.json") == "installed"
    assert resources.text_of("schemas", "b.json") == "é"

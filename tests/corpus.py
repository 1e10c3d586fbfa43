"""Real filings and EDGAR's own schemas, for tests that need them. They are not part of this project.

``FORM4GEN_FILINGS`` names a folder with ``xml/``, ``txt/`` and ``index.tsv``; ``FORM4GEN_XSD`` one with ``X0609/``;
``FORM4GEN_POPULATION`` one with the tables of the SEC's Insider Transactions Data Sets for 2024 Q3. Without them,
folders beside the checkout are tried; without those, the test is skipped and says so.
"""

from __future__ import annotations

import csv
import os
from functools import cache
from pathlib import Path

import pytest

_BESIDE = Path(__file__).resolve().parents[2] / "shared"


def _folder(variable: str, name: str) -> Path | None:
    named = os.environ.get(variable)
    folder = Path(named) if named else _BESIDE / name
    return folder if folder.is_dir() else None


def filings_folder() -> Path:
    """The folder of real filings; skips the test when there is none."""
    folder = _folder("FORM4GEN_FILINGS", "filings")
    if folder is None:
        pytest.skip("no real filings here: set FORM4GEN_FILINGS to their folder")
    return folder


def xsd_folder(version: str = "X0609") -> Path:
    """The folder of EDGAR's schemas of one version; skips the test when there is none."""
    folder = _folder("FORM4GEN_XSD", "edgar-xsd")
    if folder is None or not (folder / version).is_dir():
        pytest.skip(f"no EDGAR schemas {version} here: set FORM4GEN_XSD to their folder")
    return folder / version


def population_folder() -> Path:
    """The folder with the tables of a quarter of all filings; skips the test when there is none."""
    folder = _folder("FORM4GEN_POPULATION", "population")
    if folder is None:
        pytest.skip("no tables of a quarter here: set FORM4GEN_POPULATION to their folder")
    return folder


@cache
def index() -> dict[str, dict[str, str]]:
    """What is known of each real filing, by file name: docType, schemaVersion, period, filed and more."""
    with (filings_folder() / "index.tsv").open(encoding="utf-8") as file:
        return {row["file"]: row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}


def filed_on(name: str) -> str | None:
    """The filing date (YYYY-MM-DD) of a real filing, if it is known."""
    return index()[name]["filed"] or None


def all_xml() -> list[Path]:
    """Every real ownership document."""
    return sorted((filings_folder() / "xml").glob("*.xml"))


def forms_4() -> list[Path]:
    """Every real Form 4 and 4/A that is well-formed."""
    known = index()
    return [
        path
        for path in all_xml()
        if known[path.name]["docType"] in ("4", "4/A") and "not-wellformed" not in known[path.name]["quirks"]
    ]


def second_forms_4() -> list[tuple[Path, str]]:
    """Every Form 4 of the second set with the time at which EDGAR accepted it, or else the day it was signed.

    Where the full submission is at hand, it is given instead of the ownership document.
    """
    with (filings_folder() / "index-2.tsv").open(encoding="utf-8") as file:
        known = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = []
    for row in known:
        if row["form"] in ("4", "4/A"):
            whole = filings_folder() / "txt-2" / row["file"].replace(".xml", ".txt")
            path = whole if whole.is_file() else filings_folder() / "xml-2" / row["file"]
            found.append((path, row["filedAt"] or row["signed"]))
    return found


def submissions() -> list[Path]:
    """Every real full submission."""
    return sorted((filings_folder() / "txt").iterdir())

"""``form4gen fills``: files and a draft on disk, the maps of a firm, and exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from broker_files import SIMPLE_MAP, draft, simple
from command_line import run

SALE = simple(("11/05/2026", "Sell", "300", "25.10"), ("11/05/2026", "Sell", "200", "25.30"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a draft, a file and a map."""
    (tmp_path / "draft.json").write_bytes(draft())
    (tmp_path / "trades.csv").write_text(SALE)
    (tmp_path / "fills.toml").write_text(SIMPLE_MAP)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_rows_are_written_into_the_draft(folder: Path) -> None:
    result = run("fills", "trades.csv", "--into", "draft.json")
    assert result.exit_code == 0
    assert "rows 2-3: used in Table I, row 1 (2 sales of 500)" in result.stdout
    assert result.stdout.endswith(f"Written to {folder / 'draft.json'}.\n")
    document = json.loads((folder / "draft.json").read_text())
    assert document["nonDerivativeTable"][0]["transactionShares"] == 500
    report = run("validate", "draft.json", "--format", "json")
    assert [each["rule"] for each in json.loads(report.stdout)["findings"] if each["severity"] != "advisory"] == []


def test_what_would_be_written_can_be_looked_at_first(folder: Path) -> None:
    result = run("fills", "trades.csv", "--into", "draft.json", "--show", "--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["written"] is None
    assert (folder / "draft.json").read_bytes() == draft()
    assert "Nothing was written to" in run("fills", "trades.csv", "--into", "draft.json", "--show").stdout
    written = run("fills", "trades.csv", "--into", "draft.json", "--format", "json")
    assert json.loads(written.stdout)["written"] == "draft.json"


def test_a_map_may_be_elsewhere(folder: Path) -> None:
    (folder / "fills.toml").rename(folder / "desk.toml")
    result = run("fills", "trades.csv", "--into", "draft.json")
    assert result.exit_code == 2
    assert "No column map fits trades.csv. Its columns are:" in result.stderr
    assert run("fills", "trades.csv", "--into", "draft.json", "--map", "desk.toml").exit_code == 0


@pytest.mark.parametrize(("arguments", "words"), [
    (("gone.csv", "--into", "draft.json"), "there is no such file"),
    (("trades.csv", "--into", "gone.json"), "there is no such file"),
    (("trades.csv", "--into", "trades.csv"), "is listed twice"),
    (("-", "--into", "draft.json"), "fills reads neither FILE nor DRAFT from standard input"),
    (("trades.csv", "--into", "draft.json", "--held", "many"), "'many' is not a number. Write 1500 or 12.4187."),
    (("trades.csv", "--into", "draft.json", "--held", "-1"), "'-1' is negative. Write 0 or more."),
    (("trades.csv", "--into", "draft.json", "--day", "yesterday"), "'yesterday' is not a date"),
    (("trades.csv", "--into", "draft.json", "--held", "1"), "only 1 are held"),
    (("trades.csv", "--into", "draft.json", "--map", "draft.json"), "This is not TOML"),
])  # fmt: skip
def test_what_cannot_be_done_is_a_sentence_and_changes_nothing(
    folder: Path, arguments: tuple[str, ...], words: str
) -> None:
    result = run("fills", *arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert (folder / "draft.json").read_bytes() == draft()


def test_options_say_what_the_draft_does_not(folder: Path) -> None:
    (folder / "draft.json").write_bytes(draft(nonDerivativeTable=[]))
    result = run(
        "fills", "trades.csv", "--into", "draft.json", "--title", "Common Stock", "--nature", "By Trust",
        "--held", "1,000", "--day", "2026-11-05",
    )  # fmt: skip
    assert result.exit_code == 0
    (row,) = json.loads((folder / "draft.json").read_text())["nonDerivativeTable"]
    assert (row["natureOfOwnership"], row["sharesOwnedFollowingTransaction"]) == ("By Trust", 500)


def test_a_large_file_is_not_read_to_its_end(folder: Path) -> None:
    with (folder / "large.csv").open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    result = run("fills", "large.csv", "--into", "draft.json")
    assert result.exit_code == 2
    assert "has more than 20 megabytes" in result.stderr

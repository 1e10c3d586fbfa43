"""``form4gen fills``: files and a draft on disk, the maps of a firm, and exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from broker_files import SIMPLE_MAP, draft, simple, workbook
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


HEAD = "Date,Action,Symbol,Description,Quantity,Price,Fees & Comm,Amount\n"
TWO = f"{HEAD}11/05/2026,Sell,XMPL,E,100,$25.10,,\n11/04/2026,Sell,XMPL,E,100,$25.10,,\n"
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 512


@pytest.mark.parametrize("content", [
    TWO.encode(), b"\xef\xbb\xbf" + TWO.encode(), TWO.encode("utf-16"), TWO.encode("utf-16-le"),
    TWO.replace(",", ";").encode(), TWO.replace(",", "\t").replace("\n", "\r\n").encode(),
    workbook({"T": [line.split(",") for line in TWO.splitlines()]}),
], ids=["plain", "mark", "utf-16", "utf-16 without mark", "semicolons", "tabs", "xlsx"])  # fmt: skip
def test_a_file_of_two_days_is_read_in_every_encoding(folder: Path, content: bytes) -> None:
    (folder / "file").write_bytes(content)
    result = run("fills", "file", "--into", "draft.json")
    assert (result.exit_code, result.stderr) == (0, "")
    rows = json.loads((folder / "draft.json").read_text())["nonDerivativeTable"]
    assert [(row["transactionDate"], row["sharesOwnedFollowingTransaction"]) for row in rows] == [
        ("2026-11-04", 12_900), ("2026-11-05", 12_800),
    ]  # fmt: skip


@pytest.mark.parametrize(("content", "place", "value", "remedy"), [
    (TWO.replace("100", "-100"), "row 2: Quantity", "-100 for a sale", "correct the number"),
    (TWO.replace("100", "0"), "row 2: Quantity", "a sale of 0", "delete the row"),
    (TWO.replace("E,100", "E,=cmd|' /C calc'!A0"), "row 2: Quantity", "\"=cmd|' /C calc'!A0\"", "Export the values"),
    (TWO.replace("$25.10", "@SUM(1)"), "row 2: Price", "'@SUM(1)' is a formula", "Export the values"),
    (TWO.replace("11/05", "13/45"), "row 2: Date", "'13/45/2026' is not a day", "Correct the cell"),
    (TWO.replace("$25.10", "25.1.0"), "row 2: Price", "'25.1.0' is not a number", "Correct the cell"),
    (OLE + "EncryptedPackage".encode("utf-16-le"), "bad.csv", "protected with a password", "save it without"),
    (TWO[:-1] + '"open', "row 3: Amount", "'open' is not a number", "Correct the cell"),
    (b"PK\x03\x04", "bad.csv", "is a damaged workbook", "Export it again"),
    (b"", "bad.csv", "is empty", "Export the trades again"),
])  # fmt: skip
def test_an_error_names_the_place_the_value_and_the_remedy(
    folder: Path, content: str | bytes, place: str, value: str, remedy: str
) -> None:
    (folder / "bad.csv").write_bytes(content.encode() if isinstance(content, str) else content)
    result = run("fills", "bad.csv", "--into", "draft.json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("form4gen: bad.csv")
    assert "Traceback" not in result.stderr
    for words in (place, value, remedy):
        assert words in result.stderr
    assert (folder / "draft.json").read_bytes() == draft()


def test_ten_thousand_fills_are_read_at_the_command_line(folder: Path) -> None:
    rows = "".join(f"11/05/2026,Sell,XMPL,E,1,$25.{number % 90:02},,\n" for number in range(10_000))
    (folder / "many.csv").write_text(HEAD + rows)
    result = run("fills", "many.csv", "--into", "draft.json")
    assert result.exit_code == 0
    assert "rows 2-10001: used in Table I, row 1 (10000 sales of 10,000)" in result.stdout
    again = run("fills", "many.csv", "--into", "draft.json")
    assert again.exit_code == 2
    assert "many.csv: row 2: 1 on Nov 5, 2026 (code S) is in the draft already." in again.stderr


def test_a_draft_that_next_made_gets_the_rows_and_is_proved(folder: Path) -> None:
    (folder / "prior.json").write_bytes(draft(_bought(), periodOfReport="2026-08-03", ownerSignatures=[_SIGNED]))
    assert run("next", "prior.json", "--signed", "2026-11-06", "-o", "week.json").exit_code == 0
    assert run("fills", "trades.csv", "--into", "week.json").exit_code == 0
    document = json.loads((folder / "week.json").read_text())
    assert document["periodOfReport"] == "2026-11-05"
    (row,) = document["nonDerivativeTable"]
    assert row["sharesOwnedFollowingTransaction"] == 12_500
    (note,) = row["transactionPricePerShare"]["footnotes"]
    assert "undertakes to provide" in document["footnotes"][note]
    checked = ("validate", "week.json", "--prior", "prior.json", "--filed-at", "2026-11-06T16:30", "--format", "json")
    report = json.loads(run(*checked).stdout)
    assert [each["rule"] for each in report["findings"] if each["severity"] != "advisory"] == []
    document["context"]["tradeConfirmations"][0]["transactionShares"] = 299
    (folder / "week.json").write_text(json.dumps(document))
    report = json.loads(run(*checked).stdout)
    assert "PR113" in [each["rule"] for each in report["findings"]]


_SIGNED = {"signatureName": "/s/ Jane Q. Sample", "signatureDate": "2026-08-04", "capacity": "self"}


def _bought() -> dict[str, object]:
    return {
        "kind": "transaction", "securityTitle": "Common Stock", "transactionDate": "2026-08-03",
        "transactionCode": "P", "transactionShares": 3000, "transactionPricePerShare": 20.1,
        "transactionAcquiredDisposedCode": "A", "sharesOwnedFollowingTransaction": 13_000,
        "directOrIndirectOwnership": "D",
    }  # fmt: skip

"""``form4gen next --each``: one award and a list of persons to a checked filing for each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import changed, run

from form4gen.api.persons import persons_in
from form4gen.cli import next_each
from form4gen.errors import UnusableInputError

AWARD = ("--code", "A", "--date", "2017-11-20", "--signed", "2017-11-21")


@pytest.fixture
def filings(tmp_path: Path) -> Path:
    """The last forms of two persons; each owns 3,418 shares."""
    folder = tmp_path / "filings"
    folder.mkdir()
    for cik, name in (("0000000007", "Sample Jane"), ("0000000008", "Sample John")):
        changed(folder, {"owner.rptOwnerCik": cik, "owner.rptOwnerName": name}, f"{name}.json")
    return folder


def listed(folder: Path, text: str) -> str:
    path = folder / "persons.csv"
    path.write_text(text, "utf-8")
    return str(path)


def test_each_person_of_the_list_gets_a_filing_that_is_checked(filings: Path, tmp_path: Path) -> None:
    persons = listed(tmp_path, 'owner,shares\n7,500\nsample john,"1,250"\n')
    result = run("next", str(filings), *AWARD, "--each", persons, "-o", str(tmp_path / "out"))
    paths = [tmp_path / "out" / f"form4-{cik}.json" for cik in (7, 8)]
    assert (result.exit_code, result.stdout) == (0, "".join(f"{path}\n" for path in paths))
    rows = [json.loads(path.read_text("utf-8"))["nonDerivativeTable"] for path in paths]
    assert [(row["transactionShares"], row["sharesOwnedFollowingTransaction"]) for (row,) in rows] == [
        (500, 3918), (1250, 4668),
    ]  # fmt: skip
    lines = result.stderr.splitlines()
    assert [line.partition(":")[2][:9] for line in lines if line.startswith(str(tmp_path))] == [" 0 errors"] * 2
    assert "    Table I, Common Stock, direct: 3,418 + 500 = 3,918" in result.stderr
    assert lines[-2] == "form4gen: 2 filings written, 0 with errors"
    assert lines[-1].endswith("; no settings")


def test_a_filing_with_errors_is_written_and_counted(filings: Path, tmp_path: Path) -> None:
    persons = listed(tmp_path, "owner;shares;price\n7;500;1.25\n")
    result = run("next", str(filings), *AWARD[:-2], "--each", persons, "-o", str(tmp_path / "out"))
    assert result.exit_code == 1
    assert "form4gen: 1 filing written, 1 with errors" in result.stderr
    document = json.loads((tmp_path / "out" / "form4-7.json").read_text("utf-8"))
    assert document["nonDerivativeTable"][0]["transactionPricePerShare"] == 1.25
    assert document["ownerSignatures"][0]["signatureDate"].startswith("FILL IN: ")


def test_the_settings_of_the_working_folder_apply_and_are_named(
    filings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    persons = listed(tmp_path, "owner;shares\n7;500\n")
    arguments = ("next", str(filings), *AWARD, "--each", persons, "--force", "-o", str(tmp_path / "out"))
    own, other = tmp_path / "form4gen.toml", tmp_path / "other.toml"
    own.write_text('strict = true\nseverities = {AD = "warning", SG = "warning", DL = "warning"}\n', "utf-8")
    other.write_text('ignore = ["SG"]\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    found, given, none = run(*arguments), run(*arguments, "--config", str(other)), run(*arguments, "--no-config")
    assert (found.exit_code, f"; settings from {own}: " in found.stderr) == (1, True)
    assert (given.exit_code, f"; settings from {other}: without SG" in given.stderr) == (0, True)
    assert (none.exit_code, "; no settings" in none.stderr) == (0, True)
    own.write_text("strict = 1\n", "utf-8")
    assert (run(*arguments).exit_code, run(*arguments, "--no-config").exit_code) == (2, 0)


def test_the_warnings_of_a_filing_fail_a_strict_run(filings: Path, tmp_path: Path) -> None:
    persons = listed(tmp_path, "owner;shares\n7;500\n")
    strict, arguments = tmp_path / "strict.toml", ("next", str(filings), *AWARD, "--each", persons, "--force")
    strict.write_text('strict = true\nseverities = {AD = "warning", SG = "warning", DL = "warning"}\n', "utf-8")
    result = run(*arguments, "-o", str(tmp_path / "out"), "--config", str(strict))
    assert (result.exit_code, "form4gen: 1 filing written, 1 with errors or warnings" in result.stderr) == (1, True)
    lenient = tmp_path / "lenient.toml"
    lenient.write_text(strict.read_text("utf-8").replace("true", "false"), "utf-8")
    assert run(*arguments, "-o", str(tmp_path / "out"), "--config", str(lenient)).exit_code == 0


def test_a_rule_that_could_not_run_never_passes(filings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    persons = listed(tmp_path, "owner;shares\n7;500\n")
    real = next_each.validate_under
    monkeypatch.setattr(
        next_each,
        "validate_under",
        lambda *given, **named: real(*given, **named)._replace(could_not_run={"TC101": "KeyError: 'x'"}),
    )
    result = run("next", str(filings), *AWARD, "--each", persons, "-o", str(tmp_path / "out"))
    assert (result.exit_code, "internal error in rule TC101 (KeyError: 'x')" in result.stderr) == (70, True)


def test_settings_without_a_list_are_refused(filings: Path) -> None:
    result = run("next", str(filings), *AWARD, "--config", "form4gen.toml")
    assert (result.exit_code, "--config needs --each: without it, nothing is checked." in result.stderr) == (2, True)


def test_nothing_is_written_where_one_person_cannot_be_done(filings: Path, tmp_path: Path) -> None:
    persons = listed(tmp_path, "owner,shares\n7,500\n9,500\n")
    result = run("next", str(filings), *AWARD, "--each", persons, "-o", str(tmp_path / "out"))
    assert result.exit_code == 2
    assert f"form4gen: {persons}, line 3 (9): No file has the reporting persons '9'." in result.stderr
    assert "Nothing was written: 1 person of 2 cannot be done." in result.stderr
    assert "The files have:" not in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_person_by_name_and_by_cik_is_one(filings: Path, tmp_path: Path) -> None:
    persons = listed(tmp_path, "owner,shares\n7,500\nSample Jane,600\n")
    result = run("next", str(filings), *AWARD, "--each", persons, "-o", str(tmp_path / "out"))
    assert result.exit_code == 2
    assert f"{persons}, line 3 (Sample Jane): The person is in the list already, in line 2." in result.stderr


def test_an_existing_file_is_kept_unless_it_may_be_overwritten(filings: Path, tmp_path: Path) -> None:
    persons, target = listed(tmp_path, "owner,shares\n7,500\n"), tmp_path / "form4-7.json"
    target.write_text("mine", "utf-8")
    arguments = ("next", str(filings), *AWARD, "--each", persons, "-o", str(tmp_path))
    assert run(*arguments).exit_code == 2
    assert target.read_text("utf-8") == "mine"
    assert run(*arguments, "--force").exit_code == 0
    assert target.read_text("utf-8") != "mine"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((*AWARD, "-o", "out", "--owner", "7"), "--owner cannot be combined with --each"),
        (AWARD, "--each needs a folder for the filings: give it with -o."),
        (("-o", "out"), "--each needs --code"),
    ],
)
def test_a_list_needs_an_award_and_a_folder(
    filings: Path, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    result = run("next", str(filings), "--each", listed(tmp_path, "owner,shares\n7,500\n"), *arguments)
    assert (result.exit_code, words in " ".join(result.stderr.split())) == (2, True)


@pytest.mark.parametrize(
    "raw",
    [
        b"owner,shares\n7,500\n",
        b"\xef\xbb\xbfowner,shares\r\n7,500\r\n\r\n",
        "Owner;Shares\n7;500".encode("utf-16"),
        b"shares\towner\n500\t7\n",
        b'"owner","shares"\n"7","500"\n',
    ],
)
def test_a_list_is_read_as_spreadsheets_write_it(raw: bytes) -> None:
    (person,) = persons_in(raw)
    assert (person.owner, str(person.shares), person.price, person.number) == ("7", "500", None, 2)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "The first line must name the columns"),
        ("owner,shares,ccc\n7,5,abcd123$\n", "The first line must name the columns"),
        ("owner,owner,shares\n", "The first line must name the columns"),
        ("owner\n7\n", "The first line must name the columns"),
        ("owner,shares\n", "The list has no persons."),
        ("owner,shares\n7\n", "Line 2 has 1 cells, not 2."),
        ("owner,shares\n,5\n", "Line 2 has no owner."),
        ("owner,shares\n7,=cmd|' /C calc'!A0\n", "is not a number of shares."),
        ("owner,shares\n7,0\n", "Line 2: '0' is not a number of shares."),
        ("owner,shares\n7,-5\n", "Line 2: '-5' is not a number of shares."),
        ("owner,shares\n7,1e9\n", "Line 2: '1e9' is not a number of shares."),
        ("owner;shares\n7;1.500,00\n", "Line 2: '1.500,00' is not a number of shares."),
        ("owner,shares,price\n7,5,free\n", "Line 2: 'free' is not a price."),
        ("owner,shares\n7,5\n0000000007,6\n", "Lines 2 and 3 are of the same person."),
        ("owner,shares\nSample Jane,5\nSAMPLE  JANE,6\n", "Lines 2 and 3 are of the same person."),
        (f"owner,shares\n{'x' * 200_000},5\n", "Line 2 cannot be read as CSV"),
        ("owner,shares\n" + "".join(f"{n},1\n" for n in range(1, 5002)), "Line 5002 is one of too many."),
    ],
)
def test_a_list_that_is_not_clear_is_refused_at_its_line(text: str, words: str) -> None:
    with pytest.raises(UnusableInputError) as refusal:
        persons_in(text.encode())
    assert words in str(refusal.value)
    assert "abcd123$" not in str(refusal.value)


def test_a_list_that_is_no_text_is_refused() -> None:
    with pytest.raises(UnusableInputError, match="The list is not in UTF-8"):
        persons_in(b"owner,shares\n\xff\xfe\xfd,5\n")
    with pytest.raises(UnusableInputError, match="more than 5,000,000 bytes"):
        persons_in(b"x" * 5_000_001)

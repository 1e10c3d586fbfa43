"""``form4gen export``: what it writes, what it refuses, and how it keeps a CCC."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import NoReturn

import pytest
from command_line import IN_TIME, ROOT, TECOGEN, changed, purchases, run, start
from lxml import etree

from form4gen.api.check import validate
from form4gen.api.filings import split_filing
from form4gen.edgar.reader import read_ownership

SECRET = "zq7x#kwm"  # noqa: S105  nobody's
CCC = "FORM4GEN_CCC_1625781"
EXPORT = ("export", TECOGEN, *IN_TIME)
LIVE = ("--submission", "--live", "--yes")
TITLE = {"owner.officerTitle": ""}


@pytest.fixture(autouse=True)
def _no_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in list(os.environ):
        if variable.startswith("FORM4GEN_CCC_"):
            monkeypatch.delenv(variable)


def _names(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


def test_the_form_and_its_exhibits_are_written(tmp_path: Path) -> None:
    result = run(*EXPORT, "-o", str(tmp_path / "out"))
    assert result.exit_code == 0, result.stderr
    written = [tmp_path / "out" / name for name in ("tecogen-2017.xml", "ex24.txt")]
    assert result.stdout.splitlines() == [str(path) for path in written]
    assert _names(tmp_path / "out") == sorted(path.name for path in written)
    form = written[0].read_bytes()
    assert form.isascii()
    assert b"rptOwnerName" not in form
    assert b"schemaVersion" not in form
    assert "David Garrison" in written[1].read_text("ascii")


def test_the_public_form_has_names_and_comes_back_as_the_same_filing(tmp_path: Path) -> None:
    assert run(*EXPORT, "-o", str(tmp_path), "--public").exit_code == 0
    form = (tmp_path / "tecogen-2017.xml").read_bytes()
    assert b"<schemaVersion>X0609</schemaVersion>" in form
    assert read_ownership(form).document["issuer"]["issuerName"] == "TECOGEN INC."


def test_a_name_that_edgar_does_not_take_becomes_one_that_it_takes(tmp_path: Path) -> None:
    path = changed(tmp_path, {}, name="Tecogen 2017 (final).json")
    assert run("export", path, *IN_TIME, "-o", str(tmp_path / "out")).exit_code == 0
    assert _names(tmp_path / "out") == ["ex24.txt", "tecogen-2017final.xml"]


def test_standard_input_is_written_as_form4(tmp_path: Path) -> None:
    content = Path(TECOGEN).read_text("utf-8")
    assert run("export", "-", *IN_TIME, "-o", str(tmp_path), stdin=content).exit_code == 0
    assert _names(tmp_path) == ["ex24.txt", "form4.xml"]


def test_what_edgar_would_suspend_is_refused_with_those_findings_alone(tmp_path: Path) -> None:
    path = changed(tmp_path, TITLE | {"row.transactionPricePerShare": 0})
    result = run("export", path, *IN_TIME, "-o", str(tmp_path / "out"))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "RO102  error" in result.stderr
    assert "PR101" not in result.stderr
    assert "Nothing was exported: EDGAR would suspend the filing." in result.stderr
    assert "Not checked" not in result.stderr
    assert "--split" not in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_draft_of_it_is_written_and_what_is_wrong_is_told(tmp_path: Path) -> None:
    result = run("export", changed(tmp_path, TITLE), *IN_TIME, "--draft", "-o", str(tmp_path / "out"))
    assert result.exit_code == 0
    assert "RO102  error" in result.stderr
    assert _names(tmp_path / "out") == ["ex24.txt", "form4.xml"]


def test_an_older_filing_is_judged_by_the_schema_that_is_written_and_its_public_form_by_its_own_time(
    tmp_path: Path,
) -> None:
    path = changed(tmp_path, {"owner.rptOwnerState": "X0"})
    sent = run("export", path, *IN_TIME, "-o", str(tmp_path / "out"))
    assert sent.exit_code == 1
    assert "checked as of Wed, Mar 18, 2026, 12:00 p.m. ET" in sent.stderr
    assert "FP104  error" in sent.stderr
    public = run("export", path, *IN_TIME, "--public", "-o", str(tmp_path / "out"))
    assert public.exit_code == 0, public.stderr


def test_an_error_that_edgar_takes_does_not_hinder_and_is_counted(tmp_path: Path) -> None:
    path = changed(tmp_path, {"row.sharesOwnedFollowingTransaction": 1, "row.transactionPricePerShare": 0})
    result = run("export", path, *IN_TIME, "-o", str(tmp_path / "out"))
    assert result.exit_code == 0, result.stderr
    assert "; run `form4gen validate` to see them." in result.stderr


def test_an_accepted_finding_does_not_hinder(tmp_path: Path) -> None:
    override = {"rule": "HB101", "place": "/nonDerivativeTable/0", "reason": "It follows", "by": "A. Counsel"}
    path = changed(tmp_path, {"row.sharesOwnedFollowingTransaction": 1, "overrides": [override]})
    result = run("export", path, *IN_TIME, "-o", str(tmp_path / "out"))
    assert result.exit_code == 0
    assert "run `form4gen validate`" not in result.stderr


def test_an_override_does_not_make_edgar_accept_the_filing(tmp_path: Path) -> None:
    override = {"rule": "RO102", "place": "/reportingOwners/0", "reason": "It follows", "by": "A. Counsel"}
    path = changed(tmp_path, TITLE | {"overrides": [override]})
    result = run("export", path, *IN_TIME, "-o", str(tmp_path / "out"))
    assert result.exit_code == 1
    assert "Nothing was exported: EDGAR would suspend the filing." in result.stderr


def test_a_document_that_is_no_filing_is_not_exported_even_as_a_draft(tmp_path: Path) -> None:
    result = run("export", "-", "--draft", "-o", str(tmp_path), stdin="Form 4")
    assert result.exit_code == 1
    assert "JS101" in result.stderr
    assert "Nothing was exported: the document is not yet a filing." in result.stderr
    assert _names(tmp_path) == []


def test_characters_beyond_ascii_are_told_with_place_and_spelling(tmp_path: Path) -> None:
    path = changed(tmp_path, {"remarks": "The Company\u2019s plan. Exhibit 24: power of attorney."})
    result = run("export", path, *IN_TIME, "-o", str(tmp_path / "out"))
    assert result.exit_code == 0, result.stderr
    assert (
        "form4gen: Remarks: The text contains characters that are not ASCII, which EDGAR may not accept: "
        "\u2019 (U+2019). It is written as a numeric reference. "
        'Better: \u2019 (U+2019) as "\'".'
    ) in result.stderr
    assert b"Company&#8217;s plan" in (tmp_path / "out" / "form4.xml").read_bytes()


def test_a_filing_that_was_not_checked_whole_is_exported_only_as_a_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = validate
    monkeypatch.setattr(
        "form4gen.cli.accepted.validate",
        lambda *given, **how: real(*given, **how)._replace(could_not_run={"TC101": "KeyError: 'x'"}),
    )
    result = run(*EXPORT, "-o", str(tmp_path))
    assert result.exit_code == 70
    assert "internal error in rule TC101" in result.stderr
    assert _names(tmp_path) == []
    assert run(*EXPORT, "-o", str(tmp_path), "--draft").exit_code == 0
    live = run(*EXPORT, *LIVE, "-o", str(tmp_path / "live"))
    assert live.exit_code == 70
    assert "--draft" not in live.stderr


def test_a_picture_is_refused_by_its_name(tmp_path: Path) -> None:
    exhibits = [
        {"documentType": "EX-99", "documentName": "a.htm", "text": '<html><img src="b.jpg"></html>'},
        {"documentType": "GRAPHIC", "documentName": "b.jpg"},
    ]
    result = run("export", changed(tmp_path, {"exhibits": exhibits}), *IN_TIME, "-o", str(tmp_path / "out"))
    assert result.exit_code == 2
    assert "b.jpg is a picture, which text cannot contain." in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_there_is_replaced_only_by_force(tmp_path: Path) -> None:
    (tmp_path / "ex24.txt").write_text("mine", "utf-8")
    result = run(*EXPORT, "-o", str(tmp_path))
    assert result.exit_code == 2
    assert "ex24.txt already exists. Use --force to overwrite it" in result.stderr
    assert _names(tmp_path) == ["ex24.txt"]
    assert run(*EXPORT, "-o", str(tmp_path), "--force").exit_code == 0
    assert (tmp_path / "ex24.txt").read_text("ascii") != "mine"


def test_more_than_edgar_takes_is_refused_with_the_way_out(tmp_path: Path) -> None:
    result = run("export", purchases(tmp_path, 31), *IN_TIME, "-o", str(tmp_path / "out"))
    assert result.exit_code == 1
    assert "HD206  error" in result.stderr
    assert "--split would divide it into several filings." in result.stderr


@pytest.mark.parametrize(("rows", "names"), [
    (30, ["ex24.txt", "form4.xml"]),
    (31, ["ex24.txt", "form4-1-of-2.xml", "form4-2-of-2.xml"]),
    (61, ["ex24.txt", "form4-1-of-3.xml", "form4-2-of-3.xml", "form4-3-of-3.xml"]),
])  # fmt: skip
def test_it_is_written_in_parts_when_that_is_asked_for(tmp_path: Path, rows: int, names: list[str]) -> None:
    result = run("export", purchases(tmp_path, rows), *IN_TIME, "--split", "-o", str(tmp_path / "out"))
    assert result.exit_code == 0, result.stderr
    assert "HD206" not in result.stderr
    assert "1 error" not in result.stderr
    assert _names(tmp_path / "out") == names
    written = [(tmp_path / "out" / name).read_bytes() for name in names if name.endswith(".xml")]
    assert sum(form.count(b"<nonDerivativeTransaction>") for form in written) == rows


def test_a_fault_that_parts_do_not_cure_is_told_once_of_the_whole(tmp_path: Path) -> None:
    document = json.loads(Path(purchases(tmp_path, 31)).read_text("utf-8"))
    document["reportingOwners"][0]["officerTitle"] = ""
    path = tmp_path / "form4.json"
    path.write_text(json.dumps(document), "utf-8")
    result = run("export", str(path), *IN_TIME, "--split", "-o", str(tmp_path / "out"))
    assert result.exit_code == 1
    assert result.stderr.count("RO102  error") == 1
    assert "HD206" not in result.stderr
    assert "--split" not in result.stderr


def test_a_fault_that_only_a_part_has_is_told_of_that_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = split_filing
    monkeypatch.setattr(
        "form4gen.cli.accepted.split_filing",
        lambda filing: tuple(part.replaced(owner_signatures=()) for part in real(filing)),
    )
    result = run("export", purchases(tmp_path, 31), *IN_TIME, "--split", "-o", str(tmp_path / "out"))
    assert result.exit_code == 1
    assert "form4.json, part 2 of 2" in result.stderr
    assert "SG101  error" in result.stderr


def test_what_cannot_be_divided_has_no_way_out(tmp_path: Path) -> None:
    path = purchases(tmp_path, 31, footnotes={"F1": "A note that nobody cites."})
    plain = run("export", path, *IN_TIME, "-o", str(tmp_path / "out"))
    assert plain.exit_code == 1
    assert "--split" not in plain.stderr
    split = run("export", path, *IN_TIME, "--split", "-o", str(tmp_path / "out"))
    assert split.exit_code == 2
    assert "belong to no part" in split.stderr


@pytest.mark.parametrize("options", [
    ("--live",), ("--yes",), ("--contact-name", "Jane"), ("--contact-phone", "1"), ("--contact-email", "a@example.com"),
    ("--notify", "a@example.com"),
])  # fmt: skip
def test_what_belongs_to_a_submission_is_refused_without_one(options: tuple[str, ...]) -> None:
    result = run(*EXPORT, *options)
    assert result.exit_code == 2
    assert "require --submission" in result.stderr


def test_neither_the_public_form_nor_a_live_draft_is_submitted() -> None:
    public, draft = run(*EXPORT, "--submission", "--public"), run(*EXPORT, "--submission", "--live", "--draft")
    assert (public.exit_code, draft.exit_code) == (2, 2)
    assert "cannot be combined" in public.stderr
    assert "--draft and --live cannot be combined." in draft.stderr
    confirmed = run(*EXPORT, "--submission", "--yes")
    assert confirmed.exit_code == 2
    assert "--yes confirms a LIVE submission. Add --live, or omit --yes." in confirmed.stderr


@pytest.mark.parametrize(("options", "message"), [
    (("--contact-name", "x" * 31), "has 31 characters; EDGAR accepts at most 30"),
    (("--contact-phone", "5" * 21), "has 21 characters; EDGAR accepts at most 20"),
    (("--contact-email", "jane"), "'jane' is not an email address"),
    (tuple(part for each in range(31) for part in ("--notify", f"a{each}@example.com")), "31 notification addresses"),
])  # fmt: skip
def test_contact_and_addresses_are_checked_before_a_ccc_is_asked_for(options: tuple[str, ...], message: str) -> None:
    result = run(*EXPORT, "--submission", *options)
    assert result.exit_code == 2
    assert message in result.stderr
    assert "CCC" not in result.stderr


@pytest.mark.parametrize("variable", [CCC, "FORM4GEN_CCC_0001625781"])
def test_a_submission_is_a_test_and_its_file_alone_holds_the_ccc(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, SECRET)
    result = run(*EXPORT, "--submission", "-o", str(tmp_path), "--contact-name", "Jane", "--notify", "a@example.com")
    assert result.exit_code == 0, result.stderr
    assert "This is a TEST submission" in result.stderr
    assert SECRET not in result.output
    names = ["ex24.txt", "tecogen-2017-submission.xml", "tecogen-2017.xml"]
    assert _names(tmp_path) == names
    for name in (names[0], names[2]):
        assert SECRET.encode() not in (tmp_path / name).read_bytes()
    sealed = tmp_path / names[1]
    assert sealed.stat().st_mode & 0o777 == 0o600
    root = etree.fromstring(sealed.read_bytes())
    assert root.findtext("testOrLive") == "TEST"
    assert root.findtext("pointOfContact/contactName") == "Jane"
    assert [each.findtext("documentName") for each in root.iterfind("edgarDocument")] == ["form4.xml", "ex24.txt"]
    assert SECRET in base64.b64decode(root.findtext("edgarDocument/documentMimeBlock") or "").decode()


def test_each_part_has_its_submission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CCC, SECRET)
    result = run("export", purchases(tmp_path, 31), *IN_TIME, "--split", "--submission", "-o", str(tmp_path / "out"))
    assert result.exit_code == 0, result.stderr
    sealed = [name for name in _names(tmp_path / "out") if "submission" in name]
    assert sealed == ["form4-1-of-2-submission.xml", "form4-2-of-2-submission.xml"]


def test_the_submission_is_private_from_its_first_byte_also_in_the_place_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CCC, SECRET)
    sealed = tmp_path / "tecogen-2017-submission.xml"
    sealed.write_text("mine", "utf-8")
    sealed.chmod(0o644)
    modes = {}
    real = os.replace

    def seen(draft: str, name: str, **folders: int) -> None:
        modes[name] = os.stat(draft, dir_fd=folders["src_dir_fd"]).st_mode & 0o777
        real(draft, name, **folders)

    monkeypatch.setattr("os.replace", seen)
    before = os.umask(0)
    try:
        assert run(*EXPORT, "--submission", "-o", str(tmp_path), "--force").exit_code == 0
    finally:
        os.umask(before)
    assert modes == {"tecogen-2017.xml": 0o666, "ex24.txt": 0o666, sealed.name: 0o600}
    assert sealed.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_submission_that_cannot_be_put_in_its_place_leaves_no_ccc(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    monkeypatch.setenv(CCC, SECRET)

    def failing(*_: str, **__: int) -> NoReturn:
        raise error

    monkeypatch.setattr("os.link", failing)
    monkeypatch.setattr("os.replace", failing)
    assert run(*EXPORT, "--submission", "-o", str(tmp_path)).exit_code in (2, 130)
    assert _names(tmp_path) == []


def test_a_missing_ccc_is_told_with_the_name_of_its_variable(tmp_path: Path) -> None:
    result = run(*EXPORT, "--submission", "-o", str(tmp_path))
    assert result.exit_code == 2
    assert f"(CIK 0001625781). Set the environment variable {CCC}" in result.stderr
    assert _names(tmp_path) == []


def test_an_empty_variable_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CCC, "")
    assert "" in run(*EXPORT, "--submission", "-o", str(tmp_path)).stderr


def test_a_ccc_of_the_wrong_form_is_told_by_its_variable_and_not_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CCC, "hunter22")
    result = run(*EXPORT, "--submission", "-o", str(tmp_path))
    assert result.exit_code == 2
    assert f"{CCC}: A CCC has 8 characters" in result.stderr
    assert "hunter22" not in result.output


def test_two_cccs_for_one_owner_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CCC, SECRET)
    monkeypatch.setenv("FORM4GEN_CCC_0001625781", SECRET)
    assert run(*EXPORT, "--submission", "-o", str(tmp_path)).exit_code == 0
    monkeypatch.setenv("FORM4GEN_CCC_0001625781", "other12$")
    result = run(*EXPORT, "--submission", "-o", str(tmp_path), "--force")
    assert result.exit_code == 2
    assert "give different CCCs" in result.stderr
    assert "other12$" not in result.output


@pytest.mark.parametrize(("answers", "code"), [([SECRET], 0), (["bad", SECRET], 0), (["bad", "bad", "bad"], 2)])
def test_on_a_terminal_a_ccc_is_asked_for_hidden_and_three_times(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answers: list[str], code: int
) -> None:
    asked: list[dict[str, object]] = []

    def prompt(_: str, **how: object) -> str:
        asked.append(how)
        return answers[len(asked) - 1]

    monkeypatch.setattr("form4gen.cli.credentials.click.prompt", prompt)
    monkeypatch.setattr("form4gen.cli.credentials.can_ask", lambda: True)
    result = run(*EXPORT, "--submission", "-o", str(tmp_path))
    assert result.exit_code == code
    assert asked == [{"hide_input": True, "err": True}] * len(answers)
    assert result.stderr.count("A CCC has 8 characters") == len(answers) - (code == 0)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of POSIX")
def test_a_real_terminal_does_not_show_what_is_typed(tmp_path: Path) -> None:
    try:
        terminal, inside = os.openpty()
    except OSError as error:
        pytest.skip(f"this machine gives out no terminal: {error}")
    command = (sys.executable, "-m", "form4gen", *EXPORT, "--submission", "-o", str(tmp_path))
    shown = b""
    with subprocess.Popen(  # noqa: S603  our own command
        command, cwd=ROOT, stdin=inside, stdout=inside, stderr=inside, start_new_session=True
    ) as running:
        os.close(inside)
        with contextlib.suppress(OSError):  # how Linux says that the other side has closed the terminal
            while part := os.read(terminal, 4096):
                shown += part
                if part.rstrip().endswith(b"not shown:"):
                    _wait_until_hidden(terminal)
                    os.write(terminal, f"{SECRET}\n".encode())
        os.close(terminal)
    assert running.returncode == 0, shown
    assert b"CCC of Benjamin Locke M. (CIK 0001625781), not shown:" in shown
    assert SECRET.encode() not in shown
    assert "tecogen-2017-submission.xml" in _names(tmp_path)


def _wait_until_hidden(terminal: int) -> None:
    import termios  # noqa: PLC0415  not on every system

    while termios.tcgetattr(terminal)[3] & termios.ECHO:
        time.sleep(0.01)


def test_no_ccc_is_read_from_standard_input(tmp_path: Path) -> None:
    done = start(*EXPORT, "--submission", "-o", str(tmp_path), input=f"{SECRET}\n".encode())
    assert done.returncode == 2
    assert b"" in done.stderr

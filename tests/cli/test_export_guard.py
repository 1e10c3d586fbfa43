"""``form4gen export --submission``: what is not sent, what a LIVE submission needs, and what is said of it."""

from __future__ import annotations

import contextlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click import Abort
from command_line import IN_TIME, ROOT, TECOGEN, changed, purchases, run, start
from lxml import etree

from form4gen.api.check import Outcome, validate
from form4gen.api.filings import split_filing
from form4gen.api.load import Loaded
from form4gen.law.submissions import UPLOAD_SITES

SECRET = "zq7x#kwm"  # noqa: S105  nobody's
CCC = "FORM4GEN_CCC_1625781"
TEST = ("--submission",)
LIVE = ("--submission", "--live", "--yes")
AGENT = "/s/ David Garrison, attorney-in-fact for Benjamin Locke M."
WRONG_DIRECTION = {"row.transactionAcquiredDisposedCode": "D"}  # TC102, which EDGAR does not check
NO_TITLE = {"owner.officerTitle": ""}  # RO102, for which EDGAR suspends the filing


@pytest.fixture(autouse=True)
def _one_ccc(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in list(os.environ):
        if variable.startswith("FORM4GEN_CCC_"):
            monkeypatch.delenv(variable)
    monkeypatch.setenv(CCC, SECRET)


def _kind(folder: Path, name: str = "form4") -> str | None:
    return etree.fromstring((folder / f"{name}-submission.xml").read_bytes()).findtext("testOrLive")


def _override(rule: str, place: str) -> dict[str, Any]:
    return {"overrides": [{"rule": rule, "place": place, "reason": "It was so", "by": "A. Counsel"}]}


def _agent(powers: list[dict[str, Any]], **signature: Any) -> dict[str, Any]:
    signed = {"signatureName": AGENT, "signatureDate": "2017-11-14"} | signature
    return {"ownerSignatures": [signed], "powersOfAttorney": powers}


def _power(**fields: Any) -> dict[str, Any]:
    """A power of attorney of the reporting person for David Garrison, already on file."""
    return {
        "id": "p",
        "status": "on_file",
        "principal": {"name": "Benjamin Locke M.", "cik": "0001625781"},
        "attorneys": [{"name": "David Garrison"}],
        "scope": {"forms": ["3", "4", "5"]},
        "signedOn": "2017-01-03",
    } | fields


@pytest.mark.parametrize(("options", "code"), [((), 0), (TEST, 1), (LIVE, 1), ((*TEST, "--draft"), 0)])
@pytest.mark.parametrize("settings", ["", 'ignore = ["TC"]\n', '[severities]\nTC102 = "advisory"\n'])
def test_an_error_that_edgar_does_not_check_prevents_a_submission_whatever_the_settings_say(
    tmp_path: Path, options: tuple[str, ...], code: int, settings: str
) -> None:
    (tmp_path / "form4gen.toml").write_text(settings, "utf-8")
    path = changed(tmp_path, WRONG_DIRECTION)
    result = run("export", path, *IN_TIME, *options, "-o", str(tmp_path / "out"))
    assert result.exit_code == code, result.stderr
    assert ("TC102  error" in result.stderr) == bool(options)
    if code:
        kind = "LIVE submission" if "--live" in options else "submission"
        assert f"Nothing was exported: a {kind} is not written while these findings are open." in result.stderr
        assert ("--draft" in result.stderr) == ("--live" not in options)
        assert not (tmp_path / "out").exists()
    elif options:
        assert _kind(tmp_path / "out") == "TEST"


@pytest.mark.parametrize("changes", [WRONG_DIRECTION, NO_TITLE])
def test_a_draft_of_a_filing_with_errors_is_written_as_a_test_and_never_as_a_live_submission(
    tmp_path: Path, changes: dict[str, Any]
) -> None:
    path = changed(tmp_path, changes)
    live = run("export", path, *IN_TIME, *LIVE, "--draft", "-o", str(tmp_path / "live"))
    assert live.exit_code == 2
    assert not (tmp_path / "live").exists()
    assert run("export", path, *IN_TIME, *TEST, "--draft", "-o", str(tmp_path / "out")).exit_code == 0
    assert _kind(tmp_path / "out") == "TEST"


def test_edgars_errors_prevent_a_live_submission_without_the_advice_to_draft_it(tmp_path: Path) -> None:
    result = run("export", changed(tmp_path, NO_TITLE), *IN_TIME, *LIVE, "-o", str(tmp_path / "out"))
    assert result.exit_code == 1
    assert result.stderr.endswith("Nothing was exported: EDGAR would suspend the filing. Correct the errors.\n")


def test_an_accepted_error_is_sent_and_listed_with_who_accepted_it(tmp_path: Path) -> None:
    place = "/nonDerivativeTable/0/transactionAcquiredDisposedCode"
    path = changed(tmp_path, WRONG_DIRECTION | _override("TC102", place))
    result = run("export", path, *IN_TIME, *LIVE, "-o", str(tmp_path / "out"))
    assert result.exit_code == 0, result.stderr
    assert "Accepted by override (1):\nTC102  error, accepted by A. Counsel: Table I, row 1" in result.stderr
    assert _kind(tmp_path / "out") == "LIVE"


def test_an_override_of_another_place_accepts_nothing(tmp_path: Path) -> None:
    path = changed(tmp_path, WRONG_DIRECTION | _override("TC102", "/nonDerivativeTable/1"))
    assert run("export", path, *IN_TIME, *LIVE, "-o", str(tmp_path / "out")).exit_code == 1


def test_a_live_submission_says_what_it_is_what_is_open_what_was_written_and_where_it_goes(tmp_path: Path) -> None:
    path = changed(tmp_path, {"row.transactionPricePerShare": 264})
    result = run("export", path, *IN_TIME, *LIVE, "-o", str(tmp_path / "out"))
    assert result.exit_code == 0, result.stderr
    words = " ".join(result.stderr.split())
    who = "Form 4 of Benjamin Locke M. (CIK 0001625781); issuer TECOGEN INC. (CIK 0001537435)"
    assert f"This is a LIVE submission of {who}." in words
    assert (
        "It is not a test. When you transmit it, EDGAR makes it public at once, and it cannot be taken back." in words
    )
    written = tmp_path / "out" / "form4-submission.xml"
    assert f"form4gen: Wrote a LIVE submission of {who}: {written}" in words
    assert "Nothing was transmitted. Upload it yourself as a live filing" in words
    for site in UPLOAD_SITES:
        assert f'{site.name}, {site.address}: "{site.choice}"' in words
    assert "TEST" not in result.stderr
    assert result.stdout.splitlines()[-1] == str(written)
    assert _kind(tmp_path / "out") == "LIVE"
    assert SECRET not in result.output


@pytest.mark.parametrize("count", [1, 30])
def test_each_open_warning_is_listed_however_many_there_are(tmp_path: Path, count: int) -> None:
    path = purchases(tmp_path, count, shares=200_000)  # each purchase is years late by now
    result = run("export", path, *IN_TIME, *LIVE, "-o", str(tmp_path / "out"))
    assert result.exit_code == 0, result.stderr
    assert result.stderr.count("\nDL101  Table I, row ") == count
    listed = result.stderr.split("Open warnings (")[1]
    assert int(listed.partition(")")[0]) == len(re.findall(r"^[A-Z]{2}\d{3}  ", listed, re.MULTILINE)) >= count
    assert "Open advisories: 1; run `form4gen validate` to see them." in result.stderr


def test_a_live_submission_is_judged_as_of_now_whatever_time_was_given(tmp_path: Path) -> None:
    path = changed(tmp_path, {"row.transactionShares": 200_000, "row.sharesOwnedFollowingTransaction": 201_418})
    result = run("export", path, *IN_TIME, *LIVE, "-o", str(tmp_path / "out"))
    assert result.exit_code == 0, result.stderr
    assert "DL101  Table I, row 1, column 2" in result.stderr
    assert "was due by 10:00 p.m. ET on Thu, Nov 16, 2017." in " ".join(result.stderr.split())


def test_without_a_terminal_a_live_submission_needs_yes(tmp_path: Path) -> None:
    done = start("export", TECOGEN, *IN_TIME, "--submission", "--live", "-o", str(tmp_path), input=b"y\n")
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "form4gen: A LIVE submission must be confirmed. Run this in a terminal, with a file as INPUT, or add --yes.\n"
    )
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(("answer", "code"), [([True], 0), ([False], 2), ([], 2)])
def test_on_a_terminal_only_yes_writes_a_live_submission(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: list[bool], code: int
) -> None:
    def answered(_: str, **how: object) -> bool:
        assert how == {"err": True}, "no is the default"
        if not answer:
            raise Abort  # Ctrl-C, or the end of the input
        return answer[0]

    monkeypatch.setattr("form4gen.cli.live.can_ask", lambda: True)
    monkeypatch.setattr("form4gen.cli.live.click.confirm", answered)
    result = run("export", TECOGEN, *IN_TIME, "--submission", "--live", "-o", str(tmp_path / "out"))
    assert result.exit_code == code
    assert (tmp_path / "out").exists() == (code == 0)
    assert ("Nothing was exported: the LIVE submission was not confirmed." in result.stderr) == (code == 2)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of POSIX")
@pytest.mark.parametrize(("typed", "code"), [(b"y\n", 0), (b"\n", 2), (b"live\nn\n", 2)])
def test_a_real_terminal_shows_the_warnings_before_it_asks(tmp_path: Path, typed: bytes, code: int) -> None:
    try:
        terminal, inside = os.openpty()
    except OSError as error:
        pytest.skip(f"this machine gives out no terminal: {error}")
    arguments = ("export", TECOGEN, *IN_TIME, "--submission", "--live", "-o", str(tmp_path))
    shown = b""
    with subprocess.Popen(  # noqa: S603  our own command
        (sys.executable, "-m", "form4gen", *arguments),
        cwd=ROOT, stdin=inside, stdout=inside, stderr=inside, start_new_session=True,
    ) as running:  # fmt: skip
        os.close(inside)
        os.write(terminal, typed)
        with contextlib.suppress(OSError):  # how Linux says that the other side has closed the terminal
            while part := os.read(terminal, 4096):
                shown += part
        os.close(terminal)
    assert running.returncode == code, shown
    asked = shown.index(b"Write the LIVE submission? [y/N]:")
    assert shown.index(b"cannot be taken") < asked
    assert ("tecogen-2017-submission.xml" in os.listdir(tmp_path)) == (code == 0)


def test_the_powers_of_a_sound_agent_are_no_obstacle(tmp_path: Path) -> None:
    path = changed(tmp_path, _agent([_power()], capacity="attorney_in_fact"))
    result = run("export", path, *IN_TIME, *LIVE, "-o", str(tmp_path / "out"))
    assert result.exit_code == 0, result.stderr


@pytest.mark.parametrize(("powers", "signature", "words"), [
    ([], {"capacity": "attorney_in_fact"}, "no power of attorney is attached or recorded as on file"),
    ([], {}, "the document does not show under which power of attorney"),
    ([_power(attorneys=[{"name": "Alex Poe"}])], {}, "The power of attorney names Alex Poe, but the form is signed by"),
    ([_power(attorneys=[{"name": "Alex Poe"}]), _power(id="q", attorneys=[{"name": "Kim Low"}])], {},
     "none of the 2 powers of attorney names the signer"),
    ([_power(principal={"name": "ROE DANA", "cik": "0009990009"})], {}, "who is not a reporting person on this form"),
    ([_power(scope={"forms": ["144"]})], {}, "The power of attorney covers only 144, not Form 4."),
    ([_power(scope={"issuer": {"cik": "0009990001"}})], {}, "The power of attorney is limited to CIK 0009990001"),
    ([_power(revokedOn="2017-11-14")], {}, "The power of attorney was revoked on Nov 14, 2017"),
    ([_power()], {"powerOfAttorney": "q"}, 'The signature cites power of attorney "q"'),
])  # fmt: skip
def test_a_live_submission_shows_the_authority_of_an_agent_who_signs(
    tmp_path: Path, powers: list[dict[str, Any]], signature: dict[str, Any], words: str
) -> None:
    path = changed(tmp_path, _agent(powers, **signature) | {"remarks": ""})
    result = run("export", path, *IN_TIME, *LIVE, "-o", str(tmp_path / "out"))
    assert result.exit_code == 1, result.stderr
    assert words in " ".join(result.stderr.split())
    assert not (tmp_path / "out").exists()


def test_a_test_submission_may_lack_the_power_that_a_live_one_needs(tmp_path: Path) -> None:
    path = changed(tmp_path, _agent([], capacity="attorney_in_fact"))
    assert run("export", path, *IN_TIME, *TEST, "-o", str(tmp_path / "out")).exit_code == 0


def test_an_exhibit_24_shows_the_authority_too(tmp_path: Path) -> None:
    exhibit = {"documentType": "EX-24", "documentName": "poa.txt", "text": "Power of attorney. Signed: /s/ B. Locke"}
    path = changed(tmp_path, _agent([]) | {"exhibits": [exhibit]})
    assert run("export", path, *IN_TIME, *LIVE, "-o", str(tmp_path / "out")).exit_code == 0


def test_a_filing_on_record_is_not_sent_again(tmp_path: Path) -> None:
    path = changed(tmp_path, {"context": {"accessionNumber": "0001625781-17-000001"}})
    result = run("export", path, *IN_TIME, *LIVE, "-o", str(tmp_path / "out"))
    assert result.exit_code == 1
    assert "has the accession number 0001625781-17-000001, so it was already filed." in result.stderr
    assert run("export", path, *IN_TIME, *TEST, "-o", str(tmp_path / "out")).exit_code == 0


def test_edgars_xml_is_not_sent_as_it_is(tmp_path: Path) -> None:
    assert run("export", TECOGEN, *IN_TIME, "--public", "-o", str(tmp_path)).exit_code == 0
    path = str(tmp_path / "tecogen-2017.xml")
    result = run("export", path, *LIVE, "-o", str(tmp_path / "out"))
    assert result.exit_code == 1
    assert "a LIVE submission is written from JSON. This is EDGAR's XML" in result.stderr
    assert not (tmp_path / "out").exists()
    assert run("export", path, *TEST, "-o", str(tmp_path / "out")).exit_code == 0


def test_a_ccc_of_the_wrong_form_is_refused_before_anything_is_confirmed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CCC, "hunter22")
    result = run("export", TECOGEN, *IN_TIME, *LIVE, "-o", str(tmp_path / "out"))
    assert result.exit_code == 2
    assert f"{CCC}: A CCC has 8 characters" in result.stderr
    assert "This is a LIVE submission" not in result.stderr
    assert "hunter22" not in result.output
    assert not (tmp_path / "out").exists()


def test_each_part_of_a_long_filing_is_announced_and_written_as_live(tmp_path: Path) -> None:
    result = run("export", purchases(tmp_path, 31), *IN_TIME, *LIVE, "--split", "-o", str(tmp_path / "out"))
    assert result.exit_code == 0, result.stderr
    words = " ".join(result.stderr.split())
    assert "(CIK 0001537435) (part 1 of 2). This is a LIVE submission" in words
    assert words.count("form4gen: Wrote a LIVE submission of Form 4 of") == 2
    assert {_kind(tmp_path / "out", f"form4-{number}-of-2") for number in (1, 2)} == {"LIVE"}


def test_an_error_between_the_rows_of_two_parts_prevents_both(tmp_path: Path) -> None:
    path = purchases(tmp_path, 31)
    document = json.loads(Path(path).read_text("utf-8"))
    document["nonDerivativeTable"][30]["sharesOwnedFollowingTransaction"] = 10_000_000
    Path(path).write_text(json.dumps(document), "utf-8")
    result = run("export", path, *IN_TIME, *LIVE, "--split", "-o", str(tmp_path / "out"))
    assert result.exit_code == 1
    assert "HB102  error" in result.stderr


def test_a_part_that_loses_its_power_is_not_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = split_filing
    monkeypatch.setattr(
        "form4gen.cli.accepted.split_filing",
        lambda filing: tuple(part.replaced(powers_of_attorney=(), exhibits=()) for part in real(filing)),
    )
    for capacity, words in (("attorney_in_fact", "form4.json, part 1 of 2"), (None, "does not show under which power")):
        changes = _agent([_power()], **({"capacity": capacity} if capacity else {}))
        path = purchases(tmp_path, 31, **changes)
        result = run("export", path, *IN_TIME, *LIVE, "--split", "-o", str(tmp_path / "out"))
        assert result.exit_code == 1, result.stderr
        assert words in result.stderr


def test_a_rule_that_could_not_run_on_one_part_prevents_the_export(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = validate

    def broken(loaded: Loaded, *given: Any, **how: Any) -> Outcome:
        outcome = real(loaded, *given, **how)
        is_second = loaded.filing is not None and (loaded.filing.remarks or "").startswith("Part 2 of 2.")
        return outcome._replace(could_not_run={"TC101": "KeyError: 'x'"}) if is_second else outcome

    monkeypatch.setattr("form4gen.cli.accepted.validate", broken)
    path = purchases(tmp_path, 31)
    for options in ((), LIVE):
        result = run("export", path, *IN_TIME, *options, "--split", "-o", str(tmp_path / "out"))
        assert result.exit_code == 70, result.stderr
        assert result.stderr.count("internal error in rule TC101") == 1

"""No command shows a CCC: not that of an input, whatever is wrong with it, and not one in the environment."""

from __future__ import annotations

import json
import os
import random
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from command_line import IN_TIME, TECOGEN, changed, run, start
from ownership_documents import HEAD, ownership
from pypdf import PdfReader

import form4gen

CODE = "abc1@xyz"
NOTICE = "contains a CCC, which is masked here."
FORMS = ("text", "concise", "json", "sarif", "github", "html")
ADVICE = "change the CCC if the file was shared"


@pytest.fixture(autouse=True)
def _no_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in list(os.environ):
        if variable.startswith("FORM4GEN_CCC_"):
            monkeypatch.delenv(variable)


def _leaks(said: str | bytes) -> bool:
    """Whether five characters of the code in a row are shown, in any case."""
    text = (said.decode("utf-8", "replace") if isinstance(said, bytes) else said).lower()
    return any(CODE[at : at + 5] in text for at in range(4))


def _with_code(folder: Path, **changes: Any) -> str:
    return changed(folder, {"owner.rptOwnerCcc": CODE} | changes)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("count", [1, 2])
def test_no_report_shows_the_ccc_of_a_document_and_the_advice_is_given_once(
    tmp_path: Path, form: str, count: int
) -> None:
    path = _with_code(tmp_path, remarks=f"Not for {CODE} or {CODE.upper()}")
    if count == 2 and form == "html":
        pytest.skip("the memorandum is on one filing")
    result = run("validate", *[path, TECOGEN][:count], *IN_TIME, "--format", form)
    assert result.exit_code == 1
    assert not _leaks(result.output)
    assert result.stderr.count(NOTICE) == 1
    assert (result.stdout + result.stderr).count(ADVICE) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"rptOwnerCcc": "abc1@xyz"', '"rptOwnerCcc": "abc1@xyz'),
        ('"rptOwnerCcc": "abc1@xyz"', '"rptOwnerCcc": abc1@xyz'),
        ('"rptOwnerCcc": "abc1@xyz"', '"rptOwnerCcc" "abc1@xyz"'),
        ('"rptOwnerCcc": "abc1@xyz"', "'rptOwnerCcc': 'abc1@xyz'"),
        ('"rptOwnerCcc": "abc1@xyz"', '"rptOwnerCcc": "abc1@xyz" "more": 1'),
        ('"rptOwnerCcc": "abc1@xyz"', '"rptOwnerCcc": {"abc1@xyz": tru}'),
        ('"rptOwnerCcc": "abc1@xyz"', '"filerCredentials": {"cik": 1, "ccc": "abc1@xyz",}'),
        ('"rptOwnerCcc": "abc1@xyz"', '"rptOwnerCcc": "abc1@xyz", "rptOwnerCcc": "abc1@xyz"'),
        ('"rptOwnerCcc": "abc1@xyz"', '"RPTOWNERCCC": ["abc1@xyz"]'),
    ],
)
def test_a_slip_beside_a_ccc_is_explained_without_it(tmp_path: Path, old: str, new: str) -> None:
    path = Path(_with_code(tmp_path))
    text = json.dumps(json.loads(path.read_text("utf-8")), indent=1)
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    result = run("validate", str(path), *IN_TIME)
    assert result.exit_code == 1
    assert not _leaks(result.output)
    assert result.stderr.count(NOTICE) == 1


XML = (
    (ownership(head=HEAD.replace("<rptOwnerName>", f"<rptOwnerCcc>{CODE}</rptOwnerCcc><rptOwnerName>")), 0),
    (ownership(head=HEAD.replace("<rptOwnerName>", f'<rptOwnerCcc x="{CODE}"/><rptOwnerName>')), 0),
    (ownership(head=HEAD.replace("<rptOwnerName>", f"<rptOwnerCcc><b/>{CODE}</rptOwnerCcc><rptOwnerName>")), 0),
    (ownership(tail=f"<filerCredentials><cik>1</cik><ccc>{CODE}</ccc></filerCredentials>"), 0),
    (ownership(tail=f"<filer><cik>1</cik><filerCcc>{CODE}</filerCcc>{CODE}</filer>"), 0),
    (ownership(tail=f"<remarks ownerCCC='{CODE}'>x</remarks>"), 0),
    (ownership(tail=f"<remarks>x</remarks>{CODE}<ccc>{CODE}</ccc>"), 0),
    (ownership(tail=f"{'x' * 40}{CODE}<x><ccc>{CODE}</ccc></x>"), 0),
    (ownership(tail=f"<remarks>abc1&#x40;xyz</remarks><ccc>{CODE}</ccc>"), 0),
    (ownership(tail=f"<ccc>{CODE}<ccc>"), 2),
    (ownership(tail=f"<ccc>{CODE}</cc>"), 2),
    (ownership(tail=f"<ccc {CODE}/>"), 2),
    (ownership(tail=f"<ccc x='{CODE}'").replace(b"</ownershipDocument>", b""), 2),
    (ownership(tail=f"<filer ccc={CODE}/>"), 2),
    (ownership(tail=f"&<ccc>{CODE}</ccc>"), 2),
)


@pytest.mark.parametrize(("raw", "code"), XML)
@pytest.mark.parametrize("is_submission", [False, True])
def test_import_repeats_no_ccc_of_ownership_xml(tmp_path: Path, raw: bytes, code: int, *, is_submission: bool) -> None:
    if is_submission:
        header = b"<SEC-DOCUMENT>x.txt\n<FILER>\n<CCC>abc1@xyz\n<DOCUMENT>\n<TYPE>4\n<TEXT>\n<XML>\n"
        raw = header + raw + b"\n</XML>\n</TEXT>\n</DOCUMENT>\n"
    path = tmp_path / "form4.xml"
    path.write_bytes(raw)
    result = run("import", str(path), "-o", str(tmp_path / "form4.json"))
    assert result.exit_code == code, result.output
    assert not _leaks(result.output)
    if code == 0:
        assert result.stderr.count(NOTICE) == 1
        assert not _leaks((tmp_path / "form4.json").read_bytes())


def test_import_keeps_all_else_beside_a_ccc(tmp_path: Path) -> None:
    path = tmp_path / "form4.xml"
    path.write_bytes(ownership())
    plain = run("import", str(path)).stdout
    path.write_bytes(ownership(tail=f"<filerCredentials><ccc>{CODE}</ccc></filerCredentials>"))
    assert run("import", str(path)).stdout == plain


@pytest.mark.parametrize("content", ["{", "<ownershipDocument>"])
def test_a_prior_filing_with_a_ccc_is_named_once_and_not_shown(tmp_path: Path, content: str) -> None:
    good, bad = tmp_path / "prior.xml", tmp_path / "bad.json"
    good.write_bytes(XML[0][0])
    bad.write_text(f'{content} "ccc": "{CODE}" <ccc>{CODE}</ccc>', "utf-8")
    result = run("validate", TECOGEN, *IN_TIME, "--prior", str(good))
    assert result.stderr.count(f"prior.xml {NOTICE}") == 1
    failed = run("validate", TECOGEN, *IN_TIME, "--prior", str(bad))
    assert failed.exit_code == 2
    assert failed.stderr.count(f"bad.json {NOTICE}") == 1
    assert not _leaks(result.output + failed.output)


def test_ledger_repeats_no_ccc_of_its_files(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(XML[0][0])
    (tmp_path / "b.json").write_text(f'{{"ccc": {CODE}', "utf-8")
    result = run("ledger", str(tmp_path))
    assert result.exit_code == 0, result.output
    assert not _leaks(result.output)
    assert (result.stderr.count(f"a.xml {NOTICE}"), result.stderr.count(f"b.json {NOTICE}")) == (1, 1)


def test_diff_repeats_no_ccc_of_its_files(tmp_path: Path) -> None:
    good, bad = tmp_path / "a.xml", tmp_path / "b.json"
    good.write_bytes(XML[0][0])
    bad.write_text(f'{{"ccc": {CODE}', "utf-8")
    for form in ("text", "json"):
        result = run("diff", TECOGEN, str(good), "--format", form)
        assert result.exit_code == 0, result.output
        assert not _leaks(result.output)
        assert result.stderr.count(f"a.xml {NOTICE}") == 1
    failed = run("diff", str(good), str(bad))
    assert failed.exit_code == 2
    assert not _leaks(failed.output)
    assert failed.stderr.count(f"b.json {NOTICE}") == 1


def test_settings_with_a_ccc_are_refused_without_it(tmp_path: Path) -> None:
    settings = tmp_path / "form4gen.toml"
    for text in (f'ccc = "{CODE}"', f'[severities]\nccc = "{CODE}"', f'[severities.RO102]\nfilerCcc = "{CODE}"'):
        settings.write_text(text, "utf-8")
        result = run("validate", TECOGEN, *IN_TIME, "--config", str(settings))
        assert result.exit_code == 2
        assert "A CCC is confidential and must not be in the settings." in result.stderr
        assert not _leaks(result.output)


@pytest.mark.parametrize("command", ["render", "export"])
def test_nothing_is_made_of_a_document_with_a_key_for_a_ccc(tmp_path: Path, command: str) -> None:
    result = run(command, _with_code(tmp_path), *IN_TIME, "-o", str(tmp_path / "out"), "--draft")
    assert result.exit_code == 1
    assert not _leaks(result.output)
    assert result.stderr.count(NOTICE) == 1
    assert not (tmp_path / "out").exists()


def test_a_closing_set_contains_no_ccc_and_says_that_it_is_masked(tmp_path: Path) -> None:
    path = changed(tmp_path, {"remarks": f"My CCC is {CODE}."})
    result = run("render", path, *IN_TIME, "--closing", "-o", str(tmp_path / "out"), "--draft")
    assert result.exit_code == 0, result.output
    assert not _leaks(result.output)
    pdf = PdfReader(BytesIO((tmp_path / "out" / "form4-closing.pdf").read_bytes()))
    assert not any(_leaks(content) for contents in pdf.attachments.values() for content in contents)
    pages = "".join(page.extract_text() for page in pdf.pages)
    assert not _leaks(pages)
    assert "with a CCC masked" in " ".join(pages.split())
    assert "with a CCC masked" not in _closing_pages(tmp_path, TECOGEN)


def _closing_pages(folder: Path, path: str) -> str:
    assert run("render", path, *IN_TIME, "--closing", "-o", str(folder / "plain"), "--draft").exit_code == 0
    pdf = PdfReader(BytesIO((folder / "plain" / "tecogen-2017-closing.pdf").read_bytes()))
    return " ".join("".join(page.extract_text() for page in pdf.pages).split())


def test_a_caller_of_python_gets_no_ccc_either(tmp_path: Path) -> None:
    raw = Path(changed(tmp_path, {"remarks": f"My CCC is {CODE}."})).read_bytes()
    loaded = form4gen.load(raw)
    assert loaded.has_ccc
    assert loaded.filing is not None
    assert loaded.filing.remarks == "My CCC is ********."
    other = form4gen.load(raw.replace(b"My CCC is", b"Call"))
    assert not other.has_ccc
    assert form4gen.load(raw.replace(b"My CCC is", b"Call"), [CODE]).has_ccc


@pytest.mark.parametrize("draft", [True, False])
def test_a_filing_with_a_ccc_in_a_text_is_exported_only_as_a_draft(tmp_path: Path, *, draft: bool) -> None:
    path = changed(tmp_path, {"remarks": f"My CCC is {CODE}. Exhibit 24: power of attorney."})
    result = run("export", path, *IN_TIME, "-o", str(tmp_path / "out"), *(["--draft"] if draft else []))
    assert result.exit_code == (0 if draft else 1), result.output
    assert ("a text of the filing contains a CCC" in result.stderr) is not draft
    assert not _leaks(result.output)
    if draft:
        assert b"My CCC is ********." in (tmp_path / "out" / "form4.xml").read_bytes()


@pytest.mark.parametrize("form", FORMS)
def test_a_ccc_of_the_environment_is_shown_by_no_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setenv("FORM4GEN_CCC_1625781", CODE)
    path = changed(tmp_path, {"row.transactionCode": CODE, "remarks": f"{'x' * 50}{CODE}"})
    result = run("validate", path, *IN_TIME, "--format", form)
    assert result.exit_code == 1
    assert not _leaks(result.output)
    assert result.stderr.count(NOTICE) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("validate", f"{CODE}.json"),
        ("validate", TECOGEN, "--filed-at", CODE),
        (CODE,),
        ("rules", CODE),
        ("export", TECOGEN, "--submission", "--contact-name", f"\u2019{CODE}"),
        ("export", TECOGEN, "--submission", "--notify", CODE),
    ],
)
def test_a_ccc_of_the_environment_is_masked_in_what_is_said_of_the_command_line(
    monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setenv("FORM4GEN_CCC_1625781", CODE)
    result = run(*arguments)
    assert result.exit_code == 2
    assert not _leaks(result.output)
    assert "********" in result.stderr


def test_a_ccc_of_the_environment_is_masked_in_the_trace_of_an_internal_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError(CODE)

    monkeypatch.setenv("FORM4GEN_CCC_1625781", CODE)
    monkeypatch.setenv("FORM4GEN_DEBUG", "1")
    monkeypatch.setattr("form4gen.cli.validating.checked", broken)
    result = run("validate", changed(tmp_path, {}))
    assert result.exit_code == 70
    assert "KeyError: '********'" in result.stderr
    assert not _leaks(result.output)


def test_a_typed_ccc_is_masked_in_what_is_said_afterwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("form4gen.cli.confidential._typed", [])
    monkeypatch.setattr("form4gen.cli.credentials.click.prompt", lambda *_, **__: CODE)
    monkeypatch.setattr("form4gen.cli.credentials.can_ask", lambda: True)
    folder = tmp_path / CODE
    result = run("export", TECOGEN, *IN_TIME, "--submission", "-o", str(folder))
    assert result.exit_code == 0, result.output
    assert not _leaks(result.output)
    assert (folder / "tecogen-2017-submission.xml").exists()


def test_nothing_is_masked_for_an_empty_or_a_short_variable() -> None:
    plain = start("validate", TECOGEN, *IN_TIME).stdout
    for text in ("", "1", "EDGAR"):
        said = start("validate", TECOGEN, *IN_TIME, environment={"FORM4GEN_CCC_1625781": text})
        assert said.stdout == plain


_PIECES = [*"\"'{}[]:,\\\n<>/=&;\u201c\x00", "]]>", "<!--"]


@pytest.mark.parametrize("command", ["validate", "import"])
def test_no_damage_beside_a_ccc_makes_a_command_show_it(command: str) -> None:
    draw = random.Random(20261128)  # noqa: S311  the same damage in each run
    document = json.loads(Path(TECOGEN).read_text("utf-8"))
    document["reportingOwners"][0]["rptOwnerCcc"] = CODE
    sound = json.dumps(document, indent=1) if command == "validate" else XML[0][0].decode()
    for _ in range(150):
        text = sound
        for _ in range(draw.randint(1, 3)):
            at = text.find("Ccc") + draw.randint(-12, 5 if command == "validate" else 3)
            cut = draw.choice([0, 0, 1])
            text = text[:at] + draw.choice(_PIECES) + text[at + cut :]
        if "Ccc" not in text:
            continue
        assert not _leaks(run(command, "-", stdin=text.encode()).output), text[text.find("Ccc") - 20 :][:60]

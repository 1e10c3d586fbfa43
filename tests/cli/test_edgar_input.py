"""Check, print and export a filing in EDGAR's own formats: ownership XML and full submissions."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from command_line import run, start
from ownership_documents import HEAD, ROW, ownership

PRICELESS = ROW.replace("<transactionPricePerShare><value>2.50</value></transactionPricePerShare>\n", "")
FAULTY = ownership(ROW + PRICELESS.replace("<value>1100</value>", "<value>1200</value>"))
TABLE = "/ownershipDocument/nonDerivativeTable"
PRICE = f"{TABLE}/nonDerivativeTransaction[2]/transactionAmounts/transactionPricePerShare"
LINE = next(
    number
    for number, line in reversed(list(enumerate(FAULTY.decode().split("\n"), 1)))
    if line.startswith("<transactionAmounts>")
)
NO_TIME = "checked as of the signature date, Nov 6, 2026, because the file gives no filing time"


def _submission(form: bytes, header: str = "<ACCEPTANCE-DATETIME>20261106171530\n") -> bytes:
    power = "<DOCUMENT>\n<TYPE>EX-24\n<FILENAME>poa.txt\n<TEXT>\nI appoint Ann.\n</TEXT>\n</DOCUMENT>\n"
    return (
        f"<SEC-DOCUMENT>x.txt\n<SEC-HEADER>\n{header}ACCESSION NUMBER: 0000000001-26-000001\n</SEC-HEADER>\n"
        f"<DOCUMENT>\n<TYPE>4\n<TEXT>\n<XML>\n{form.decode()}\n</XML>\n</TEXT>\n</DOCUMENT>\n{power}"
    ).encode()


def _file(folder: Path, content: bytes, name: str = "form4.xml") -> str:
    path = folder / name
    path.write_bytes(content)
    return str(path)


def _report(*arguments: str, stdin: bytes | None = None) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(run("validate", *arguments, "--format", "json", stdin=stdin).stdout)
    return told


def test_ownership_xml_is_checked_and_a_missing_element_has_the_line_of_the_one_around_it(tmp_path: Path) -> None:
    path = _file(tmp_path, FAULTY)
    result = run("validate", path)
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{path}: {NO_TIME}\n")
    assert f"       {path}:{LINE}:1  {PRICE}\n\n" in result.stdout
    shown = f"{LINE:>6} | <transactionAmounts><transactionShares><value>100</value></transactionShares>\n"
    assert f"{shown}       | {'^' * len('<transactionAmounts>')}\n" in result.stdout


@pytest.mark.parametrize(
    ("exhibit", "is_reported"), [(None, False), (b"EX-99", True), (b"EX-24", False)], ids=["XML", "another", "power"]
)
def test_a_power_of_attorney_is_missed_only_where_exhibits_would_be_seen(
    tmp_path: Path, exhibit: bytes | None, *, is_reported: bool
) -> None:
    form = ownership().replace(b"/s/ Jane Sample", b"/s/ Alex Poe, Attorney-in-Fact")
    if exhibit is not None:
        form = _submission(form).replace(b"<TYPE>EX-24", b"<TYPE>" + exhibit)
        form = form.replace(b"ACCESSION NUMBER: 0000000001-26-000001\n", b"")  # not filed yet
    report = _report(_file(tmp_path, form))
    assert ("SG104" in {each["rule"] for each in report["findings"]}) is is_reported
    assert ("SG104" in {each["rule"] for each in report["rules"]["notRun"]}) is (exhibit is None)


def test_a_value_is_marked_with_its_element(tmp_path: Path) -> None:
    path = _file(tmp_path, ownership(ROW.replace("<transactionCode>P<", "\n  <transactionCode>Q<")))
    result = run("validate", path)
    assert f" |   <transactionCode>Q</transactionCode>\n       |   {'^' * 36}\n" in result.stdout


def test_every_format_names_the_element_and_its_line(tmp_path: Path) -> None:
    path = _file(tmp_path, FAULTY)
    [price] = [each for each in _report(path)["findings"] if each["element"] == PRICE]
    assert (price["line"], price["column"], price["fix"]) == (LINE, 1, None)
    assert price["pointer"] == "/nonDerivativeTable/1/transactionPricePerShare"
    assert f"{path}:{LINE}:1: {price['rule']} error " in run("validate", path, "--format", "concise").stdout
    annotations = run("validate", path, "--format", "github").stdout
    assert f"::error file={path},line={LINE},col=1,title={price['rule']} " in annotations
    assert f"%0AElement: {PRICE}%0A" in annotations
    assert f"\n{NO_TIME.capitalize().replace('nov', 'Nov')}: {path}\n" in annotations
    page = run("validate", path, "--format", "html").stdout.replace("\u00a0", " ")
    assert PRICE not in page
    assert "the signature date, Nov 6, 2026, because the file gives no filing time" in page


def test_sarif_has_the_region_and_the_element_of_an_xml_artifact(tmp_path: Path) -> None:
    path = _file(tmp_path, FAULTY)
    [log] = json.loads(run("validate", path, "--format", "sarif").stdout)["runs"]
    [price] = [
        each for each in log["results"] if each["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == PRICE
    ]
    assert log["artifacts"][0]["mimeType"] == "text/xml"
    assert log["properties"]["filedAtBasis"] == "signature"
    place = price["locations"][0]
    assert place["physicalLocation"]["region"] == {"startLine": LINE, "startColumn": 1}
    assert place["logicalLocations"][0]["kind"] == "element"
    assert price["fixes"] == []


def test_a_replacement_is_offered_in_json_alone(tmp_path: Path) -> None:
    path = _file(tmp_path, ownership(ROW.replace("<transactionCode>P<", "<transactionCode>p<")))
    imported = _file(tmp_path, run("import", path).stdout.encode(), "form4.json")
    at = ("--filed-at", "2026-11-06T17:00")
    assert [bool(each["fix"]) for each in _report(imported, *at)["findings"] if each["cell"].endswith("Code")] == [True]
    assert [bool(each["fix"]) for each in _report(path, *at)["findings"] if each["cell"].endswith("Code")] == [False]


def test_lines_of_a_submission_are_those_of_its_file(tmp_path: Path) -> None:
    raw = _submission(FAULTY)
    path = _file(tmp_path, raw, "0000000001-26-000001.txt")
    [price] = [each for each in _report(path)["findings"] if each["element"] == PRICE]
    assert price["line"] == LINE + raw[: raw.find(b"<?xml")].count(b"\n")
    assert raw.decode().split("\n")[price["line"] - 1].startswith("<transactionAmounts>")


@pytest.mark.parametrize(
    ("raw", "options", "at", "basis", "head"),
    [
        (ownership(), (), "2026-11-06T22:00:00-05:00", "signature", NO_TIME),
        (
            ownership(),
            ("--filed-at", "2026-11-09T16:05"),
            "2026-11-09T16:05:00-05:00",
            "option",
            "checked as of Mon, Nov 9, 2026, 4:05 p.m. ET",
        ),
        (
            _submission(ownership()),
            (),
            "2026-11-06T17:15:30-05:00",
            "header",
            "filed Fri, Nov 6, 2026, 5:15 p.m. ET",
        ),
        (
            _submission(ownership()),
            ("--filed-at", "2026-11-09T16:05"),
            "2026-11-09T16:05:00-05:00",
            "option",
            "checked as of Mon, Nov 9, 2026, 4:05 p.m. ET",
        ),
        (
            _submission(ownership(), "FILED AS OF DATE:\t\t20261109\n"),
            (),
            "2026-11-09T22:00:00-05:00",
            "headerDate",
            "filed Nov 9, 2026 (the header gives the date but no time)",
        ),
        (_submission(ownership(), ""), (), "2026-11-06T22:00:00-05:00", "signature", NO_TIME),
    ],
)
def test_the_filing_time_is_the_option_the_header_or_the_signature_date(
    raw: bytes, options: tuple[str, ...], at: str, basis: str, head: str
) -> None:
    told = _report("-", *options, stdin=raw)
    assert (told["filedAt"], told["filedAtBasis"]) == (at, basis)
    assert run("validate", "-", *options, stdin=raw).stdout.startswith(f"<stdin>: {head}\n")


def test_a_time_that_is_assumed_is_a_line_of_the_concise_format() -> None:
    lines = run("validate", "-", "--format", "concise", stdin=ownership()).stdout.splitlines()
    assert f"<stdin>: {NO_TIME}" in lines
    lines = run("validate", "-", "--format", "concise", stdin=_submission(ownership())).stdout.splitlines()
    assert not [line for line in lines if line.startswith(("<stdin>: checked", "<stdin>: filed"))]


def test_xml_without_a_signature_date_is_checked_as_of_now() -> None:
    raw = ownership().replace(b"<signatureDate>2026-11-06</signatureDate>", b"")
    assert _report("-", stdin=raw)["filedAtBasis"] == "clock"


def test_the_form_is_not_late_when_it_was_signed_in_time_and_late_when_it_was_not() -> None:
    form = ownership(ROW.replace("<value>100<", "<value>50000<").replace("<value>1100<", "<value>51000<"))
    found = {
        signed: "DL101"
        in {each["rule"] for each in _report("-", stdin=form.replace(b"2026-11-06", signed))["findings"]}
        for signed in (b"2026-11-06", b"2026-11-09", b"2026-11-10")
    }
    assert found == {b"2026-11-06": False, b"2026-11-09": False, b"2026-11-10": True}


def test_what_edgars_schema_does_not_allow_is_an_error_and_the_rest_is_checked(tmp_path: Path) -> None:
    raw = ownership(
        ROW.replace("<value>2.50</value>", "<value>2,50</value>").replace(
            "<transactionCode>P", "<odd/><transactionCode>Q"
        )
    )
    path = _file(tmp_path, raw)
    told = _report(path)
    faults = [each for each in told["findings"] if each["rule"] == "XM101"]
    assert [(each["severity"], each["edgar"], each["message"], each["found"], each["expected"]) for each in faults] == [
        ("error", "suspends", "<odd> is not part of a Form 4 and is omitted.", None, None),
        (
            "error",
            "suspends",
            "'2,50' is not allowed here and is omitted.",
            "'2,50'",
            "a number such as 1250 or 12.50, without commas",
        ),
    ]
    assert faults[1]["element"] == f"{TABLE}/nonDerivativeTransaction/transactionAmounts/transactionPricePerShare/value"
    assert [each["sources"] for each in faults] == [["EDGAR ownership schema X0609"]] * 2
    assert "TC101" in {each["rule"] for each in told["findings"]}
    assert told["counts"]["error"] >= 3
    refused = run("render", path, "--html", "-o", str(tmp_path))
    assert (refused.exit_code, "Nothing was printed: correct the errors, or use --draft." in refused.stderr) == (
        1,
        True,
    )
    refused = run("export", path, "-o", str(tmp_path / "out"))
    assert (refused.exit_code, "EDGAR would suspend the filing" in refused.stderr) == (1, True)


def test_what_edgar_adds_and_the_namespace_of_schemas_are_no_faults() -> None:
    head = HEAD.replace("<rptOwnerName>", "<rptOwnerCcc>abc1@xyz</rptOwnerCcc><rptOwnerName>").replace(
        "</reportingOwnerId>",
        "</reportingOwnerId><reportingOwnerAddress><rptOwnerGoodAddress>Y</rptOwnerGoodAddress></reportingOwnerAddress>",
    )
    raw = ownership(head=head).replace(
        b"<ownershipDocument>",
        b'<ownershipDocument xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="x">',
    )
    result = run("validate", "-", stdin=raw)
    assert "XM101" not in result.stdout
    assert result.stderr == ""


def test_faults_beyond_a_thousand_are_counted() -> None:
    told = _report("-", stdin=ownership(ROW.replace("</transactionCoding>", f"{'<odd/>' * 1002}</transactionCoding>")))
    assert len([each for each in told["findings"] if each["rule"] == "XM101"]) == 1000
    assert told["more"] == [{"rule": "XM101", "severity": "error", "edgar": "suspends", "accepted": False, "count": 2}]


def test_what_of_a_submission_was_not_read_is_said_on_standard_error(tmp_path: Path) -> None:
    picture = b"<DOCUMENT>\n<TYPE>GRAPHIC\n<FILENAME>a\x1b.jpg\n<TEXT>\nbegin 644\n</TEXT>\n</DOCUMENT>\n"
    path = _file(
        tmp_path, _submission(ownership(head=f"<schemaVersion>X0999</schemaVersion>{HEAD}")) + picture, "x.txt"
    )
    lines = [
        "form4gen: Schema version X0999 is unknown; form4gen read the filing as X0609.",
        "form4gen: The document a.jpg (GRAPHIC) is not text.",
    ]
    for command in (("validate",), ("render", "--html", "-o", str(tmp_path)), ("export", "-o", str(tmp_path / "out"))):
        assert run(*command, path).stderr.splitlines()[:2] == lines


def test_rules_explain_the_fault_that_only_xml_has() -> None:
    told = run("rules", "XM101").stdout
    assert "not allowed in ownership XML" in told
    assert "EDGAR suspends such a document." in told


def test_the_page_the_memorandum_and_the_exhibit_of_a_submission_are_printed(tmp_path: Path) -> None:
    path = _file(tmp_path, _submission(ownership()), "filed.txt")
    result = run("render", path, "--html", "--memo", "--exhibits", "-o", str(tmp_path / "out"))
    assert result.exit_code == 0, result.stderr
    assert sorted(os.listdir(tmp_path / "out")) == ["filed-memo.html", "filed.html", "poa.txt"]
    assert "I appoint Ann." in (tmp_path / "out" / "filed.html").read_text("utf-8")
    memo = (tmp_path / "out" / "filed-memo.html").read_text("utf-8")
    assert "Fri, Nov 6, 2026, 5:15 p.m. ET" in memo.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("raw", "name", "inside", "exhibits"),
    [
        (ownership(), "form4.xml", "original.xml", []),
        (_submission(ownership()), "filed.txt", "original.txt", ["poa.txt"]),
    ],
)
def test_the_closing_set_encloses_the_file_as_it_was_given(
    tmp_path: Path, raw: bytes, name: str, inside: str, exhibits: list[str]
) -> None:
    result = run("render", _file(tmp_path, raw, name), "--closing", "-o", str(tmp_path / "out"))
    assert result.exit_code == 0, result.stderr
    with pikepdf.open(result.stdout.strip()) as closing:
        files = {each: closing.attachments[each].get_file().read_bytes() for each in closing.attachments}
    assert sorted(files) == ["findings.json", inside, *exhibits]
    assert files[inside] == raw
    assert json.loads(files["findings.json"])["file"] == inside


def test_ownership_xml_is_written_again_as_edgar_takes_it_today(tmp_path: Path) -> None:
    path = _file(tmp_path, ownership())
    assert run("export", path, "-o", str(tmp_path)).exit_code == 2
    result = run("export", path, "-o", str(tmp_path / "out"))
    assert result.exit_code == 0, result.stderr
    assert b"<transactionCode>P</transactionCode>" in (tmp_path / "out" / "form4.xml").read_bytes()


def test_json_xml_and_submissions_are_checked_in_one_run(tmp_path: Path) -> None:
    xml = _file(tmp_path, ownership())
    submission = _file(tmp_path, _submission(FAULTY), "filed.txt")
    written = _file(tmp_path, run("import", xml).stdout.encode(), "form4.json")
    result = run("validate", xml, submission, written, "--format", "json", "--jobs", "2", "--prior", xml)
    told = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(each["file"], each["filedAtBasis"]) for each in told] == [
        (xml, "signature"), (submission, "header"), (written, "clock"),
    ]  # fmt: skip
    assert [bool(each["counts"]["error"]) for each in told] == [False, True, False]


def test_json_is_checked_without_the_library_for_xml_and_xml_without_that_for_schemas(tmp_path: Path) -> None:
    xml = _file(tmp_path, FAULTY)
    written = _file(tmp_path, run("import", xml).stdout.encode(), "form4.json")
    for path, absent in ((written, "lxml"), (xml, "jsonschema")):
        told = start("validate", path, environment={"PYTHONVERBOSE": "1"}).stderr.decode()
        assert f"import '{absent}" not in told


CCC = "abc1@xyz"
WITH_CCC = HEAD.replace("<rptOwnerName>", f"<rptOwnerCcc>{CCC}</rptOwnerCcc><rptOwnerName>")


@pytest.mark.parametrize("submitted", [False, True])
def test_a_ccc_is_in_no_report_and_no_rendering_of_xml_and_where_it_belongs_it_is_no_fault(
    tmp_path: Path,
    submitted: bool,  # noqa: FBT001
) -> None:
    form = ownership(ROW + PRICELESS, head=WITH_CCC.replace("<rptOwnerCik>0000000002", "\n<rptOwnerCik>two"))
    path = _file(tmp_path, _submission(form) if submitted else form)
    for form in ("text", "json", "concise", "sarif", "github", "html"):
        result = run("validate", path, "--format", form)
        assert CCC not in result.stdout + result.stderr
        assert "contains a CCC" not in result.stderr
    assert "two</rptOwnerCik><rptOwnerCcc>********</rptOwnerCcc>" in run("validate", path).stdout
    run("render", path, "--html", "--memo", "--closing", "--draft", "-o", str(tmp_path / "out"))
    run("export", path, "--draft", "-o", str(tmp_path / "xml"))
    written = [each for each in tmp_path.rglob("*") if each.is_file() and str(each) != path]
    assert len(written) == (5 if submitted else 4)
    assert not [each for each in written if CCC.encode() in each.read_bytes()]
    [closing] = [each for each in written if each.name.endswith("-closing.pdf")]
    with pikepdf.open(closing) as pdf:
        enclosed = {each: pdf.attachments[each].get_file().read_bytes() for each in pdf.attachments}
        source = "original.txt" if submitted else "original.xml"
        assert str(pdf.attachments[source].description) == ("The filing as form4gen read it, with a CCC masked")
    assert not [each for each, content in enclosed.items() if CCC.encode() in content]


def test_a_filing_is_exported_without_the_ccc_of_its_xml_and_not_with_one_in_a_text(tmp_path: Path) -> None:
    exported = run("export", _file(tmp_path, ownership(head=WITH_CCC)), "-o", str(tmp_path / "out"))
    assert exported.exit_code == 0
    assert "CCC" not in exported.stderr
    assert b"Ccc" not in (tmp_path / "out" / "form4.xml").read_bytes()
    noted = _file(tmp_path, ownership(head=WITH_CCC, tail=f"<remarks>Use {CCC}.</remarks>"), "noted.xml")
    refused = run("export", noted, "-o", str(tmp_path / "out"))
    assert refused.exit_code == 1
    assert "Nothing was exported: a text of the filing contains a CCC. Delete it." in refused.stderr
    assert CCC not in refused.stderr

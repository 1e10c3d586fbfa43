"""``form4gen diff``: two filings of any kind, compared."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from command_line import TECOGEN, changed, run
from corpus import filings_folder
from jsonschema import Draft202012Validator

from form4gen.api.comparison import comparison_schema
from form4gen.api.filings import export_filing
from form4gen.api.load import load
from form4gen.api.on_record import BEYOND_EDGAR
from form4gen.edgar.layout import OWNERSHIP_DOCUMENT, Coding, Each, Group, One, Part, Table
from form4gen.model.filing import Filing, Issuer, OwnerSignature, ReportingOwner
from form4gen.model.rows import (
    DerivativeHolding,
    DerivativeTransaction,
    NonDerivativeHolding,
    NonDerivativeTransaction,
)
from form4gen.resources import path_of

SCHEMA = Draft202012Validator(json.loads(comparison_schema()))
REMARKS = "Exhibit List: Exhibit 24 - Power of Attorney"
AMENDMENT = path_of("schemas", "examples", "amendment.json")


def xml_of(path: str, folder: Path) -> str:
    """The path of the ownership XML of a document of ours, as EDGAR disseminates it."""
    filing = load(Path(path).read_bytes()).filing
    assert filing is not None
    (parcel,) = export_filing(filing, public=True)
    xml = folder / "filed.xml"
    xml.write_bytes(parcel.form)
    return str(xml)


def submission_of(path: str, folder: Path) -> str:
    """The path of the submission of a document of ours, as EDGAR has it on record."""
    filing = load(Path(path).read_bytes()).filing
    assert filing is not None
    (parcel,) = export_filing(filing, public=True)
    documents = [("4/A", "form4.xml", f"<XML>\n{parcel.form.decode()}</XML>")]
    documents += [(each.type, each.name, each.raw.decode()) for each in parcel.exhibits]
    text = "".join(
        f"<DOCUMENT>\n<TYPE>{kind}\n<SEQUENCE>{number}\n<FILENAME>{name}\n<TEXT>\n{body}</TEXT>\n</DOCUMENT>\n"
        for number, (kind, name, body) in enumerate(documents, 1)
    )
    file = folder / "filed.txt"
    file.write_text(f"<SEC-DOCUMENT>0009990004-26-000002.txt\n{text}</SEC-DOCUMENT>\n", "utf-8")
    return str(file)


def test_a_changed_price_is_named_as_the_form_names_it(tmp_path: Path) -> None:
    new = changed(tmp_path, {"row.transactionPricePerShare": 2.9})
    result = run("diff", TECOGEN, new)
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert "1 value differs." in lines
    assert "  Table I, row 1, column 4, Price: 2.64 \u2192 2.90" in lines


@pytest.mark.parametrize(("changes", "options", "code"), [
    ({"row.transactionPricePerShare": 2.9}, (), 0),
    ({"row.transactionPricePerShare": 2.9}, ("--exit-code",), 1),
    ({"row.transactionPricePerShare": "2.640"}, ("--exit-code",), 0),
])  # fmt: skip
def test_the_exit_code_is_1_only_if_that_is_wanted_and_the_filings_differ(
    tmp_path: Path, changes: dict[str, object], options: tuple[str, ...], code: int
) -> None:
    assert run("diff", TECOGEN, changed(tmp_path, changes), *options).exit_code == code


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_document_does_not_differ_from_its_own_xml_in_either_order(tmp_path: Path, form: str) -> None:
    xml = xml_of(TECOGEN, tmp_path)
    for pair in ((TECOGEN, xml), (xml, TECOGEN), (xml, xml)):
        result = run("diff", *pair, "--format", form, "--exit-code")
        assert result.exit_code == 0, result.stdout
        assert ("The filings do not differ." in result.stdout) == (
            form == "text" or '"differs": false' in result.stdout
        )


def test_a_draft_is_compared_with_what_was_filed_and_its_power_with_the_exhibit(tmp_path: Path) -> None:
    filed = submission_of(AMENDMENT, tmp_path)
    assert run("diff", AMENDMENT, filed, "--exit-code").exit_code == 0
    document = json.loads(Path(AMENDMENT).read_text("utf-8"))
    document["powersOfAttorney"][0]["attorneys"].pop()
    draft = tmp_path / "draft.json"
    draft.write_text(json.dumps(document), "utf-8")
    words = " ".join(run("diff", str(draft), filed).stdout.split())
    assert "1 value differs. Not compared, because an EDGAR file among them does not contain it:" in words
    assert "Power of attorney 1, text:" in words
    assert "Pat Specimen" in words


def test_every_format_of_a_machine_fits_its_schema_and_has_pointers_into_both(tmp_path: Path) -> None:
    Draft202012Validator.check_schema(json.loads(comparison_schema()))
    for old, new in ((TECOGEN, AMENDMENT), (TECOGEN, TECOGEN), (AMENDMENT, changed(tmp_path, {}))):
        told = json.loads(run("diff", old, new, "--format", "json").stdout)
        SCHEMA.validate(told)
    price = changed(tmp_path, {"row.transactionPricePerShare": 2.9})
    [difference] = json.loads(run("diff", TECOGEN, price, "--format", "json").stdout)["differences"]
    assert difference == {
        "kind": "changed",
        "meaning": "difference",
        "place": "Table I, row 1, column 4, Price",
        "oldPointer": "/nonDerivativeTable/0/transactionPricePerShare",
        "newPointer": "/nonDerivativeTable/0/transactionPricePerShare",
        "old": "2.64",
        "new": "2.9",
        "explainedAt": None,
    }


def test_an_amendment_says_what_it_corrects(tmp_path: Path) -> None:
    own = {
        "documentType": "4/A",
        "dateOfOriginalSubmission": "2017-11-14",
        "remarks": f"{REMARKS}. The original form's price was wrong; this amendment corrects it.",
    }
    amended = changed(tmp_path, own | {"row.transactionPricePerShare": 2.9})
    told = json.loads(run("diff", TECOGEN, amended, "--format", "json").stdout)
    SCHEMA.validate(told)
    assert told["amendment"] == {"changesNothing": False, "repeatedUnchanged": []}
    assert {each["place"]: each["meaning"] for each in told["differences"]} == {
        "Form type": "formality",
        "Item 4, If Amendment, Date Original Filed": "formality",
        "Table I, row 1, column 4, Price": "correction",
        "Remarks": "explanation",
    }
    text = run("diff", TECOGEN, amended).stdout
    assert "The amendment corrects 1 value." in text
    assert "Price: 2.64 \u2192 2.90 (explained in the remarks)" in text
    nothing = changed(tmp_path, own)
    assert "The amendment changes nothing" in run("diff", TECOGEN, nothing).stdout


def test_the_comparison_goes_to_a_file_that_is_not_overwritten(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    arguments = ("diff", TECOGEN, AMENDMENT, "--format", "json", "-o", str(target))
    assert run(*arguments).stdout == f"{target}\n"
    SCHEMA.validate(json.loads(target.read_text("utf-8")))
    again = run(*arguments)
    assert again.exit_code == 2
    assert "--force" in again.stderr
    assert run(*arguments, "--force").exit_code == 0


def test_the_page_is_written_as_html_and_as_pdf(tmp_path: Path) -> None:
    new = changed(tmp_path, {"row.transactionPricePerShare": 2.9})
    shown = run("diff", TECOGEN, new, "--format", "html")
    assert shown.exit_code == 0
    assert re.search(r"<del>.*2\.64.*</del> <ins>.*2\.90.*</ins>", shown.stdout)
    for form, begin in (("html", b"<!DOCTYPE html>"), ("pdf", b"%PDF-1.7")):
        target = tmp_path / f"out.{form}"
        done = run("diff", TECOGEN, new, "--format", form, "-o", str(target))
        assert (done.exit_code, done.stdout, done.stderr) == (0, f"{target}\n", "")
        assert target.read_bytes().startswith(begin)
    nowhere = run("diff", TECOGEN, new, "--format", "pdf")
    assert nowhere.exit_code == 2
    assert "A PDF is not written to standard output. Name a file: -o OUT.pdf" in nowhere.stderr


def test_the_pdf_names_characters_that_its_font_lacks(tmp_path: Path) -> None:
    new = changed(tmp_path, {"row.securityTitle": "Common \u6f22"})
    done = run("diff", TECOGEN, new, "--format", "pdf", "-o", str(tmp_path / "out.pdf"))
    assert done.exit_code == 0
    assert "The font of the PDF lacks U+6F22. Each is printed as a box with its code point." in done.stderr


def test_the_page_is_refused_for_a_form_3() -> None:
    form_3 = next((filings_folder() / "xml").glob("3-*.xml"))
    result = run("diff", str(form_3), TECOGEN, "--format", "html")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "is a Form 3, and the page shows only Forms 4 and 4/A. Use --format text or json." in result.stderr


@pytest.mark.parametrize("which", [0, 1])
def test_an_input_is_never_overwritten(tmp_path: Path, which: int) -> None:
    pair = (TECOGEN, changed(tmp_path, {})) if which else (changed(tmp_path, {}), TECOGEN)
    result = run("diff", *pair, "-o", pair[which], "--force")
    assert result.exit_code == 2
    assert "it is the input" in result.stderr


def test_a_file_may_come_from_standard_input_but_not_both() -> None:
    told = run("diff", TECOGEN, "-", stdin=Path(AMENDMENT).read_bytes())
    assert told.stdout.startswith(f"{TECOGEN} (Form 4) \u2192")
    assert "<stdin> (Form 4/A)" in " ".join(told.stdout.split())
    both = run("diff", "-", "-", stdin=Path(AMENDMENT).read_bytes())
    assert both.exit_code == 2
    assert "Only one of the two filings can come from standard input." in both.stderr


@pytest.mark.parametrize(("content", "words"), [
    (b"%PDF-1.7", "This is a PDF"),
    (b"{", "It is not a filing"),
    (b"<ownershipDocument>", "It is not a filing"),
])  # fmt: skip
def test_a_file_that_is_no_filing_is_named_with_the_reason(tmp_path: Path, content: bytes, words: str) -> None:
    file = tmp_path / "other"
    file.write_bytes(content)
    for pair in ((TECOGEN, str(file)), (str(file), TECOGEN)):
        result = run("diff", *pair)
        assert (result.exit_code, result.stdout) == (2, "")
        assert str(file) in result.stderr
        assert words in result.stderr


def test_no_ccc_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORM4GEN_CCC_0001625781", "zq9@zq9x")
    form = Path(xml_of(TECOGEN, tmp_path)).read_text("utf-8")
    sent = tmp_path / "sent.xml"
    sent.write_text(form.replace("<rptOwnerName>", "<rptOwnerCcc>zq9@zq9x</rptOwnerCcc><rptOwnerName>"), "utf-8")
    assert "zq9@zq9x" in sent.read_text("utf-8")
    noted = changed(tmp_path, {"remarks": "The CCC is zq9@zq9x."})
    for kind in ("text", "json", "html"):
        result = run("diff", noted, str(sent), "--format", kind)
        assert result.exit_code == 0
        assert "zq9@zq9x" not in result.output
        assert "********" in result.stdout
    assert "contains a CCC, which is masked here" in result.stderr


def test_what_a_filer_typed_reaches_a_terminal_only_escaped(tmp_path: Path) -> None:
    new = changed(tmp_path, {"row.securityTitle": "Common\u001b[31m \u202eStock"})
    stdout = run("diff", TECOGEN, new).stdout
    assert "\x1b" not in stdout
    assert "\u202e" not in stdout


def test_forms_3_and_5_are_compared_too() -> None:
    form_3 = next((filings_folder() / "xml").glob("3-*.xml"))
    result = run("diff", str(form_3), TECOGEN)
    assert result.exit_code == 0
    assert "Form type: 3 \u2192 4" in result.stdout
    assert "They report on different issuers." in result.stdout


def test_the_keys_that_edgar_has_no_element_for_are_the_ones_that_are_not_compared() -> None:
    def keys(parts: tuple[Part, ...]) -> set[str]:
        found: set[str] = set()
        for part in parts:
            found.add(part.key if isinstance(part, Each) else part.tag)
            if isinstance(part, Table):
                found.update(*(keys(line.parts) for line in part.lines))
            elif isinstance(part, Each | Group | One | Coding):
                found |= keys(part.parts)
        return found

    classes = (
        Filing, Issuer, ReportingOwner, OwnerSignature, NonDerivativeTransaction, NonDerivativeHolding,
        DerivativeTransaction, DerivativeHolding,
    )  # fmt: skip
    declared = {key for each in classes for key in each.fields}
    assert set(BEYOND_EDGAR) == declared - keys(OWNERSHIP_DOCUMENT) - {"powersOfAttorney", "exhibits"}

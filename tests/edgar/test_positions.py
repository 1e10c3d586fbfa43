"""Where each value of a filing is in its ownership XML or submission."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from lxml import etree
from ownership_documents import HEAD, ROW, documents, ownership

from form4gen.edgar.file import EdgarFile
from form4gen.edgar.reader import read
from form4gen.edgar.writer import ownership_xml
from form4gen.intake.structure import structure
from form4gen.location import ROOT, Place

HOLDING = """<nonDerivativeHolding><securityTitle><value>Common Stock</value></securityTitle>
<postTransactionAmounts><sharesOwnedFollowingTransaction><footnoteId id="F2"/></sharesOwnedFollowingTransaction>
</postTransactionAmounts></nonDerivativeHolding>
"""
CITED = (
    ROW.replace("<transactionPricePerShare><value>2.50</value>", '<transactionPricePerShare><footnoteId id="F1"/>')
    .replace("<value>Common Stock</value>", '<value>Common Stock</value><footnoteId id="F2"/><footnoteId id="F1"/>')
    .replace("</transactionCoding>", '<footnoteId id="F1"/></transactionCoding>')
)
NOTES = '<footnotes><footnote id="F1">One.</footnote><footnote id="F2">Two.</footnote></footnotes><remarks>x</remarks>'
SECOND = (
    "<reportingOwner><reportingOwnerId><rptOwnerCik>0000000003</rptOwnerCik></reportingOwnerId></reportingOwner>"
    "<aff10b5One>"
)
FORM = ownership(ROW + HOLDING + CITED, head=HEAD.replace("<aff10b5One>", SECOND), tail=NOTES)
TABLE = "/ownershipDocument/nonDerivativeTable"
TRADE = f"{TABLE}/nonDerivativeTransaction[2]"


def _file(raw: bytes) -> EdgarFile:
    return read(raw).file


def _at(*steps: str | int) -> Place:
    place = ROOT
    for step in steps:
        place /= step
    return place


def _shown(file: EdgarFile, at: Place) -> str:
    """What the text has at the line and column of a place."""
    line, column = file.line_and_column(at)
    return file.text.split("\n")[line - 1][column - 1 :]


@pytest.mark.parametrize(
    ("at", "path", "shown"),
    [
        (_at(), "/ownershipDocument", "<ownershipDocument>"),
        (_at("periodOfReport"), "/ownershipDocument/periodOfReport", "<periodOfReport>2026-11-05"),
        (_at("issuer"), "/ownershipDocument/issuer", "<issuer>"),
        (_at("issuer", "issuerCik"), "/ownershipDocument/issuer/issuerCik", "<issuerCik>0000000001"),
        (
            _at("issuer", "issuerForeignTradingSymbol"),
            "/ownershipDocument/issuer/issuerForeignTradingSymbol",
            "<issuer>",
        ),
        (_at("reportingOwners"), "/ownershipDocument/reportingOwner[1]", "<reportingOwner>"),
        (
            _at("reportingOwners", 1, "rptOwnerCik"),
            "/ownershipDocument/reportingOwner[2]/reportingOwnerId/rptOwnerCik",
            "<rptOwnerCik>0000000003",
        ),
        (
            _at("reportingOwners", 1, "officerTitle"),
            "/ownershipDocument/reportingOwner[2]/reportingOwnerRelationship/officerTitle",
            "<reportingOwner><reportingOwnerId><rptOwnerCik>0000000003",
        ),
        (_at("nonDerivativeTable"), TABLE, "<nonDerivativeTable>"),
        (_at("nonDerivativeTable", 1), f"{TABLE}/nonDerivativeHolding", "<nonDerivativeHolding>"),
        (_at("nonDerivativeTable", 2), TRADE, "<nonDerivativeTransaction>"),
        (_at("nonDerivativeTable", 2, "kind"), TRADE, "<nonDerivativeTransaction>"),
        (_at("nonDerivativeTable", 2, "transactionDate"), f"{TRADE}/transactionDate/value", "<value>2026-11-05"),
        (
            _at("nonDerivativeTable", 2, "transactionDate", "value"),
            f"{TRADE}/transactionDate/value",
            "<value>2026-11-05",
        ),
        (
            _at("nonDerivativeTable", 2, "transactionPricePerShare"),
            f"{TRADE}/transactionAmounts/transactionPricePerShare",
            "<transactionPricePerShare><footnoteId",
        ),
        (
            _at("nonDerivativeTable", 2, "natureOfOwnership"),
            f"{TRADE}/ownershipNature/natureOfOwnership",
            "<ownershipNature>",
        ),
        (
            _at("nonDerivativeTable", 1, "directOrIndirectOwnership"),
            f"{TABLE}/nonDerivativeHolding/ownershipNature/directOrIndirectOwnership",
            "<nonDerivativeHolding>",
        ),
        (
            _at("nonDerivativeTable", 2, "securityTitle", "footnotes", 1),
            f"{TRADE}/securityTitle/footnoteId[2]",
            '<footnoteId id="F1"/>',
        ),
        (
            _at("nonDerivativeTable", 2, "securityTitle", "footnotes"),
            f"{TRADE}/securityTitle/footnoteId[1]",
            '<footnoteId id="F2"/>',
        ),
        (
            _at("nonDerivativeTable", 2, "transactionCode"),
            f"{TRADE}/transactionCoding/transactionCode",
            "<transactionCode>P",
        ),
        (
            _at("nonDerivativeTable", 2, "transactionCode", "footnotes", 0),
            f"{TRADE}/transactionCoding/footnoteId",
            '<footnoteId id="F1"/></transactionCoding>',
        ),
        (_at("nonDerivativeTable", 7, "transactionCode"), TABLE, "<nonDerivativeTable>"),
        (_at("derivativeTable"), "/ownershipDocument/derivativeTable", "<ownershipDocument>"),
        (_at("derivativeTable", 0), "/ownershipDocument/derivativeTable", "<ownershipDocument>"),
        (_at("footnotes"), "/ownershipDocument/footnotes", "<footnotes>"),
        (_at("footnotes", "F2"), "/ownershipDocument/footnotes/footnote[2]", '<footnote id="F2">Two.'),
        (_at("footnotes", "F9"), "/ownershipDocument/footnotes", "<footnotes>"),
        (_at("remarks"), "/ownershipDocument/remarks", "<remarks>x"),
        (
            _at("ownerSignatures", 0, "signatureName"),
            "/ownershipDocument/ownerSignature/signatureName",
            "<signatureName>/s/ Jane",
        ),
        (_at("ownerSignatures", 0, "capacity"), "/ownershipDocument/ownerSignature", "<ownerSignature>"),
        (_at("context", "filedAt"), "/ownershipDocument", "<ownershipDocument>"),
        (_at("powersOfAttorney", 0), "/ownershipDocument", "<ownershipDocument>"),
    ],
)
def test_a_place_is_that_of_its_element_or_of_the_nearest_one_above(at: Place, path: str, shown: str) -> None:
    file = _file(FORM)
    assert file.element(at) == path
    assert _shown(file, at).startswith(shown)


def _values(value: Any, at: Place = ROOT) -> Iterator[tuple[Place, Any]]:
    """Every place of a document with its value; a cell with footnotes counts as its value."""
    if isinstance(value, dict):
        if "footnotes" in value and value.keys() <= {"value", "footnotes"}:
            yield at, value.get("value")
            for number, note in enumerate(value["footnotes"]):
                yield at / "footnotes" / number, note
        else:
            for key, inner in value.items():
                yield from _values(inner, at / key)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _values(inner, at / number)
    else:
        yield at, value


@settings(max_examples=60)
@given(documents())
def test_every_value_of_any_filing_is_found_by_its_xpath_and_at_its_position(document: dict[str, Any]) -> None:
    raw = ownership_xml(structure(document), public=True)
    imported = read(raw)
    root = etree.fromstring(raw)
    for at, value in _values(imported.document):
        if at.tokens[-1:] == ("kind",) or value is None:
            continue
        [element] = root.xpath(imported.file.element(at))
        written = element.get("id") if element.tag == "footnoteId" else (element.text or "").strip()
        assert written in (("true", "1") if value is True else ("false", "0") if value is False else (str(value),)), at
        line, column = imported.file.line_and_column(at)
        assert line == element.sourceline
        assert raw.decode().split("\n")[line - 1][column - 1 :].startswith(f"<{element.tag}")


@pytest.mark.parametrize(
    ("before", "line", "column"),
    [
        (b"", 1, 50),
        (b"\xef\xbb\xbf", 1, 50),
        (b"\n\n", 3, 50),
        (b"<!-- \xc3\xa9\xe2\x82\xac -->", 1, 61),
        (b"<!--\r\n-->\r\n", 3, 50),
    ],
)
def test_columns_count_characters_and_lines_end_with_a_line_feed(before: bytes, line: int, column: int) -> None:
    file = _file(before + ownership(declaration="").replace(b"\n", b""))
    assert file.line_and_column(_at("periodOfReport")) == (line, column)
    assert _shown(file, _at("periodOfReport")).startswith("<periodOfReport>")
    assert not file.text.startswith("\ufeff")


def test_a_document_on_one_line_has_a_column_for_each_element() -> None:
    file = _file(FORM.replace(b"\n", b""))
    at = _at("nonDerivativeTable", 2, "transactionDate")
    assert file.line_and_column(at)[0] == 1
    assert _shown(file, at).startswith("<value>2026-11-05</value></transactionDate>")
    assert file.text.count("<transactionDate>", 0, file.line_and_column(at)[1]) == 2


@pytest.mark.parametrize("encoding", ["windows-1252", "iso-8859-1", "utf-8"])
def test_a_declared_encoding_is_read(encoding: str) -> None:
    declared = f'<?xml version="1.0" encoding="{encoding}"?>'
    text = ownership(declaration=declared, tail="<remarks>Café</remarks>").decode()
    file = _file(text.encode(encoding))
    assert _shown(file, _at("remarks")).startswith("<remarks>Café</remarks>")
    assert _shown(file, _at("ownerSignatures", 0, "signatureName")).startswith("<signatureName>/s/ Jane Sample")


def test_an_encoding_of_several_bytes_has_the_lines_of_its_elements() -> None:
    text = ownership(declaration='<?xml version="1.0" encoding="shift_jis"?>', tail="<remarks>x</remarks>").decode()
    file = _file(text.encode("shift_jis"))
    line = text[: text.index("<remarks>")].count("\n") + 1
    assert file.line_and_column(_at("remarks"))[0] == line
    assert file.element(_at("remarks")) == "/ownershipDocument/remarks"


def test_an_encoding_with_the_sign_of_a_tag_within_a_character_has_the_place_of_the_document() -> None:
    declared = '<?xml version="1.0" encoding="iso-2022-jp"?>'
    raw = ownership(declaration=declared, tail="<remarks>\u5b9f</remarks>").decode().encode("iso-2022-jp")
    assert b"\x1b$B<B" in raw
    file = _file(raw)
    assert file.line_and_column(_at("remarks")) == (1, 1)
    assert file.element(_at("remarks")) == "/ownershipDocument/remarks"


@pytest.mark.parametrize("apart", ["<!-- <remarks> -->", "<!--\n<a>\n-->", "<!----><!-- > <b> -->"])
def test_tags_in_a_comment_are_no_elements(apart: str) -> None:
    file = _file(FORM.replace(b"<issuer>", f"{apart}<issuer>".encode()))
    assert _shown(file, _at("remarks")).startswith("<remarks>x")
    assert _shown(file, _at("nonDerivativeTable", 2, "transactionDate")).startswith("<value>2026-11-05")


@pytest.mark.parametrize("text", ["<![CDATA[<remarks>]]>", "<![CDATA[<!--]]>", "<![CDATA[]]><![CDATA[ > </a>]]>"])
def test_tags_in_a_part_that_is_text_are_no_elements(text: str) -> None:
    file = _file(FORM.replace(b"One.", text.encode()))
    assert _shown(file, _at("footnotes", "F1")).startswith('<footnote id="F1"><![CDATA[')
    assert _shown(file, _at("remarks")).startswith("<remarks>x")


SUBMISSION = (
    "<SEC-DOCUMENT>x.txt\n<ACCEPTANCE-DATETIME>20261106171530\nACCESSION NUMBER:\t0000000001-26-000001\n"
    "COMPANY CONFORMED NAME:\tÉxample\n"
    "<DOCUMENT>\n<TYPE>COVER\n<FILENAME>cover.txt\n<TEXT>\nWords\n</TEXT>\n</DOCUMENT>\n"
    f"<DOCUMENT>\n<TYPE>4\n<FILENAME>form4.xml\n<TEXT>\n<XML>\n\n{FORM.decode()}\n</XML>\n</TEXT>\n</DOCUMENT>\n"
    "<DOCUMENT>\n<TYPE>EX-24\n<FILENAME>poa.txt\n<TEXT>\nPower\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
@pytest.mark.parametrize(
    ("at", "element", "shown"),
    [
        (_at("nonDerivativeTable", 2, "transactionDate"), f"{TRADE}/transactionDate/value", "<value>2026-11-05"),
        (_at("context", "filedAt"), "/ownershipDocument", "<ownershipDocument>"),
        (_at("exhibits", 0), "DOCUMENT[1]", "<DOCUMENT>"),
        (_at("exhibits", 0, "documentType"), "DOCUMENT[1]/TYPE", "<TYPE>COVER"),
        (_at("exhibits", 0, "documentName"), "DOCUMENT[1]/FILENAME", "<FILENAME>cover.txt"),
        (_at("exhibits", 0, "documentDescription"), "DOCUMENT[1]", "<DOCUMENT>"),
        (_at("powersOfAttorney", 0, "text"), "DOCUMENT[3]/TEXT", "<TEXT>"),
        (_at("powersOfAttorney", 0, "exhibitNumber"), "DOCUMENT[3]/TYPE", "<TYPE>EX-24"),
        (_at("powersOfAttorney", 0, "principal", "name"), "DOCUMENT[3]", "<DOCUMENT>"),
        (_at("powersOfAttorney"), "/ownershipDocument", "<ownershipDocument>"),
    ],
)
def test_the_lines_of_a_submission_are_those_of_the_whole_file(
    encoding: str, at: Place, element: str, shown: str
) -> None:
    file = _file(SUBMISSION.encode(encoding))
    assert "Éxample" in file.text
    assert file.element(at) == element
    assert _shown(file, at).startswith(shown)
    line, _ = file.line_and_column(at)
    if element.startswith("DOCUMENT[3]"):
        assert "poa.txt" in "".join(SUBMISSION.splitlines(keepends=True)[line - 3 : line + 3])


STRANGE = FORM.replace(b"<value>2.50</value>", b"<value>2,50</value>").replace(
    b"<issuer>", b"<odd/><odd><issuer/></odd>\n<issuer odd='1'>"
)


def test_what_is_left_out_has_the_place_of_its_element() -> None:
    imported = read(STRANGE)
    found = {note.words.partition(".")[0]: imported.file.place_of(note) for note in imported.notes}
    assert found == {
        "Table I, row 1, column 4, Price: '2,50' is not allowed here and is omitted": (
            *imported.file.line_and_column(_at("nonDerivativeTable", 0, "transactionPricePerShare")),
            f"{TABLE}/nonDerivativeTransaction[1]/transactionAmounts/transactionPricePerShare/value",
        ),
        "Form 4: <odd> is not part of a Form 4 and is omitted": (3, 1, "/ownershipDocument/odd[1]"),
        "Form 4: <odd> appears again; only the first is kept": (3, 7, "/ownershipDocument/odd[2]"),
        "the attribute odd of <issuer> is omitted: '1'": (4, 1, "/ownershipDocument/issuer"),
    }


def test_a_note_on_an_element_in_a_namespace_has_its_place() -> None:
    imported = read(FORM.replace(b"<remarks>", b"<b xmlns='urn:b'><c/></b>\n<remarks>"))
    [note] = imported.notes
    line, column, path = imported.file.place_of(note)
    assert path == "/ownershipDocument/*[9]"
    assert imported.file.text.splitlines()[line - 1][column - 1 :] == "<b xmlns='urn:b'><c/></b>"


def test_a_footnote_without_an_id_is_counted_and_has_no_place_of_its_own() -> None:
    form = FORM.replace(b'<footnote id="F1">', b'<footnote>None.</footnote><footnote id="F1">')
    assert _file(form).element(_at("footnotes", "F2")) == "/ownershipDocument/footnotes/footnote[3]"


def test_what_follows_the_schema_version_is_read_as_what_follows_any_element() -> None:
    form = FORM.replace(b"<documentType>", b"<schemaVersion odd='1'>X0609</schemaVersion>stray<documentType>", 1)
    imported = read(form)
    assert [note.words.partition(" is omitted")[0] for note in imported.notes] == [
        "the attribute odd of <schemaVersion>",
        "text between elements of <schemaVersion>",
    ]


def test_an_attribute_of_a_footnote_of_the_code_is_reported_as_that_of_any_other() -> None:
    raw = FORM.replace(b'<footnoteId id="F1"/></transactionCoding>', b'<footnoteId id="F1" a="1"/></transactionCoding>')
    [note] = read(raw).notes
    assert note.words == "the attribute a of <footnoteId> is omitted: '1'."


def test_markup_in_a_cell_has_one_note_whatever_is_inside() -> None:
    marked = b"<value>Common <b c='1'>Stock<i>s</i> of</b> all</value>after"
    imported = read(FORM.replace(b"<value>Common Stock</value>", marked, 1))
    note, after = imported.notes
    assert after.words == "text between elements of <value> is omitted: 'after'."
    assert note.words.endswith("the markup <b> is omitted; its text is kept.")
    assert imported.document["nonDerivativeTable"][0]["securityTitle"] == "Common Stocks of all"
    assert imported.file.place_of(note)[2] == f"{TABLE}/nonDerivativeTransaction[1]/securityTitle/value"

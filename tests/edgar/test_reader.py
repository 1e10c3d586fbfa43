from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from corpus import all_xml, index
from ownership_documents import HEAD, ROW, ownership

from form4gen.api.filings import import_filing
from form4gen.edgar.reader import read, read_ownership
from form4gen.errors import UnusableInputError
from form4gen.intake.structure import structure


def first_row(raw: bytes) -> dict[str, Any]:
    found: dict[str, Any] = read_ownership(raw).document["nonDerivativeTable"][0]
    return found


def test_a_filing_becomes_json_in_the_order_of_the_form() -> None:
    imported = read_ownership(ownership())
    assert imported.dropped == ()
    assert list(imported.document) == [
        *("documentType", "periodOfReport", "issuer", "reportingOwners", "aff10b5One", "nonDerivativeTable"),
        *("derivativeTable", "footnotes", "ownerSignatures"),
    ]
    assert imported.document["nonDerivativeTable"] == [
        {
            "kind": "transaction",
            "securityTitle": "Common Stock",
            "transactionDate": "2026-11-05",
            "transactionFormType": "4",
            "transactionCode": "P",
            "transactionShares": Decimal(100),
            "transactionPricePerShare": Decimal("2.50"),
            "transactionAcquiredDisposedCode": "A",
            "sharesOwnedFollowingTransaction": Decimal(1100),
            "directOrIndirectOwnership": "D",
        }
    ]
    assert imported.document["derivativeTable"] == []
    assert imported.document["footnotes"] == {}


@pytest.mark.parametrize("version", ["X0201", "X0206", "X0303", "X0306", "X0407", "X0508", "X0609"])
def test_every_schema_version_from_x0201_on_is_known(version: str) -> None:
    imported = read_ownership(ownership(head=f"<schemaVersion>{version}</schemaVersion>{HEAD}"))
    assert imported.schema_version == version
    assert imported.dropped == ()


def test_a_version_that_nobody_knows_is_read_and_said() -> None:
    imported = read_ownership(ownership(head=f"<schemaVersion>X0710</schemaVersion>{HEAD}"))
    assert imported.schema_version == "X0710"
    assert imported.dropped == ("Schema version X0710 is unknown; form4gen read the filing as X0609.",)


@pytest.mark.parametrize(
    "raw",
    [
        b"<ownershipDocument><schemaVersion>X0101</schemaVersion><documentType>4</documentType></ownershipDocument>",
        b"<ownershipDocument><documentType>4</documentType><nonDerivativeSecurity/></ownershipDocument>",
        b"<ownershipDocument><documentType>4</documentType><derivativeSecurity/></ownershipDocument>",
    ],
)
def test_the_oldest_schema_is_refused_by_its_name(raw: bytes) -> None:
    with pytest.raises(UnusableInputError, match="schema X0101"):
        read(raw)


@pytest.mark.parametrize(
    ("form", "box"),
    [
        ("3", "noSecuritiesOwned"),
        ("3/A", "noSecuritiesOwned"),
        ("5", "form3HoldingsReported"),
        ("5/A", "form4TransactionsReported"),
    ],
)
def test_forms_3_and_5_are_read_with_the_boxes_that_only_they_have(form: str, box: str) -> None:
    head = HEAD.replace("<documentType>4<", f"<documentType>{form}<").replace("<issuer>", f"<{box}>1</{box}><issuer>")
    imported = read(ownership(head=head))
    assert imported.document["documentType"] == form
    assert imported.document[box] is True
    assert imported.dropped == ()


def test_every_real_form_3_and_5_is_read_whole() -> None:
    others = [path for path in all_xml() if index()[path.name]["docType"] in ("3", "5")]
    assert len(others) == 23
    for path in others:
        imported = read(path.read_bytes())
        assert imported.dropped == (), path.name
        assert imported.document["documentType"] == index()[path.name]["docType"]
        structure(imported.document)


@pytest.mark.parametrize(("form", "shown"), [("144", "144"), ("", "missing")])
def test_a_form_that_ownership_xml_does_not_know_is_refused(form: str, shown: str) -> None:
    raw = ownership(head=HEAD.replace("<documentType>4<", f"<documentType>{form}<"))
    with pytest.raises(UnusableInputError, match=f"documentType is {shown}"):
        read(raw)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b'{"documentType": "4"}', "already JSON"),
        (b"<!DOCTYPE html><html></html>", "web page"),
        (b"<HTML><BODY/></HTML>", "web page"),
        (b"<edgarSubmission/>", "submission file"),
        (b"<rss/>", "root element is <rss>"),
        (b'<ownershipDocument xmlns="urn:x"/>', "namespace"),
        (b"", "The file is empty."),
        (b"hello", "line 1, column 1"),
        ("<a/>".encode("utf-16"), "UTF-16"),
        (b"<a>\x00</a>", "zero bytes"),
        (b'<?xml version="1.0" encoding="klingon"?><a/>', "klingon"),
        (b'<?xml version="1.0"?>\n<a>\n  <b>\n</a>', "line 4, column"),
        (b"<a>\xff</a>", "not well-formed at line 1"),
    ],
)
def test_what_is_no_ownership_document_is_refused_with_the_reason(raw: bytes, message: str) -> None:
    with pytest.raises(UnusableInputError, match=message):
        read(raw)


def test_a_byte_order_mark_is_no_fault() -> None:
    assert read(b"\xef\xbb\xbf" + ownership()).document == read(ownership()).document


@pytest.mark.parametrize(
    ("spelling", "value"),
    [("1", True), ("true", True), ("TRUE", True), (" 1 ", True), ("0", False), ("false", False), ("False", False)],
)
def test_a_box_may_be_spelled_in_any_way(spelling: str, value: bool) -> None:  # noqa: FBT001
    raw = ownership(head=HEAD.replace("<isDirector>1<", f"<isDirector>{spelling}<"))
    assert read_ownership(raw).document["reportingOwners"][0]["isDirector"] is value


def test_an_empty_element_is_as_good_as_none() -> None:
    imported = read_ownership(ownership(tail="<remarks></remarks>"))
    assert "remarks" not in imported.document
    assert imported.dropped == ()


def test_a_box_with_another_word_is_left_out_and_said() -> None:
    imported = read_ownership(ownership(head=HEAD.replace("<isDirector>1<", "<isDirector>yes<")))
    assert "isDirector" not in imported.document["reportingOwners"][0]
    assert imported.dropped == ("Item 5, reporting person 1, Director: 'yes' is not allowed here and is omitted.",)


@pytest.mark.parametrize("spelling", ["2026-11-05", " 2026-11-05\n", "2026-11-05Z", "2026-11-05-05:00"])
def test_a_date_may_be_padded_or_carry_a_zone(spelling: str) -> None:
    raw = ownership(ROW.replace("<value>2026-11-05<", f"<value>{spelling}<"))
    assert first_row(raw)["transactionDate"] == "2026-11-05"


@pytest.mark.parametrize(
    "spelling", ["11/05/2026", "2026-02-30", "2026-11-05X", "20261105", "2026-1-5", "\uff12026-11-05"]
)
def test_a_date_that_is_none_is_left_out_and_said(spelling: str) -> None:
    imported = read_ownership(ownership(ROW.replace("<value>2026-11-05<", f"<value>{spelling}<")))
    assert "transactionDate" not in imported.document["nonDerivativeTable"][0]
    assert imported.dropped == (
        f"Table I, row 1, column 2, Transaction Date: {spelling!r} is not allowed here and is omitted.",
    )


@pytest.mark.parametrize(
    ("spelling", "written"),
    [
        ("2.50", "2.50"),
        ("+1", "1"),
        (".5", "0.5"),
        ("5.", "5"),
        ("-0", "0"),
        ("-0.00", "0.00"),
        ("007", "7"),
        ("17.0000", "17.0000"),
        ("-3", "-3"),
        ("0.1000000000000000055", "0.1000000000000000055"),
        ("9" * 30, "9" * 30),
        ("0" * 99 + "1", "1"),
    ],
)
def test_a_number_keeps_its_value_and_its_trailing_zeros(spelling: str, written: str) -> None:
    found = first_row(ownership(ROW.replace("<value>2.50<", f"<value>{spelling}<")))["transactionPricePerShare"]
    assert f"{found:f}" == written


@pytest.mark.parametrize("spelling", ["1,000", "$5", "1e5", "(3)", "NaN", "1.2.3", ".", "\u0663", "9" * 31])
def test_a_number_that_is_none_is_left_out_and_said(spelling: str) -> None:
    imported = read_ownership(ownership(ROW.replace("<value>2.50<", f"<value>{spelling}<")))
    assert "transactionPricePerShare" not in imported.document["nonDerivativeTable"][0]
    assert imported.dropped == (f"Table I, row 1, column 4, Price: {spelling!r} is not allowed here and is omitted.",)


def test_a_number_of_endless_digits_is_none() -> None:
    imported = read_ownership(ownership(ROW.replace("<value>2.50<", f"<value>{'0' * 101}<")))
    assert "transactionPricePerShare" not in imported.document["nonDerivativeTable"][0]


def test_a_word_that_is_not_among_the_known_ones_is_left_out_and_said() -> None:
    imported = read_ownership(ownership(ROW.replace("<value>A<", "<value>B<")))
    assert imported.dropped == ("Table I, row 1, column 4, (A) or (D): 'B' is not allowed here and is omitted.",)


def test_an_unknown_transaction_code_is_kept() -> None:
    assert first_row(ownership(ROW.replace(">P<", ">Q<")))["transactionCode"] == "Q"


def test_a_transaction_without_coding_stays_a_transaction() -> None:
    start, end = ROW.index("<transactionCoding>"), ROW.index("<transactionAmounts>")
    row = first_row(ownership(ROW[:start] + ROW[end:]))
    assert row["kind"] == "transaction"
    assert "transactionCode" not in row


def test_a_footnote_on_the_coding_is_one_of_the_code() -> None:
    raw = ownership(ROW.replace("</equitySwapInvolved>", '</equitySwapInvolved><footnoteId id="F1"/>'))
    assert first_row(raw)["transactionCode"] == {"value": "P", "footnotes": ["F1"]}
    without_code = raw.replace(b"<transactionCode>P</transactionCode>", b"")
    assert first_row(without_code)["transactionCode"] == {"footnotes": ["F1"]}


def test_an_equity_swap_is_reported() -> None:
    assert first_row(ownership(ROW.replace("<equitySwapInvolved>0", "<equitySwapInvolved>1")))["equitySwapInvolved"]


def test_rows_of_both_kinds_keep_their_order() -> None:
    holding = ROW.replace("nonDerivativeTransaction", "nonDerivativeHolding")
    start, end = holding.index("<transactionDate>"), holding.index("<postTransactionAmounts>")
    table = read_ownership(ownership((holding[:start] + holding[end:]) + ROW + ROW)).document["nonDerivativeTable"]
    assert [row["kind"] for row in table] == ["holding", "transaction", "transaction"]


def test_a_cell_may_have_footnotes_alone_or_nothing() -> None:
    noted = ROW.replace("<value>2.50</value>", '<footnoteId id="F2"/><footnoteId id="F1"/>')
    assert first_row(ownership(noted))["transactionPricePerShare"] == {"footnotes": ["F2", "F1"]}
    empty = ROW.replace("<value>2.50</value>", "<value> </value>")
    assert "transactionPricePerShare" not in first_row(ownership(empty))


def test_footnotes_and_remarks_keep_their_order_and_lines() -> None:
    notes = '<footnotes><footnote id="F2"> b\nc </footnote><footnote id="F1">a &amp; b</footnote></footnotes>'
    document = read_ownership(ownership(tail=f"{notes}<remarks>one<!-- not said -->\n two</remarks>")).document
    assert list(document["footnotes"].items()) == [("F2", "b\nc"), ("F1", "a & b")]
    assert document["remarks"] == "one\n two"


def test_an_element_that_json_has_no_place_for_is_said() -> None:
    imported = read_ownership(ownership(tail="<odder/><odd><deep>x</deep></odd>"))
    assert imported.dropped == (
        "Form 4: <odder> is not part of a Form 4 and is omitted.",
        "Form 4: <odd> is not part of a Form 4 and is omitted. Its content is omitted: 'x'.",
    )


def test_long_content_is_said_in_short() -> None:
    (said,) = read_ownership(ownership(tail=f"<odd>{'x' * 61}</odd>")).dropped
    assert said.endswith(f"'{'x' * 57}...'.")
    (said,) = read_ownership(ownership(tail=f"<odd>{'x' * 60}</odd>")).dropped
    assert said.endswith(f"'{'x' * 60}'.")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "</rptOwnerCik>",
            "</rptOwnerCik><rptOwnerCcc>abcd1234#</rptOwnerCcc>",
            "the CCC is omitted; it is confidential.",
        ),
        (
            "</issuerName>",
            "</issuerName><issuerCcc>zq1#zq1#</issuerCcc>",
            "<issuerCcc> is not part of a Form 4 and is omitted. Its content is omitted: '********'.",
        ),
    ],
)
def test_a_ccc_is_left_out_and_never_shown(old: str, new: str, said: str) -> None:
    imported = import_filing(ownership(head=HEAD.replace(old, new)))
    assert imported.dropped[0].endswith(said)
    assert "contains a CCC" in imported.dropped[1]
    assert "#" not in f"{imported}"


def test_the_marks_that_edgar_keeps_for_itself_are_said_when_they_say_something() -> None:
    address = "<reportingOwnerAddress><rptOwnerGoodAddress>{}</rptOwnerGoodAddress></reportingOwnerAddress>"
    head = HEAD.replace("</reportingOwnerId>", "</reportingOwnerId>" + address.format("true"))
    assert read_ownership(ownership(head=head)).dropped == (
        (
            "Items 1 and 5, reporting person 1: <rptOwnerGoodAddress> is added by EDGAR and omitted. "
            "Its content is omitted: 'true'."
        ),
    )
    assert read_ownership(ownership(head=head.replace(">true<", "><"))).dropped == ()


def test_the_second_of_two_equal_elements_is_said() -> None:
    imported = read_ownership(ownership(head=HEAD + "<periodOfReport>2026-01-01</periodOfReport>"))
    assert imported.document["periodOfReport"] == "2026-11-05"
    assert imported.dropped == (
        "Form 4: <periodOfReport> appears again; only the first is kept. Its content is omitted: '2026-01-01'.",
    )


def test_several_owners_and_signatures_are_no_repetition() -> None:
    start, end = HEAD.index("<reportingOwner>"), HEAD.index("<aff10b5One>")
    imported = read_ownership(ownership(head=HEAD[:end] + HEAD[start:]))
    assert len(imported.document["reportingOwners"]) == 2
    assert imported.dropped == ()


@pytest.mark.parametrize(
    ("inner", "said"),
    [
        (
            "<value>2.50</value><value>3</value>",
            "<value> is not part of a Form 4 and is omitted. Its content is omitted: '3'.",
        ),
        ("<value>2.<b>5</b>0</value>", "the markup <b> is omitted; its text is kept."),
        ("<value>2.50</value><footnoteId/>", "a footnote reference has no id."),
    ],
)
def test_what_a_cell_cannot_hold_is_said(inner: str, said: str) -> None:
    imported = read_ownership(ownership(ROW.replace("<value>2.50</value>", inner)))
    assert imported.document["nonDerivativeTable"][0]["transactionPricePerShare"] == Decimal("2.50")
    assert imported.dropped == (f"Table I, row 1, column 4, Price: {said}",)


def test_a_row_of_no_known_kind_is_said() -> None:
    imported = read_ownership(ownership(f"<line>1</line>{ROW}"))
    assert len(imported.document["nonDerivativeTable"]) == 1
    assert imported.dropped == ("Table I: <line> is not part of a Form 4 and is omitted. Its content is omitted: '1'.",)


def test_a_footnote_without_an_id_of_its_own_is_said_in_full() -> None:
    long = "x" * 100
    notes = f'<footnote id="F1">a</footnote><footnote id="F1">b</footnote><footnote>{long}</footnote><p/>'
    imported = read_ownership(ownership(tail=f"<footnotes>{notes}</footnotes>"))
    assert imported.document["footnotes"] == {"F1": "a"}
    assert imported.dropped == (
        "A footnote repeats the id F1 of another and is omitted: b",
        f"A footnote has no id and is omitted: {long}",
        "Explanation of Responses: <p> is not part of a Form 4 and is omitted.",
    )


def test_a_footnote_id_has_no_character_that_json_refuses() -> None:
    row = ROW.replace("<value>2.50</value>", '<value>2.50</value><footnoteId id="F1&#129;"/>')
    imported = read_ownership(ownership(row, tail='<footnotes><footnote id="F1&#129;">a</footnote></footnotes>'))
    assert imported.document["footnotes"] == {"F1": "a"}
    assert imported.document["nonDerivativeTable"][0]["transactionPricePerShare"]["footnotes"] == ["F1"]


def test_stray_text_and_attributes_are_said() -> None:
    raw = ownership(
        ROW.replace("<value>2.50</value>", "2.50<value>2.50</value>"),
        head=HEAD.replace("<issuer>", '<issuer lang="en" empty="">'),
    )
    assert set(read_ownership(raw).dropped) == {
        "the attribute lang of <issuer> is omitted: 'en'.",
        "text between elements of <transactionPricePerShare> is omitted: '2.50'.",
    }


def test_controls_become_the_signs_that_windows_means_by_them() -> None:
    imported = read_ownership(ownership(tail="<remarks>don&#146;t &#133; x&#129;y&#8238;z</remarks>"))
    assert imported.document["remarks"] == "don\u2019t \u2026 xyz"
    assert imported.dropped == (
        "Remarks: characters that the form cannot show are omitted: U+0081, U+202E RIGHT-TO-LEFT OVERRIDE.",
    )


def test_what_is_read_can_always_become_a_filing() -> None:
    filing = structure(
        read_ownership(b"<ownershipDocument><documentType>4/A</documentType></ownershipDocument>").document
    )
    assert filing.is_amendment
    assert filing.reporting_owners == ()

from __future__ import annotations

from typing import Any

import pytest
from lxml import html
from ownership_documents import document

from form4gen.edgar.exhibits import (
    Document,
    attachments,
    html_document,
    text_document,
    with_file_names,
)
from form4gen.edgar.html_text import text_of_html
from form4gen.errors import UnusableInputError
from form4gen.intake.structure import structure
from form4gen.model.exhibits import PowerOfAttorney
from form4gen.model.filing import Filing

ALLOWED_TAGS = {"html", "head", "title", "body", "p", "br"}


def attached(*powers: dict[str, Any], **changes: Any) -> tuple[Document, ...]:
    whole = document(powersOfAttorney=[{"status": "attached"} | power for power in powers], **changes)
    return attachments(with_file_names(structure(whole)), lambda _, power: f"Words of {power.id}")


def test_a_power_of_attorney_is_text_unless_its_name_says_html() -> None:
    first, second = attached(
        {"id": "a"}, {"id": "b", "exhibitNumber": "24.2", "fileName": "Power Two.HTM", "description": "Two"}
    )
    assert first == Document("ex24-1.txt", "EX-24", "Power of Attorney", b"Words of a\n")
    assert second[:3] == ("power-two.htm", "EX-24.2", "Two")
    assert text_of_html(second.raw.decode()) == "Words of b"


def test_the_words_of_a_filing_are_sent_as_html_word_for_word() -> None:
    (power,) = attached({"fileName": "poa.htm", "text": "I \u201cmake\u201d this"})
    assert power.raw.isascii()
    assert text_of_html(power.raw.decode()) == "I \u201cmake\u201d this"


def test_only_an_attached_power_is_sent() -> None:
    assert attached({"status": "on_file"}, {"status": "to_follow"}) == ()


def test_other_exhibits_follow_and_no_two_names_are_alike() -> None:
    found = attached(
        {"id": "a", "fileName": "a.txt"},
        {"id": "b", "fileName": "a.txt"},
        exhibits=[
            {"documentType": "EX-99", "documentName": "a.txt", "text": "A"},
            {"text": "B"},
            {"documentType": "COVER", "documentDescription": "Letter", "text": "C"},
        ],
    )
    assert [(each.name, each.type, each.description) for each in found] == [
        ("a.txt", "EX-24", "Power of Attorney"),
        ("a2.txt", "EX-24", "Power of Attorney"),
        ("a3.txt", "EX-99", ""),
        ("ex-99.txt", "EX-99", ""),
        ("cover.txt", "COVER", "Letter"),
    ]


def test_unnamed_powers_are_numbered() -> None:
    assert [each.name for each in attached({"id": "a"}, {"id": "b", "fileName": "b.txt"}, {"id": "c"})] == [
        "ex24-1.txt",
        "b.txt",
        "ex24-3.txt",
    ]


def test_a_power_without_status_is_sent() -> None:
    (power,) = attachments(with_file_names(structure(document(powersOfAttorney=[{"id": "a"}]))), lambda *_: "Words")
    assert power.raw == b"Words\n"


def test_html_of_a_filing_is_sent_unchanged_but_for_its_characters() -> None:
    source = "<html><body><p>I \u201cmake\u201d this &amp; that</p></body></html>"
    power, exhibit = attached(
        {"fileName": "poa.htm", "text": source},
        exhibits=[{"documentType": "EX-99", "documentName": "a.htm", "text": f"\n{source.upper()}\r\n"}],
    )
    assert power.raw == source.replace("\u201c", "&#8220;").replace("\u201d", "&#8221;").encode() + b"\n"
    assert exhibit.raw.startswith(b"<HTML><BODY>")
    (words,) = attached(exhibits=[{"documentName": "a.txt", "text": "<html>"}])
    assert words.raw == b"<html>\n"


def test_a_picture_is_refused_by_its_name() -> None:
    with pytest.raises(UnusableInputError, match=r"chart\.jpg is a picture, which text cannot contain"):
        attached(exhibits=[{"documentType": "GRAPHIC", "documentName": "chart.jpg"}])
    with pytest.raises(UnusableInputError, match="Exhibit 1: a GRAPHIC is a picture"):
        attached(exhibits=[{"documentType": "GRAPHIC.a"}])


@pytest.mark.parametrize("kind", ["EX-10", "EX-99.", "ex-99", "EX-99.12345678901234567"])
def test_a_document_of_another_type_is_refused(kind: str) -> None:
    with pytest.raises(UnusableInputError, match="EDGAR does not accept a text document of type"):
        attached(exhibits=[{"documentType": kind, "text": "A"}])


def test_an_exhibit_without_words_is_refused() -> None:
    with pytest.raises(UnusableInputError, match=r"ex-99\.txt has no text"):
        attached(exhibits=[{}])


def test_html_has_only_tags_that_edgar_accepts_and_every_word() -> None:
    text = "TITLE\n\n  (a) first <line> & \u201cquote\u201d\n(b)  second\n\n\n\nlast\f"
    raw = html_document("A & B", text)
    assert raw.isascii()
    tags = {element.tag for element in html.fromstring(raw).iter()}
    assert tags <= ALLOWED_TAGS
    assert b"<title>A &amp; B</title>" in raw
    assert text_of_html(raw.decode()) == "TITLE\n\n(a) first <line> & \u201cquote\u201d\n(b) second\n\nlast"
    assert b"&#160;&#160;(a)" in raw


@pytest.mark.parametrize("length", [79, 80])
def test_a_line_of_80_columns_is_not_broken(length: int) -> None:
    line = ("word " * 16)[:length].rstrip().ljust(length, "x")
    assert text_document(line) == f"{line}\n".encode()


def test_a_longer_line_is_broken_between_words() -> None:
    raw = text_document("word " * 40 + "\r\n\r\n" + "_" * 81)
    assert raw.split() == [b"word"] * 40 + [b"_" * 80, b"_"]
    assert max(map(len, raw.decode().splitlines())) <= 80


def test_a_tab_counts_as_the_columns_it_takes() -> None:
    assert text_document("a\tb") == b"a       b\n"


def test_text_that_edgar_cannot_take_is_refused_with_places_and_spellings() -> None:
    with pytest.raises(UnusableInputError) as caught:
        text_document("fine\na \u201cb\u201d \u2014 \u4e2d \xa7 ^", "ex24.txt")
    assert str(caught.value) == (
        "ex24.txt contains characters that EDGAR does not accept in a .txt document: "
        "line 2, column 3: \u201c (U+201C), which can "
        "be spelled '\"'; line 2, column 5: \u201d (U+201D), which can be spelled '\"'; line 2, column 7: \u2014 "
        "(U+2014), which can be spelled '--'; line 2, column 9: \u4e2d ("
        "U+4E2D); line 2, column 11: \xa7 (U+00A7), which can be "
        "spelled 'Section'; and 1 more. Name the file .htm to keep them."
    )
    with pytest.raises(UnusableInputError, match=r"line 1, column 2: U\+200B, which can be omitted\. Name"):
        text_document("a\u200b")
    with pytest.raises(UnusableInputError, match=r"U\+4E2D\)\. Name the file"):
        text_document("\u4e2d")


def test_the_words_are_written_for_each_power_whose_text_is_not_sent_as_html() -> None:
    asked: list[str | None] = []

    def words(_: Filing, power: PowerOfAttorney) -> str:
        asked.append(power.id)
        return "x"

    powers = [
        {"id": "a", "text": "Own", "fileName": "a.txt"},
        {"id": "b", "text": "Own", "fileName": "b.HTM"},
        {"id": "c", "fileName": "c.htm"},
    ]
    attachments(with_file_names(structure(document(powersOfAttorney=powers))), words)
    assert asked == ["a", "c"]

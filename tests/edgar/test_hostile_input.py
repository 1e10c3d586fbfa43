from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ownership_documents import HEAD, ROW, ownership

from form4gen.api.load import load
from form4gen.edgar import parse
from form4gen.edgar.dump import dump
from form4gen.edgar.reader import read, read_submission
from form4gen.errors import Form4genError, UnusableInputError

SOUND = ownership(tail='<footnotes><footnote id="F1">a &amp; b</footnote></footnotes><remarks>x</remarks>')
SUBMISSION = (
    b"<SEC-DOCUMENT>x.txt : 20261106\n<ACCEPTANCE-DATETIME>20261106170000\nACCESSION NUMBER:\t\t0000000001-26-000001\n"
    b"<DOCUMENT>\n<TYPE>4\n<FILENAME>form4.xml\n<TEXT>\n<XML>\n" + SOUND + b"\n</XML>\n</TEXT>\n</DOCUMENT>\n"
    b"<DOCUMENT>\n<TYPE>EX-24\n<FILENAME>ex24.htm\n<TEXT>\n<html><body><p>Power</p></body></html>\n</TEXT>\n</DOCUMENT>\n"
)
BOMB = (
    '<!DOCTYPE ownershipDocument [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    + "".join(f'<!ENTITY {name} "{f"&{inner};" * 10}">' for inner, name in zip("bcdefgh", "cdefghi", strict=True))
    + "]>"
)


@pytest.mark.parametrize(
    ("prolog", "remarks"),
    [
        ("<!DOCTYPE ownershipDocument>", "x"),
        (BOMB, "&i;"),
        ('<!DOCTYPE ownershipDocument [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "&x;"),
        ('<!DOCTYPE ownershipDocument [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>', "&x;"),
        ('<!DOCTYPE ownershipDocument SYSTEM "http://127.0.0.1:9/x.dtd">', "x"),
        ('<!DOCTYPE ownershipDocument [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]>', "x"),
    ],
)
def test_a_document_type_declaration_is_refused_whatever_it_declares(prolog: str, remarks: str) -> None:
    with pytest.raises(UnusableInputError) as caught:
        read(ownership(declaration=prolog, tail=f"<remarks>{remarks}</remarks>"))
    assert "root:" not in str(caught.value)
    assert "DOCTYPE" in str(caught.value) or "not well-formed" in str(caught.value)


def test_an_entity_that_nobody_declared_is_refused_with_its_place() -> None:
    with pytest.raises(UnusableInputError, match=r"line .*, column .*nbsp"):
        read(ownership(tail="<remarks>&nbsp;</remarks>"))


@pytest.mark.parametrize(
    "raw",
    [
        ownership(declaration='<?xml version="1.0"?>\n<?xml-stylesheet href="x.xsl"?>'),
        ownership(tail='<remarks>x<?xml-stylesheet href="x.xsl"?></remarks>'),
    ],
)
def test_a_processing_instruction_is_refused_by_name(raw: bytes) -> None:
    with pytest.raises(UnusableInputError, match=r"Line \d+: .*<\?xml-stylesheet \.\.\.\?>"):
        read(raw)


def test_the_words_of_an_instruction_inside_a_text_are_no_instruction() -> None:
    assert read(ownership(tail="<remarks><![CDATA[<?x?>]]></remarks>")).document["remarks"] == "<?x?>"


def test_input_that_nests_too_deep_is_refused() -> None:
    with pytest.raises(UnusableInputError, match="not well-formed"):
        read(ownership(tail="<a>" * 10_000 + "</a>" * 10_000))
    assert read(ownership(tail="<a>" * 200 + "</a>" * 200)).dropped


def test_input_is_measured_before_it_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parse, "SIZE_LIMIT", len(SOUND))
    assert read(SOUND).dropped == ()
    with pytest.raises(UnusableInputError, match=f"reads at most {len(SOUND):,}"):
        read(SOUND + b"\n")
    with pytest.raises(UnusableInputError, match="reads at most"):
        read(SUBMISSION)


def test_input_of_endless_tags_is_refused_before_it_is_parsed() -> None:
    tags = parse.TAG_LIMIT - SOUND.count(b"<")
    assert read(SOUND.replace(b"<remarks>", b"<remarks>" + b"<a/>" * tags)).document["remarks"] == "x"
    with pytest.raises(UnusableInputError, match="more than 100,000 tags"):
        read(SOUND.replace(b"<remarks>", b"<remarks>" + b"<a/>" * (tags + 1)))


@settings(max_examples=300)
@given(st.binary(max_size=400))
def test_junk_is_refused_in_words(raw: bytes) -> None:
    for reader in (read, read_submission):
        with pytest.raises(Form4genError):
            reader(raw)


@settings(max_examples=500)
@given(st.data())
def test_a_damaged_document_is_refused_in_words_or_becomes_a_filing(data: st.DataObject) -> None:
    raw = bytearray(data.draw(st.sampled_from((SOUND, SUBMISSION))))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(raw) - 1))
        end = data.draw(st.integers(start, min(len(raw), start + 40)))
        raw[start:end] = data.draw(
            st.binary(max_size=6) | st.sampled_from((b"<value/>", b"&#146;", b"<!--", b"--><x/>"))
        )
    try:
        imported = read(bytes(raw))
    except Form4genError as refusal:
        assert str(refusal)  # noqa: PT017  either outcome is right
    else:
        assert load(dump(imported.document).encode()).filing is not None


def test_every_character_that_xml_can_hold_can_be_imported() -> None:
    signs = "".join(
        chr(code)
        for code in (9, 10, 13, *range(0x20, 0xD800), *range(0xE000, 0xFFFE), *range(0x1F000, 0x20000))
        if chr(code) not in "<>&"
    )
    imported = read(ownership(ROW.replace("Common Stock", "x" + signs), head=HEAD))
    assert load(dump(imported.document).encode()).findings == ()

"""A document is measured before it is read: how large, how deep, how many values, how long its keys and texts are."""

from __future__ import annotations

import json

import pytest

from form4gen.bounds import BYTES, DEPTH, KEY_CHARACTERS, TEXT_CHARACTERS, VALUES
from form4gen.intake import document, extent
from form4gen.intake.document import Document, read
from form4gen.intake.problem import Problem


def _problem(made: Document) -> Problem | None:
    assert len(made.problems) <= 1
    return next(iter(made.problems), None)


def _refusal(raw: bytes) -> tuple[str, str, int, int] | None:
    made = read(raw)
    found = _problem(made)
    assert (made.data is None) == (found is not None)
    return found and (found.id, found.message, found.line, found.column)


def test_the_largest_document_that_is_read_has_twenty_megabytes() -> None:
    for extra, ids in ((-1, []), (0, []), (1, ["JS102"])):
        raw = b"{" + b" " * (BYTES - 2 + extra) + b"}"
        assert [problem.id for problem in read(raw).problems] == ids


@pytest.mark.parametrize(("opening", "closing"), [(b"[", b"]"), (b'{"a":', b"}")])
def test_the_deepest_document_that_is_read_has_64_levels(opening: bytes, closing: bytes) -> None:
    inner = b"1" if opening != b"[" else b""
    for levels in (DEPTH - 1, DEPTH, DEPTH + 1):
        column = DEPTH * len(opening) + 1
        message = "The document is nested more than 64 levels deep."
        expected = ("JS102", message, 1, column) if levels > DEPTH else None
        assert _refusal(opening * levels + inner + closing * levels) == expected


@pytest.mark.parametrize("levels", [400, 10_000, 10_000_000])
@pytest.mark.parametrize("closing", [b"]", b""])
def test_very_deep_nesting_is_one_problem(levels: int, closing: bytes) -> None:
    assert _refusal(b"[" * levels + closing * levels) == (
        "JS102", "The document is nested more than 64 levels deep.", 1, 65,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("value", "each"),
    [(b"1", 1), (b'"a"', 1), (b"[]", 1), (b"{ }", 1), (b"[1]", 2), (b'{"a": 1}', 2), (b'{"a":{}}', 2)],
)
def test_every_value_counts_whatever_it_is(value: bytes, each: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extent, "VALUES", 900)
    for more in (-1, 0, 1):
        found = _refusal(b"[" + b",".join([b"1"] * (899 - each + more) + [value]) + b"]")
        assert (found and found[1]) == ("The document contains more than 900 values." if more > 0 else None)


def test_the_values_of_keys_that_appear_again_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extent, "VALUES", 900)
    for more in (0, 1):
        found = read(b"{" + b",".join([b'"a":1'] * (899 + more)) + b"}").problems
        assert (found[0].id == "JS102") == bool(more)


def test_the_fullest_document_that_is_read_has_250_000_values() -> None:
    for more, message in ((0, None), (1, "The document contains more than 250,000 values.")):
        found = _refusal(b"[" + b",".join([b"1"] * (VALUES - 1 + more)) + b"]")
        assert (found and found[1]) == message


def test_the_place_of_the_value_that_is_too_many_is_given() -> None:
    found = _refusal(b"[\n" + b"0,\n" * VALUES + b"0]")
    assert found == ("JS102", "The document contains more than 250,000 values.", VALUES, 2)


def test_commas_and_brackets_in_a_text_are_no_values_and_no_levels() -> None:
    assert read(json.dumps({"remarks": '[,:{\\"' * (TEXT_CHARACTERS // 10)}).encode()).problems == ()


@pytest.mark.parametrize(
    ("what", "most", "frame"),
    [
        ("text", TEXT_CHARACTERS, b'{"a": [\n  "%s"]}'),
        ("key", KEY_CHARACTERS, b'{"a": {\n  "%s" : 1}}'),
        ("key", KEY_CHARACTERS, b'{"a": {\n  "%s": "a text"}}'),
    ],
)
def test_the_longest_text_and_the_longest_key(what: str, most: int, frame: bytes) -> None:
    for length in (most - 1, most, most + 1):
        message = f"This {what} has {length:,} characters; form4gen reads at most {most:,}."
        expected = ("JS102", message, 2, 3) if length > most else None
        assert _refusal(frame % (b"x" * length)) == expected
        assert _refusal(frame % (b'\\"' + b"x" * (length - 2))) == expected


@pytest.mark.parametrize(
    "raw",
    [
        b"]" * 100,
        b'{"a": 1}' + b"]" * 100 + b"[" * 100,
        b'["' + b"x" * 200_000,
        b"[" + b"1" * 200_000,
        b"[" * 100 + b'"' + b"\\" * 99,
    ],
)
def test_a_text_that_is_not_json_is_left_to_the_decoder_unless_it_is_too_deep(raw: bytes) -> None:
    assert {problem.id for problem in read(raw).problems} == {"JS102" if raw.startswith(b"[" * 65) else "JS101"}


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("zeros", b"[" + b"0," * (BYTES // 2 - 2) + b"0]"),
        ("empty texts", b'"' * BYTES),
        ("lists", b"[" + b"[]," * (BYTES // 3 - 2) + b"[]]"),
        ("keys", b"{" + b",".join(b'"%d":1' % number for number in range(1_000_000)) + b"}"),
        ("a text", b'{"remarks": "' + b"x" * (BYTES - 20) + b'"}'),
        ("a key", b'{"' + b"x" * (BYTES - 20) + b'": 1}'),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_too_large_is_refused_before_it_is_read(name: str, raw: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "make_scanner", None)
    found = _refusal(raw)
    assert found is not None, name
    assert found[0] == "JS102"

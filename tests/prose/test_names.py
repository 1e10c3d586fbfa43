"""Names that a text mentions are found, and the work grows with the names and the texts, not with their pairs."""

from __future__ import annotations

from typing import Any

import pytest
from case_base import filing
from hypothesis import given
from hypothesis import strategies as st

from form4gen.model.filing import Filing
from form4gen.prose import names
from form4gen.prose.names import (
    Names,
    are_one_family,
    is_entity,
    last_names,
    may_be_entity,
    mentions_one,
    name_words,
)
from form4gen.prose.signatures import Coverage
from form4gen.rules.catalogue import catalogue
from form4gen.rules.engine import check

_NAME = st.lists(st.sampled_from(["jane", "john", "roe", "doe", "fund", "ii", "alpha", "x"]), max_size=5).map(" ".join)


@given(st.lists(_NAME, max_size=6), _NAME)
def test_a_text_mentions_a_person_by_two_words_and_an_entity_by_all(given_names: list[str], text: str) -> None:
    known, there = Names(given_names), name_words(text)
    for name, found in zip(given_names, known.each, strict=True):
        words = name_words(name)
        least = 2 if len(words) > 2 and not may_be_entity(name) else len(words)
        is_mentioned = not found.isdisjoint(known.mentioned(there))
        assert is_mentioned is bool(words and len(words & there) >= least)
    assert known.words == frozenset().union(*map(name_words, given_names))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("SAMPLE JANE Q.", {"sample", "jane"}),
        ("Example Growth II, L.P.", {"example", "growth", "ii"}),
        ("Example Bancorp Inc /MN/", {"example", "bancorp"}),
        ("Muñoz José", {"munoz", "jose"}),
        ("Fund 3", {"fund", "3"}),
        (None, set()),
    ],
)
def test_the_words_of_a_name_leave_out_initials_legal_forms_and_accents(name: str | None, words: set[str]) -> None:
    assert name_words(name) == words


@pytest.mark.parametrize(
    ("name", "certain", "possible"),
    [
        ("Sample Fund I, L.P.", True, True),
        ("Sample Capital", False, True),
        ("Sample Jane", False, False),
        (None,) + (False,) * 2,
    ],
)
def test_an_entity_is_told_by_its_name(name: str | None, *, certain: bool, possible: bool) -> None:
    assert (is_entity(name), may_be_entity(name)) == (certain, possible)


@pytest.mark.parametrize(("count", "is_a_person"), [(9, True), (10, True), (11, False)])
def test_a_name_of_more_than_ten_words_is_mentioned_by_all_of_them(count: int, *, is_a_person: bool) -> None:
    words = [f"name{number}" for number in range(count)]
    [ways] = Names([" ".join(words)]).each
    assert (frozenset(words[:2]) in ways) is is_a_person
    assert (frozenset(words) in ways) is not is_a_person


@pytest.mark.parametrize(
    ("family", "is_one"),
    [
        (["Sample Jane", "SAMPLE, John"], True),
        (["Sample Jane", "Specimen John"], False),
        (["Sample Jane", None], False),
        ([None, None], False),
        (["Sample Jane", "Sample Fund LP"], False),
    ],
)
def test_persons_of_one_last_name_are_a_family(family: list[str | None], *, is_one: bool) -> None:
    assert are_one_family(family) is is_one


def test_a_text_mentions_an_owner_by_the_first_word_of_the_name_that_is_no_initial() -> None:
    known = last_names(["J Sample", "Example Fund", "", None, "Q"])
    assert known == {"sample", "example"}
    assert mentions_one("Held by Ms. Sample.", known)
    assert not mentions_one("Held by sampled persons.", known)


def test_a_signature_covers_the_owner_whose_cik_it_is_on_behalf_of() -> None:
    form = filing(
        {"/ownerSignatures/0": {"signatureName": "/s/ Alex Poe", "onBehalfOf": ["9990013", "all", "000"]}}, "joint"
    )
    known, signature = Coverage(form), form.owner_signatures[0]
    assert known.of(signature) == {"9990013"}
    assert [owner.rpt_owner_cik for owner in known.left_out(known.of(signature))] == ["0009990011", "0009990012"]


@pytest.mark.parametrize("kind", ["Example Fund {} LP", "Sample {} Jane Mary"])
@pytest.mark.parametrize("rule", ["SG101", "SG102", "SG103"])
def test_the_work_on_signatures_grows_with_their_number(rule: str, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = (_work(rule, _form(kind, count), monkeypatch) for count in (100, 400))
    assert many <= 5 * few


def _form(kind: str, count: int) -> Filing:
    """A form of that many owners, each with a signature of the right name, and one stranger's."""
    named = [kind.format(f"x{number}y") for number in range(count)]
    owners: list[dict[str, Any]] = [
        {"rptOwnerCik": str(7000 + at), "rptOwnerName": name} for at, name in enumerate(named)
    ]
    signatures = [{"signatureName": f"/s/ {name}", "signatureDate": "2026-11-05"} for name in named[1:]]
    return filing({"/reportingOwners": owners, "/ownerSignatures": [*signatures, {"signatureName": "/s/ Alex Poe"}]})


def _work(rule: str, form: Filing, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many names are compared with a text and how many texts are cut into words while a rule is checked."""
    calls: list[None] = []
    for function in ("is_mentioned", "_bare_words"):
        real = getattr(names, function)

        def counting(*given: Any, real: Any = real) -> Any:
            calls.append(None)
            return real(*given)

        monkeypatch.setattr(names, function, counting)
    name_words.cache_clear()
    from case_files import filed_at  # noqa: PLC0415

    assert check(form, filed_at({}), [catalogue()[rule]]).could_not_run == {}
    monkeypatch.undo()
    return len(calls)

"""Every claim is held by sentences: those that make it, those that only look like it, and no part is without one."""

from __future__ import annotations

import pytest
from prose.everyday import sentences
from prose.variants import variants

from form4gen.prose.claims import Claim, Phrase, claims
from form4gen.prose.groups import GROUPS
from form4gen.prose.phrases import Pattern, ends, pattern
from form4gen.prose.reading import letters_of, may_state, read, stated_in
from form4gen.prose.words import Words

CLAIMS = list(claims().values())
EVERYDAY = sentences()


def _each_claim() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.name)


@_each_claim()
def test_a_phrase_has_a_sentence_that_says_it_and_one_that_only_looks_like_it(claim: Claim) -> None:
    assert claim.meaning.endswith(".")
    for each in claim.phrases:
        assert each.says, f"{each.words} has no sentence that says it"
        assert each.like, f"{each.words} has no sentence that only looks like it"
        for text in each.says:
            assert ends(Words(text), pattern(each.words)), f"{each.words!r} is not in {text!r}"
            assert read(text).says(claim.name), f"{text!r} does not state {claim.name}"
        for text in each.like:
            assert not read(text).says(claim.name), f"{text!r} states {claim.name}"
    for each in (*claim.unless, *claim.never):
        assert each.says, f"{each.words} has no sentence that it keeps from stating the claim"
        for text in each.says:
            assert not read(text).says(claim.name), f"{text!r} states {claim.name}"


@_each_claim()
def test_no_part_of_a_phrase_can_be_dropped_unseen(claim: Claim) -> None:
    texts = [Words(text) for text in _texts(claim)]
    unseen: list[str] = []
    held: list[Pattern] = []
    for each in _phrases(claim):
        whole = pattern(each.words)
        matched = [bool(ends(words, whole)) for words in texts]
        for dropped, changed in variants(whole):
            held.append(changed)  # words know a tuple by its identity, which must not be given to another
            if [bool(ends(words, changed)) for words in texts] == matched:
                unseen.append(f"{each.words}: without {dropped} no sentence of {claim.name} differs")
    assert unseen == []


@_each_claim()
def test_no_phrase_can_be_dropped_unseen(claim: Claim) -> None:
    texts = _texts(claim)
    stated = [read(text).says(claim.name) for text in texts]
    for each in _phrases(claim):
        less = claim._replace(
            phrases=tuple(other for other in claim.phrases if other is not each),
            unless=tuple(other for other in claim.unless if other is not each),
            never=tuple(other for other in claim.never if other is not each),
        )
        assert [_says(less, text) for text in texts] != stated, f"{each.words} adds nothing to {claim.name}"


@pytest.mark.parametrize(("group", "word"), [(group, word) for group in GROUPS for word in GROUPS[group]])
def test_no_word_of_a_group_can_be_dropped_unseen(group: str, word: str) -> None:
    for claim in CLAIMS:
        for each in _phrases(claim):
            if f"@{group}" in each.words and any(_without(text, each, word) for text in _texts(claim)):
                return
    pytest.fail(f"no sentence needs {word!r} of @{group}")


def test_everyday_sentences_make_exactly_their_claims() -> None:
    wrong = []
    for text, expected in EVERYDAY:
        found = set(read(text).stated())
        if found != expected:
            wrong.append((text, sorted(found - expected), sorted(expected - found)))
    assert wrong == []


def _phrases(claim: Claim) -> tuple[Phrase, ...]:
    return (*claim.phrases, *claim.unless, *claim.never)


def _texts(claim: Claim) -> list[str]:
    own = [text for each in _phrases(claim) for text in (*each.says, *each.like)]
    return own + [text for text, _ in EVERYDAY]


def _says(claim: Claim, text: str) -> bool:
    return bool(stated_in(Words(text), claim))


def _without(text: str, each: Phrase, word: str) -> bool:
    """Whether a phrase matches a text only by a word of a group."""
    words = Words(text)
    if not ends(words, pattern(each.words)):
        return False
    return not ends(words, _cut(pattern(each.words), word))


def _cut(whole: Pattern, word: str) -> Pattern:
    def cut(elements: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(
            part._replace(  # type: ignore[attr-defined]
                words=tuple(each for each in part.words if not (part.is_group and each == word)),  # type: ignore[attr-defined]
                branches=tuple(
                    cut(branch)
                    for branch in part.branches  # type: ignore[attr-defined]
                    if not (part.is_group and " ".join(inner.words[0] for inner in branch) == word)  # type: ignore[attr-defined]
                ),
            )
            for part in elements
        )

    return Pattern(cut(whole.elements), whole.anchors)  # type: ignore[arg-type]


@_each_claim()
def test_the_quick_look_hides_no_text_that_states_the_claim(claim: Claim) -> None:
    for text in _texts(claim):
        if _says(claim, text):
            assert may_state(letters_of(text), claim.name), text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Held through Sample Fund L.P.", "through_whom"),
        ("Sold under a Rule 10b5 1 plan.", "plan_10b5_1"),
        ("Moved within the 401(k) fund.", "plan_named"),
        ("REPORTED UNDER RULE 16A-2(A).", "lookback"),
    ],
)
def test_the_quick_look_knows_initials_capitals_and_other_spellings(text: str, name: str) -> None:
    assert may_state(letters_of(text), name)

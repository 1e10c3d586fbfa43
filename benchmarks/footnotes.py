"""The reading of footnotes: how well each claim is read, and how its work grows on the inputs that are worst for it."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from copy import copy
from itertools import chain

import pytest
from goal import at_least, at_most
from growing import RATIO, Growth, growth
from reading import ASKED, table

from form4gen.prose.claims import Claim, Phrase, claims
from form4gen.prose.phrases import pattern
from form4gen.prose.reading import stated_in
from form4gen.prose.words import Words

# isort: split
from prose.labeled import PRECISION, RECALL, SILENCER, asked, scores, total  # found by the import of reading

SHORT, LONG = 20_000, 200_000
SHOWN = 8
COMMON = {
    "blanks": " ",
    "newlines": "\n",
    "one long word": "a",
    "digits and commas": "1,234",
    "sentences of one word": "Taxes. ",
}


def _agreement() -> None:
    try:
        found = scores()
    except pytest.skip.Exception as absent:
        print(f"Reading of footnotes: not measured; {absent}")
        return
    print("Reading of footnotes, claim by claim")
    table()
    used = total({name: score for name, score in found.items() if name in asked(*ASKED)})
    print("Reading of footnotes, over the claims that rules and accounts ask")
    print(f"  precision: {at_least(used.precision, PRECISION)}")
    print(f"  recall: {at_least(used.recall, RECALL)}")
    silencers = {name: score for name, score in found.items() if name in asked("excuses")}
    name, worst = min(silencers.items(), key=lambda each: each[1].precision, default=("none", total({})))
    print(f"  lowest precision of a claim that keeps a rule silent, {name}: {at_least(worst.precision, SILENCER)}")


def _kinds(claim: Claim) -> Iterator[tuple[str, str]]:
    """The inputs that are worst for one claim: a name, and the part that is repeated."""
    every = [each for part in claim for each in part if isinstance(each, Phrase)]
    for phrase in every:
        needed = {word for anchor in pattern(phrase.words).anchors for word in anchor if word[0].isalnum()}
        anchor = " ".join(sorted(word.rstrip("*") for word in needed))
        if anchor:
            yield f"anchors of {phrase.words!r}", f"{anchor} "
    said = " ".join(chain.from_iterable(phrase.says for phrase in every))
    yield "its own sentences", f"{said} "
    yield "its own sentences as one", f"{re.sub(r'[.;!?]', '', said)} "


def _unread(words: Words) -> Words:
    """The same words, with nothing looked for yet."""
    again = copy(words)
    again._masks, again._by_stem = {}, None  # noqa: SLF001  to read them from the text again would take minutes
    return again


def _texts(part: str) -> tuple[str, str]:
    return (part * (SHORT // len(part) + 1))[:SHORT], (part * (LONG // len(part) + 1))[:LONG]


def _of_claim(claim: Claim, kind: str, words: tuple[Words, Words]) -> Growth:
    short, long = words
    return growth(claim.name, kind, lambda: stated_in(_unread(short), claim), lambda: stated_in(_unread(long), claim))


def _growths() -> Iterator[Growth]:
    common = {}
    for kind, part in COMMON.items():
        short, long = _texts(part)
        yield growth("the words alone", kind, lambda short=short: Words(short), lambda long=long: Words(long))
        common[kind] = (Words(short), Words(long))
    for claim in claims().values():
        kinds = [_of_claim(claim, kind, words) for kind, words in common.items()]
        for kind, part in _kinds(claim):
            short, long = _texts(part)
            kinds.append(_of_claim(claim, kind, (Words(short), Words(long))))
        yield max(kinds)


def main() -> None:
    _agreement()
    gc.disable()  # as timeit does: a collection of everything else is no growth of ours
    found = sorted(_growths(), reverse=True)
    print(f"Growth of reading from {SHORT // 1000} KB to {LONG // 1000} KB, the worst input of each claim")
    for each in found[:SHOWN]:
        print(f"  {each.name}, {each.kind}: {at_most(each.ratio, RATIO, 'x')}, {each.seconds * 1000:.1f} ms")
    slow = sum(each.ratio > RATIO for each in found)
    print(f"  {len(found) - slow} of {len(found)} grow at most {RATIO:g} x: {'FAIL' if slow else 'pass'}")


if __name__ == "__main__":
    main()

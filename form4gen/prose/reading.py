"""A text, read: which claims it makes. Each claim is looked for when it is first asked, and once."""

from __future__ import annotations

import re
from bisect import bisect
from functools import cache, lru_cache

from form4gen.law.unseen import as_seen
from form4gen.model.fields import Cell
from form4gen.model.filing import Filing
from form4gen.model.kept import kept
from form4gen.model.rows import Row
from form4gen.prose.claims import Claim, Phrase, claim_named, claims
from form4gen.prose.phrases import ends, must_hold, pattern
from form4gen.prose.words import Words, bits, positions
from form4gen.typed import Any

KEPT = 512
"""Texts whose reading is kept."""


class _Statements:
    """Where a text makes each claim. Texts that differ in amounts alone share it: no phrase names an amount."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._words: Words | None = None
        self._letters: str | None = None
        self._found: dict[str, int] = {}

    @property
    def words(self) -> Words:
        """The text as words."""
        if self._words is None:
            self._words = Words(self.text)
        return self._words

    def where(self, name: str) -> int:
        """The positions of the last words with which the text makes a claim."""
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = stated_in(self.words, claim_named(name)) if self._may_state(name) else 0
        return found

    def _may_state(self, name: str) -> bool:
        """A quick look, for most claims are not made: whether the text holds what each phrase needs first."""
        if self._words is None:
            if self._letters is None:
                self._letters = letters_of(self.text)
            if not may_state(self._letters, name):
                return False
        return not _first_words(name).isdisjoint(self.words.keys)


class Reading:
    """What one text states."""

    def __init__(self, text: str) -> None:
        self._text = text
        # An expression that is not needed is not even compiled.
        self._statements = statements_of(amount_form().sub("$0", text) if "$" in text else text)

    def says(self, *names: str) -> bool:
        """Whether the text makes one of these claims; raises KeyError for a name that is no claim."""
        if self._text:
            for name in names:
                if self._statements.where(name):
                    return True
        return False

    def excuses(self, *names: str) -> bool:
        """As ``says``, where the claims keep a rule silent; such claims are measured more strictly."""
        return self.says(*names)

    def stated(self, of: str = "note") -> list[str]:
        """The names of all claims that the text makes, of those that a text of this kind may make; in order."""
        return [name for name, each in claims().items() if each.of == of and self.says(name)]

    def quoted(self, name: str) -> str:
        """The words with which the text first makes a claim; empty when it does not."""
        found = self._statements.where(name) if self._text else 0
        if not found:
            return ""
        shared = self._statements
        words = shared.words if shared.text == self._text else Words(self._text)
        last = (found & -found).bit_length() - 1
        first, _ = words.sentence(last)
        bit = 1 << last
        patterns = [pattern(each.words) for each in claim_named(name).phrases]
        begin = next(
            at for at in range(last, first - 1, -1) if any(ends(words, each, 1 << at) & bit for each in patterns)
        )
        return words.between(begin, last)

    @property
    def is_one_sentence(self) -> bool:
        """Whether the text is no more than one sentence."""
        return self._statements.words.starts <= 1


class Readings:
    """Several texts that belong together, such as the footnotes of a row: what one of them states, they state."""

    def __init__(self, texts: tuple[Reading, ...]) -> None:
        self.texts = texts
        self._said: dict[tuple[str, ...], bool] = {}

    def says(self, *names: str) -> bool:
        """Whether one of the texts makes one of these claims."""
        said = self._said.get(names)
        if said is None:
            said = self._said[names] = any(each.says(*names) for each in self.texts)
        return said

    def excuses(self, *names: str) -> bool:
        """As ``says``, where the claims keep a rule silent."""
        return self.says(*names)

    def quoted(self, name: str) -> str:
        """The words with which the first text that makes a claim makes it; empty when none does."""
        return next((words for each in self.texts if (words := each.quoted(name))), "")


@lru_cache(maxsize=KEPT)
def statements_of(text: str) -> _Statements:
    """Where a text makes claims; kept for the texts read last."""
    return _Statements(text)


@cache
def amount_form() -> re.Pattern[str]:
    """An amount in dollars; it is one word beside its sign, whatever its digits."""
    return re.compile(r"\$\s?\d++(?:,\d++)*+(?:\.\d++)?+(?![\w,.]*\w)")


@cache
def _first_words(name: str) -> frozenset[str]:
    """Words of which a text must hold one to make a claim: of each phrase the rarest that must be there."""
    return frozenset().union(*(pattern(each.words).anchors[0] for each in claim_named(name).phrases))


@lru_cache(maxsize=KEPT)
def read(text: str | None) -> Reading:
    """The reading of a text as a person sees it; of no text, one that states nothing."""
    return Reading(as_seen(text or ""))


def notes_of(row: Row, filing: Filing) -> Readings:
    """What the footnotes that a row cites state, and the remarks."""
    known = _with_remarks(filing)
    found = known.get(row.footnotes)
    if found is None:
        found = known[row.footnotes] = Readings((*cited(filing, row.footnotes).texts, read(filing.remarks)))
    return found


def cited(filing: Filing, *ids: tuple[str, ...]) -> Readings:
    """What the footnotes with these ids state."""
    known = _cited(filing)
    found = known.get(ids)
    if found is None:
        texts = filing.note_texts
        notes = dict.fromkeys(note for each in ids for note in each)
        found = known[ids] = Readings(tuple(read(texts[note]) for note in notes if note in texts))
    return found


@kept
def _cited(_: Filing) -> dict[tuple[tuple[str, ...], ...], Readings]:
    """The readings of a filing's footnotes that were wanted, by their ids."""
    return {}


@kept
def _with_remarks(_: Filing) -> dict[tuple[str, ...], Readings]:
    """The same with the remarks."""
    return {}


def notes_on(cell: Cell[Any], filing: Filing) -> Readings:
    """What the footnotes of one cell state."""
    return cited(filing, cell.footnotes)


@lru_cache(maxsize=4)
def all_notes(filing: Filing) -> Readings:
    """What the footnotes and the remarks of a filing state."""
    return Readings((*(read(note.text) for note in filing.footnotes), read(filing.remarks)))


def stated_in(words: Words, claim: Claim) -> int:
    """Where the text makes a claim: the last words of its phrases, in sentences that hold none of the exceptions."""
    found = _places(words, claim.phrases)
    if found and _places(words, claim.never):
        return 0
    against = _places(words, claim.unless) if found else 0
    if not against:
        return found
    voided = {bisect(words.firsts, at) for at in positions(against)}
    return bits([at for at in positions(found) if bisect(words.firsts, at) not in voided], words.count)


def _places(words: Words, phrases: tuple[Phrase, ...]) -> int:
    found = 0
    for each in phrases:
        found |= ends(words, pattern(each.words))
    return found


def letters_of(text: str) -> str:
    """A text in small letters without the marks that words lose: apostrophes, and the periods of initials."""
    return text.casefold().replace("'", "").replace("\u2019", "").replace(".", "")


def may_state(letters: str, name: str) -> bool:
    """Whether letters hold, for some phrase of a claim, one word of each element that must be there."""
    for phrase in _letters_needed(name):  # loops, for this is done for most claims and texts
        for words in phrase:
            for word in words:
                if word in letters:
                    break
            else:
                break
        else:
            return True
    return False


@cache
def _letters_needed(name: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    return tuple(
        tuple(tuple(map(_letters, words)) for words in must_hold(each.words)) for each in claim_named(name).phrases
    )


def _letters(word: str) -> str:
    """The letters of a word of a phrase as a text must hold them; none for a sign, which may be any."""
    return "" if word in _SIGNS else _SPELLED_OTHERWISE.get(word) or letters_of(word.removesuffix("*"))


_SIGNS = frozenset("#$%&")
_SPELLED_OTHERWISE = {"10b5-1": "10b", "401k": "401"}
"""Words that a text may spell in several ways, and what all of these begin with."""

"""What an amendment does to its original: what it corrects, adds, and does not repeat."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.accounts.history import bare_cik, owners
from form4gen.drafting.comparison_values import Comparison, Difference, Meaning, Sort, comparable
from form4gen.location import Place
from form4gen.model.filing import Filing
from form4gen.model.rows import Row
from form4gen.prose.reading import read

_FORMALITIES = frozenset(("documentType", "dateOfOriginalSubmission", "ownerSignatures", "context", "overrides"))
"""What every amendment has of its own, and the records that are not on the form."""

_TABLES = frozenset(("nonDerivativeTable", "derivativeTable"))
_ENCLOSED = frozenset(("powersOfAttorney", "exhibits"))


def amends(filing: Filing, other: Filing) -> bool:
    """Whether a filing may amend the other: a 4/A and a Form 4 of the same issuer with a reporting person in common."""
    if not filing.is_amendment or other.document_type != filing.form:
        return False
    issuer = bare_cik(filing.issuer.issuer_cik)
    is_same = issuer and issuer == bare_cik(other.issuer.issuer_cik)
    return bool(is_same) and not owners(filing).isdisjoint(owners(other))


def with_meanings(comparison: Comparison) -> tuple[Difference, ...]:
    """The differences, each with what it is in the amendment and with the text that explains it, if one does."""
    reader = _Amendment(comparison)
    found = []
    for each in comparison.differences:
        meaning = reader.meaning(each)
        is_explained = meaning in (Meaning.CORRECTION, Meaning.ADDITION)
        found.append(each._replace(meaning=meaning, explained_at=reader.explained_at(each) if is_explained else None))
    return tuple(found)


def repeated(comparison: Comparison) -> Iterator[Row]:
    """The rows that an amendment repeats although it changes nothing of them (Form 4 Instruction 9)."""
    touched = {each.new_at.tokens[:2] for each in comparison.differences if each.new_at and _is_of_substance(each)}
    for row in comparison.new.rows:
        if row.at.tokens[:2] not in touched:
            yield row


def _is_of_substance(difference: Difference) -> bool:
    return difference.meaning not in (Meaning.FORMALITY, Meaning.NOT_REPEATED)


class _Amendment:
    """Reads an amendment beside its original."""

    def __init__(self, comparison: Comparison) -> None:
        self._old, self._new = comparison.old, comparison.new
        # An amendment need not repeat the rows that it does not change, nor then their footnotes.
        left_out = {
            id(each.old)
            for each in comparison.differences
            if each.sort is Sort.REMOVED and each.at.tokens[0] in _TABLES
        }
        self._still_cited = frozenset(
            note for row in self._old.rows if id(row) not in left_out for note in row.footnotes
        )
        before = {comparable("", note.text) for note in self._old.footnotes}
        self._explaining = frozenset(
            note.id for note in self._new.footnotes if comparable("", note.text) not in before and _explains(note.text)
        )

    def meaning(self, each: Difference) -> Meaning:
        """What a difference is."""
        head = str(each.at.tokens[0])
        if head in _FORMALITIES or each.sort is Sort.MOVED:
            return Meaning.FORMALITY
        if head == "footnotes":
            return self._of_note(each)
        if head == "remarks":
            return self._of_remarks(each)
        if each.sort is Sort.ADDED:
            return Meaning.ADDITION
        if each.sort is Sort.REMOVED and head in _TABLES | _ENCLOSED:
            return Meaning.NOT_REPEATED
        if each.sort is Sort.CITED and self._only_explains(each):
            return Meaning.EXPLANATION
        return Meaning.CORRECTION

    def explained_at(self, each: Difference) -> Place | None:
        """The footnote of the row that explains the amendment, or else the remarks."""
        if each.at.tokens[0] in _TABLES and each.new_at is not None:
            table, number, *_ = each.new_at.tokens
            rows = self._new.non_derivative_table if table == "nonDerivativeTable" else self._new.derivative_table
            for note in rows[int(number)].footnotes:
                if note in self._explaining:
                    return self._new.at / "footnotes" / note
        return self._new.at / "remarks" if _explains(self._new.remarks) else None

    def _of_note(self, each: Difference) -> Meaning:
        note = each.at.tokens[1]
        if each.sort is Sort.REMOVED:
            return Meaning.CORRECTION if note in self._still_cited else Meaning.NOT_REPEATED
        if note in self._explaining and (each.sort is Sort.ADDED or _extends(each)):
            return Meaning.EXPLANATION
        return Meaning.ADDITION if each.sort is Sort.ADDED else Meaning.CORRECTION

    def _of_remarks(self, each: Difference) -> Meaning:
        if not each.new:
            return Meaning.NOT_REPEATED
        return Meaning.EXPLANATION if _explains(str(each.new)) and _extends(each) else Meaning.CORRECTION

    def _only_explains(self, each: Difference) -> bool:
        """Whether a cell cites what it cited, and footnotes that explain the amendment."""
        cited = each.new if isinstance(each.new, tuple) else ()
        before = each.old if isinstance(each.old, tuple) else ()
        return len([note for note in cited if note not in self._explaining]) == len(before)


def _explains(text: str | None) -> bool:
    return read(text).says("correction", "change_mentioned")


def _extends(each: Difference) -> bool:
    """Whether a text has the old one in it and only adds to it."""
    return str(comparable("", each.old) or "") in str(comparable("", each.new) or "")

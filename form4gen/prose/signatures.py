"""Whom the signatures of a form cover."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations

from form4gen.model.exhibits import Attorney, PowerOfAttorney
from form4gen.model.filing import Filing, OwnerSignature, ReportingOwner
from form4gen.prose.names import Names, Way, may_be_entity, name_words
from form4gen.prose.signers import signed_text


class Coverage:
    """Which reporting persons each signature covers: those that it names, and those whose CIK it is on behalf of."""

    def __init__(self, filing: Filing) -> None:
        self.names = Names(owner.rpt_owner_name for owner in filing.reporting_owners)
        self._ways: list[tuple[ReportingOwner, set[Way | str]]] = [
            (owner, {*ways, *filter(None, [_bare(owner.rpt_owner_cik)])})
            for owner, ways in zip(filing.reporting_owners, self.names.each, strict=True)
        ]
        self._known = {way for _, ways in self._ways for way in ways}
        self._entities: dict[Way | str, int] = {}
        for number, (owner, ways) in enumerate(self._ways):
            if may_be_entity(owner.rpt_owner_name):
                for way in ways:
                    self._entities.setdefault(way, number)

    def of(self, signature: OwnerSignature) -> set[Way | str]:
        """The ways in which a signature covers somebody: the names and the CIKs that it gives."""
        named: set[Way | str] = {*self.names.mentioned(name_words(signed_text(signature)))}
        return named | ({*map(_bare, signature.on_behalf_of)} & self._known)

    def left_out(self, ways: set[Way | str]) -> list[ReportingOwner]:
        """The reporting persons that signatures do not cover that cover somebody in these ways."""
        return [owner for owner, own in self._ways if own.isdisjoint(ways)]

    def entity_of(self, signature: OwnerSignature) -> ReportingOwner | None:
        """The first reporting person that a signature covers and whose name may be that of an entity."""
        found = [self._entities[way] for way in self.of(signature) if way in self._entities]
        return self._ways[min(found)][0] if found else None

    def first_person(self) -> ReportingOwner | None:
        """The first reporting person with a name that is not that of an entity."""
        return next(
            (
                owner
                for (owner, _), ways in zip(self._ways, self.names.each, strict=True)
                if ways and not may_be_entity(owner.rpt_owner_name)
            ),
            None,
        )


class Appointed:
    """Whom powers of attorney may appoint: two names match, or one that no reporting person has, or an office.

    A power that permits substitution, or records no attorney, may appoint anybody.
    """

    def __init__(self, powers: Iterable[PowerOfAttorney], owned: frozenset[str]) -> None:
        self._anybody = self._any_office = False
        self._strange: set[str] = set()
        self._office_words: set[str] = set()
        self._pairs: set[frozenset[str]] = set()
        for power in powers:
            self._anybody |= not power.attorneys or power.substitution
            for attorney in power.attorneys:
                self._add(attorney, name_words(attorney.name), owned)

    def _add(self, attorney: Attorney, named: frozenset[str], owned: frozenset[str]) -> None:
        if named:
            self._strange |= named - owned
            self._pairs |= set(map(frozenset, combinations(sorted(named & owned)[:_MOST_WORDS], 2)))
        elif attorney.office:
            self._any_office = True
            self._office_words |= name_words(attorney.office)
        else:
            self._anybody = True

    def may_be(self, signature: OwnerSignature) -> bool:
        """Whether a signature may be that of one who is appointed."""
        if self._anybody or (self._any_office and signature.title is None):
            return True
        there = name_words(signed_text(signature))
        if not there.isdisjoint(self._strange) or not there.isdisjoint(self._office_words):
            return True
        return any(frozenset(pair) in self._pairs for pair in combinations(sorted(there)[:_MOST_SIGNED], 2))


_MOST_WORDS = 10
"""Words of a name of an attorney of which two are sought in a signature."""

_MOST_SIGNED = 40
"""Words of a signature that are compared, two by two: more than one of 255 characters has."""


@lru_cache(maxsize=4)
def coverage(filing: Filing) -> Coverage:
    """The coverage of a filing, worked out once for all its signatures."""
    return Coverage(filing)


def _bare(cik: str | None) -> str:
    return (cik or "").lstrip("0")

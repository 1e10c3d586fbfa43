"""Whom the signatures of a form cover."""

from __future__ import annotations

from functools import lru_cache

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


@lru_cache(maxsize=4)
def coverage(filing: Filing) -> Coverage:
    """The coverage of a filing, worked out once for all its signatures."""
    return Coverage(filing)


def _bare(cik: str | None) -> str:
    return (cik or "").lstrip("0")

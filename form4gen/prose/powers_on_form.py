"""The powers of attorney of a form, and the signatures that are given under each."""

from __future__ import annotations

from functools import lru_cache

from form4gen.model.exhibits import PowerOfAttorney
from form4gen.model.filing import Filing, OwnerSignature
from form4gen.prose.signatures import Appointed, coverage
from form4gen.prose.signers import signs_for_another
from form4gen.records import NamedTuple


class Powers(NamedTuple):
    """Some powers: how many, whether one is attached or recorded as on file, and whom they may appoint."""

    number: int
    is_on_record: bool
    appointed: Appointed


class PowersOnForm:
    """All powers of a form, and those of each id."""

    def __init__(self, filing: Filing) -> None:
        owned = coverage(filing).names.words
        by_id: dict[str, list[PowerOfAttorney]] = {}
        for power in filing.powers_of_attorney:
            if power.id is not None:
                by_id.setdefault(power.id, []).append(power)
        self.every = _powers(list(filing.powers_of_attorney), owned)
        self.by_id = {name: _powers(powers, owned) for name, powers in by_id.items()}
        self._named: dict[str, list[OwnerSignature]] = {}
        self._of_agents: list[OwnerSignature] = []
        for signature in filing.owner_signatures:
            if signature.power_of_attorney is not None:
                self._named.setdefault(signature.power_of_attorney, []).append(signature)
            elif len(filing.powers_of_attorney) == 1 and signs_for_another(signature):
                self._of_agents.append(signature)

    def signatures_under(self, power: PowerOfAttorney) -> list[OwnerSignature]:
        """The signatures given under a power: those that cite it, or of agents that cite none the only one there is."""
        return self._of_agents + (self._named.get(power.id, []) if power.id is not None else [])


def _powers(powers: list[PowerOfAttorney], owned: frozenset[str]) -> Powers:
    return Powers(len(powers), any(map(_is_on_record, powers)), Appointed(powers, owned))


def _is_on_record(power: PowerOfAttorney) -> bool:
    return power.status is not None or power.on_file is not None or bool(power.text)


@lru_cache(maxsize=4)
def powers_of(filing: Filing) -> PowersOnForm:
    """The powers of a form, worked out once for all its signatures."""
    return PowersOnForm(filing)

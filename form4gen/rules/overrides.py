"""OV: overrides, which accept findings."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.law.authorities import FORMAT
from form4gen.model.filing import Override
from form4gen.rules.catalogue import ACCEPTS, SUSPENDS, WARNING, Breach, catalogue, rule
from form4gen.rules.engine import Circumstances


@rule(
    "OV101",
    name="override matches no finding",
    on=Override,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORMAT.at("overrides"),),
)
def override_matches_no_finding(override: Override, circumstances: Circumstances) -> Iterator[Breach]:
    """An override must accept a finding that exists.

    An override that matches no finding is left over from an earlier draft, or names the wrong place. Either way it
    records a review that did not take place. An override of a rule that was not applied is not checked.

    Remedy: Delete the override, or copy its rule and its place from the report (``rule``, ``place``).
    """
    if override.rule not in catalogue():
        message = f"The override names {override.rule}, which is not a rule."
        yield Breach(override.at / "rule", message, found=override.rule)
    elif override.rule in circumstances.answering and not (
        override in circumstances.accepting or _is_refused(override, circumstances)
    ):
        place = override.place or "the filing"
        message = f"The override of {override.rule} at {place} matches no finding, so it accepts nothing."
        yield Breach(override.at, message)


@rule(
    "OV102",
    name="override of what EDGAR suspends",
    on=Override,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORMAT.at("overrides"),),
)
def override_of_what_edgar_suspends(override: Override, circumstances: Circumstances) -> Iterator[Breach]:
    """An override accepts a judgment, never a fault for which EDGAR suspends the filing.

    EDGAR does not know of the override. The finding stays open, whatever the override says.

    Remedy: Correct the fault and delete the override.
    """
    if _is_refused(override, circumstances):
        message = f"The override of {override.rule} accepts nothing: EDGAR suspends a filing with this fault."
        yield Breach(override.at, message)


def _is_refused(override: Override, circumstances: Circumstances) -> bool:
    """Whether the override names a fault that EDGAR suspends, or a rule that finds nothing else."""
    if override in circumstances.refused:
        return True
    named = catalogue().get(override.rule)
    return named is not None and named.edgar is SUSPENDS and override not in circumstances.accepting

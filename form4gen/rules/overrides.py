"""OV: findings that counsel has accepted."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.law.authorities import FORMAT
from form4gen.model.filing import Override
from form4gen.rules.catalogue import ACCEPTS, WARNING, Breach, catalogue, rule
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

    An override that matches nothing is left over from an earlier draft, or names the wrong place: in both cases
    somebody believes that something was looked at which was not. Where the rule was not asked, nothing is said.

    Remedy: Delete the override, or copy its ``rule`` and ``place`` from the report.
    """
    if override.rule not in catalogue():
        yield Breach(override.at / "rule", f"{override.rule} is not a rule of the catalogue.", found=override.rule)
    elif override.rule in circumstances.answering and not any(
        finding.overridden is override for finding in circumstances.findings
    ):
        place = override.place or "the filing"
        yield Breach(override.at, f"{override.rule} found nothing at {place}, so nothing is accepted here.")

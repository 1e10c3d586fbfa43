"""EX101: the list of exhibits, and their numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from form4gen.law.authorities import FILER_MANUAL, FORM_4
from form4gen.model.filing import Filing
from form4gen.prose.reading import all_notes
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, Breach, rule


@rule(
    "EX101",
    name="exhibits not listed or numbered",
    on=Filing,
    severity=ADVISORY,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 6(c)"), FILER_MANUAL.at("8.1.4.4")),
)
def exhibits_not_listed_or_numbered(filing: Filing) -> Iterator[Breach]:
    """List the exhibits in sequence, and number several of one kind 24.1, 24.2 and so on (Instruction 6(c)).

    This is an advisory because most filings that EDGAR accepts omit the list. EDGAR does not check this.

    Remedy: Add the list to the Remarks (``remarks``): "Exhibit List: Exhibit 24 - Power of Attorney".
    """
    powers = [power for power in filing.powers_of_attorney if power.is_attached]
    kinds = [f"EX-{power.exhibit_number or '24'}" for power in powers]
    kinds += [kind for each in filing.exhibits if (kind := each.document_type or "").startswith(("EX-24", "EX-99"))]
    if kinds and not all_notes(filing).excuses("exhibit", "exhibit_number"):
        message = f"The filing attaches {', '.join(sorted(set(kinds)))}, but the form has no exhibit list."
        yield Breach(filing.at / "remarks", message, expected="Exhibit List: Exhibit 24 - Power of Attorney")
    for kind, times in Counter(kinds).items():
        if times > 1:
            at = filing.at / ("powersOfAttorney" if kind.startswith("EX-24") and len(powers) > 1 else "exhibits")
            base = kind.partition(".")[0]
            message = f"{times} exhibits have the same number, {kind}. Number them {base}.1, {base}.2 and so on."
            yield Breach(at, message, kind, remedy=f"Give each exhibit its own number ({base}.1, {base}.2).")

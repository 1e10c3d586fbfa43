"""EX: the list of the exhibits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from form4gen.law.authorities import FILER_MANUAL, FORM_4
from form4gen.model.filing import Filing
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
    """Exhibits are listed in the remarks, and several of one kind are numbered 24.1, 24.2 and so on.

    An advisory, because most filings that EDGAR accepts omit the list.

    Remedy: Add the list to the remarks (``remarks``): "Exhibit List: Exhibit 24 - Power of Attorney". Give each
    exhibit its own number.
    """
    powers = [power for power in filing.powers_of_attorney if power.is_attached]
    kinds = [f"EX-{power.exhibit_number or '24'}" for power in powers]
    kinds += [kind for each in filing.exhibits if (kind := each.document_type or "").startswith(("EX-24", "EX-99"))]
    listed = f"{filing.remarks or ''}\n{filing.all_text}".casefold()
    if kinds and "exhibit" not in listed and not re.search(r"\bex-?\d\d", listed):
        message = f"{', '.join(sorted(set(kinds)))} is attached, but the remarks list no exhibit."
        yield Breach(filing.at / "remarks", message, expected="Exhibit List: Exhibit 24 - Power of Attorney")
    for kind, times in Counter(kinds).items():
        if times > 1:
            at = filing.at / ("powersOfAttorney" if kind.startswith("EX-24") and len(powers) > 1 else "exhibits")
            message = f"{times} exhibits are all {kind}. Number them {kind.partition('.')[0]}.1, .2 and so on."
            yield Breach(at, message, kind)

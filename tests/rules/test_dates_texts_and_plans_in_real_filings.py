"""What the rules on dates, texts, plans, pairs, ownership and signers find in real filings, each hit looked at."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from functools import cache

from case_files import EASTERN
from corpus import filed_on, forms_4, submissions

from form4gen.edgar.dump import dump
from form4gen.edgar.reader import read
from form4gen.errors import UnusableInputError
from form4gen.intake.document import read as read_json
from form4gen.intake.structure import structure
from form4gen.model.filing import Filing
from form4gen.rules.catalogue import Edgar, Severity, catalogue
from form4gen.rules.engine import Finding, check

OURS = {
    "DL102", "DL104", "DL105", "DL106", "DL108", "DL109", "DL110", "DL111", "HB104", "HB105", "HB109", "FN102", "FN103",
    "FN104", "TP103", "TP104", "TP105", "TP106", "PA103", "PA104", "PA105", "AM104", "AM106", "SG102", "SG103", "SG105",
    "SG106", "SG108", "SG109",
}  # fmt: skip


def _filing(raw: bytes) -> Filing:
    return structure(read_json(dump(read(raw).document).encode()).data)


def _findings(filing: Filing, filed_at: datetime) -> tuple[Finding, ...]:
    rules = [rule for rule in catalogue().values() if rule.id in OURS]
    outcome = check(filing, filed_at.replace(tzinfo=EASTERN), rules, is_planned=True)
    assert outcome.could_not_run == {}
    return outcome.findings


@cache
def found() -> dict[str, set[str]]:
    """The filings that draw each rule at each severity."""
    everything = defaultdict(set)
    for path in forms_4():
        filing = _filing(path.read_bytes())
        signed = max(each.signature_date for each in filing.owner_signatures if each.signature_date)
        day = filed_on(path.name) or signed.isoformat()
        for each in _findings(filing, datetime.fromisoformat(f"{day}T21:00")):
            assert each.edgar is Edgar.ACCEPTS
            everything[f"{each.rule} {each.severity.value}"].add(path.name[: -len("-76476057.xml")])
    return dict(everything)


def test_no_error_is_found() -> None:
    assert [name for name in found() if name.endswith(Severity.ERROR.value)] == []


def test_the_only_warnings_are_bare_trusts_and_plans_older_than_the_box() -> None:
    assert {name: filings for name, filings in found().items() if name.endswith(Severity.WARNING.value)} == {
        "HB105 warning": {"4-MSFT-2022-06-09", "4-TSLA-2011-02-18", "4-TSLA-2018-05-07", "4-TSLA-2018-06-12"},
        "TP106 warning": {"4-AFRM-2023-04-03", "4-TSLA-2023-07-27"},
    }


def test_counsel_is_told_of_early_plan_trades_of_moves_to_own_trusts_and_of_a_row_added_late() -> None:
    assert {name: filings for name, filings in found().items() if name.endswith(Severity.ADVISORY.value)} == {
        "AM106 advisory": {"4A-PANW-2021-12-14"},
        "PA105 advisory": {"4-EB-2021-07-29", "4-MDB-2021-06-29", "4-MDB-2023-07-07", "4A-LRCX-2024-11-04"},
        "TP104 advisory": {
            "4-AAPL-2026-08-11", "4-AAPL-2026-09-01", "4-AFRM-2024-04-01", "4-BROS-2025-02-25", "4-PLTR-2023-11-14",
        },
    }  # fmt: skip


def test_full_submissions_with_their_hours_fiscal_years_and_powers_draw_nothing_more() -> None:
    drawn = set()
    for path in submissions():
        try:
            filing = _filing(path.read_bytes())
        except UnusableInputError:
            continue  # one is not well-formed as disseminated
        assert filing.context.filed_at is not None
        drawn |= {(path.name[:20], each.rule) for each in _findings(filing, filing.context.filed_at)}
    assert drawn == {("0000707549-25-000004", "PA105"), ("0001790565-23-000009", "TP106")}

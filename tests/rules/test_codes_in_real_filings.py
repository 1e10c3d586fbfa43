"""What the rules on head, owners, codes, prices and derivative terms find in real filings, each hit looked at."""

from __future__ import annotations

from datetime import datetime
from functools import cache

from case_files import EASTERN
from corpus import filed_on, forms_4

from form4gen.edgar.dump import dump
from form4gen.edgar.reader import read
from form4gen.intake.document import read as read_json
from form4gen.intake.structure import structure
from form4gen.model.rows import DerivativeTransaction
from form4gen.rules.catalogue import catalogue
from form4gen.rules.engine import Circumstances, Finding, check

OURS = {
    "HD101", "HD102", "HD104", "HD105", "RO101", "RO102", "RO103", "RO106", "TC101", "TC102", "TC103", "TC105",
    "TC106", "TC108", "TC116", "PR101", "PR102", "PR105", "DV101", "DV102", "DV103", "DV105",
}  # fmt: skip


@cache
def checked() -> list[tuple[str, Circumstances, tuple[Finding, ...]]]:
    rules = [rule for rule in catalogue().values() if rule.id in OURS]
    everything = []
    for path in forms_4():
        filing = structure(read_json(dump(read(path.read_bytes()).document).encode()).data)
        signed = max(each.signature_date for each in filing.owner_signatures if each.signature_date)
        day = filed_on(path.name) or signed.isoformat()
        filed_at = datetime.fromisoformat(f"{day}T21:00").replace(tzinfo=EASTERN)
        outcome = check(filing, filed_at, rules)
        assert outcome.could_not_run == {}
        everything.append((path.name, Circumstances(filing, filed_at), outcome.findings))
    return everything


def test_the_only_findings_are_a_form_without_a_transaction_and_a_sale_marked_as_acquired() -> None:
    found = [
        (name, each.rule, each.at.pointer, each.edgar.value if each.edgar else "")
        for name, _, findings in checked()
        for each in findings
    ]
    assert found == [
        ("4-ADGI-2022-03-28-be06d205.xml", "HD102", "", "unknown"),
        (
            "4-LNKD-2013-03-05-8946a62c.xml",
            "TC102",
            "/nonDerivativeTable/3/transactionAcquiredDisposedCode",
            "accepts",
        ),
    ]


def test_derivatives_that_real_filers_turned_into_another_class_draw_nothing() -> None:
    acquired = [
        name
        for name, circumstances, _ in checked()
        for row in circumstances.filing.transactions
        if isinstance(row, DerivativeTransaction) and row.code in ("M", "C", "O", "X") and row.is_acquired
    ]
    assert sorted(name[:6] for name in acquired) == ["4-PLTR", "4-ZNGA", "4-ZNGA", "4-ZNGA"]


def test_box_3_of_a_real_second_part_is_earlier_than_its_rows() -> None:
    [filing] = [each.filing for name, each, _ in checked() if name == "4-PLTR-2020-09-30-46422179.xml"]
    assert filing.period_of_report is not None
    assert all(
        row.transaction_date.value is not None and row.transaction_date.value > filing.period_of_report
        for row in filing.transactions
    )

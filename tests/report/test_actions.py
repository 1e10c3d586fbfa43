"""What to do, in words and in order."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from case_files import filed_at
from report_samples import finding, report

from form4gen.api.check import validate
from form4gen.api.load import Loaded
from form4gen.intake.document import Document
from form4gen.location import ROOT, Place
from form4gen.model.cell_names import cell_name
from form4gen.model.changed import Value
from form4gen.report.actions import Group, actions, by_group, imperative
from form4gen.report.causes import causes
from form4gen.report.phrases import count, first_sentence, without_keys
from form4gen.report.text import text
from form4gen.rules.catalogue import Edgar, Severity, catalogue
from form4gen.rules.engine import Finding

ROW = ROOT / "nonDerivativeTable" / 1


def at(place: Place, rule: str = "HB102", **facts: object) -> Finding:
    return finding(rule, at=place)._replace(cell=cell_name(place), **facts)  # type: ignore[arg-type]


def words(*findings: Finding) -> str:
    (cause,) = causes(findings)
    return imperative(cause)


@pytest.mark.parametrize(
    ("place", "value", "imperative"),
    [
        (ROOT / "periodOfReport", date(2026, 11, 5), "Change Item 3 to Nov 5, 2026."),
        (ROW / "sharesOwnedFollowingTransaction", Decimal(51600), "Change the balance of Table I, row 2 to 51,600."),
        (ROW / "transactionAcquiredDisposedCode", "D", "Change the (A) or (D) mark of Table I, row 2 to D."),
        (ROW / "transactionFormType", "4", "Remove the V mark of Table I, row 2."),
        (ROW / "transactionFormType", "5", "Mark Table I, row 2 V."),
        (ROOT / "issuer" / "issuerTradingSymbol", "XMPL", "Change Item 2, Ticker or Trading Symbol to XMPL."),
        (ROOT / "aff10b5One", True, "Check Check box: Rule 10b5-1(c)."),
        (ROOT / "notSubjectToSection16", False, "Uncheck Check box: no longer subject to Section 16."),
    ],
)
def test_a_certain_value_is_named(place: Place, value: Value, imperative: str) -> None:
    if isinstance(value, bool):
        imperative = imperative.replace("Check box", "check box")
    assert words(at(place, suggested=value)).replace("Check box", "check box") == imperative


def test_an_empty_place_is_filled() -> None:
    assert words(at(ROW / "transactionPricePerShare", suggested=Decimal(0), found=None)) == (
        "Enter 0 in the price of Table I, row 2."
    )


def test_several_rows_with_one_value_are_changed_together() -> None:
    rows = [at(ROOT / "nonDerivativeTable" / row / "transactionAcquiredDisposedCode", suggested="D") for row in (1, 2)]
    assert words(*rows) == "Change the (A) or (D) mark of Table I, rows 2-3 to D."
    other = at(ROOT / "nonDerivativeTable" / 5 / "transactionAcquiredDisposedCode", suggested="A")
    assert words(*rows, other) == "Correct `sharesOwnedFollowingTransaction` or the row before it."


def test_a_long_value_is_left_to_the_remedy() -> None:
    remedy = "Replace the characters as suggested. They may be refused."
    assert words(at(ROOT / "remarks", suggested="x" * 60, remedy=remedy)) == f"Change Remarks to {'x' * 60}."
    assert words(at(ROOT / "remarks", suggested="x" * 61, remedy=remedy)) == "Replace the characters as suggested."


def test_a_finding_without_a_remedy_is_told_by_its_message() -> None:
    assert words(at(ROOT, remedy="")) == "The balance does not follow from the row before it."


def test_actions_have_one_running_number_in_the_order_of_their_groups() -> None:
    found = [
        at(ROOT / "ownerSignatures", "SG109", severity=Severity.ADVISORY),
        at(ROW, "AD101", severity=Severity.ADVISORY),
        at(ROW / "transactionDate", "DL101", severity=Severity.WARNING),
        at(ROOT / "remarks", "FN103", severity=Severity.WARNING),
        at(ROW / "transactionShares", "PA103"),
        at(ROOT / "periodOfReport", "HD101"),
        at(ROOT / "footnotes" / "F1", "FN101", edgar=Edgar.SUSPENDS),
    ]
    listed = actions(causes(found))
    assert [(each.number, each.group, each.cause.lead.rule) for each in listed] == [
        (1, Group.CORRECT, "FN101"),
        (2, Group.CORRECT, "HD101"),
        (3, Group.CORRECT, "PA103"),
        (4, Group.FILE, "DL101"),
        (5, Group.REVIEW, "FN103"),
        (6, Group.HAVE, "SG109"),
        (7, Group.COUNSEL, "AD101"),
    ]
    assert [(group.value, len(some)) for group, some in by_group(listed)] == [
        ("Correct before filing", 3),
        ("Act today", 1),
        ("Review", 1),
        ("Have in hand before you file", 1),
        ("For counsel", 1),
    ]


def test_a_tag_has_severity_reaction_and_how_many() -> None:
    def tag(*found: Finding) -> str:
        (action,) = actions(causes(found))
        return action.tag

    rows = [at(ROOT / "nonDerivativeTable" / row / "transactionShares") for row in range(52)]
    assert tag(rows[0]) == "Error"
    assert tag(*rows) == "Error, 52 rows"
    assert tag(rows[0]._replace(edgar=Edgar.SUSPENDS)) == "Error, EDGAR suspends"
    assert tag(at(ROOT / "footnotes" / "F1"), at(ROOT / "footnotes" / "F2")) == "Error, 2 places"


def test_the_text_lists_them_with_their_places_before_the_findings() -> None:
    told = text(report(at(ROOT / "periodOfReport", suggested=date(2026, 11, 5))))
    assert told.index("  1. Change Item 3 to Nov 5, 2026.\n     Item 3, Date of Earliest") < told.index("\nErrors\n")


def test_a_document_that_is_no_filing_is_corrected_at_a_line() -> None:
    fault = at(ROOT, "JS101", edgar=None, remedy="Add a comma.")._replace(cell="Line 3", line=3)
    assert "  1. Add a comma.\n     Line 3 (Error; JS101)\n" in text(report(fault))


@pytest.mark.parametrize(
    ("whole", "first"),
    [
        ("Enter 0. Put it in a footnote.", "Enter 0."),
        ("Convert to U.S. dollars and say so. Then file.", "Convert to U.S. dollars and say so."),
        ('Write "By Child. Or so." instead. Then file.', 'Write "By Child. Or so." instead.'),
        ("See Rule 1 (a. B). Then file.", "See Rule 1 (a. B)."),
        ("Use 2330.TW. Then file.", "Use 2330.TW."),
        ("No point at all", "No point at all"),
        ("Wait until 10:00 p.m. on the day. Then file.", "Wait until 10:00 p.m. on the day."),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(whole: str, first: str) -> None:
    assert first_sentence(whole) == first


def test_names_of_keys_are_left_out() -> None:
    assert without_keys("Check the box (``aff10b5One``), or correct the text (see (b)).") == (
        "Check the box, or correct the text (see (b))."
    )
    assert without_keys("An open ( bracket") == "An open ( bracket"


def test_every_remedy_of_a_rule_reads_without_the_names_of_keys() -> None:
    """Exhibits aside, whose remedies quote HTML."""
    for each in catalogue().values():
        assert "`" not in without_keys(each.remedy) or each.family == "EX", each.id
        assert first_sentence(without_keys(each.remedy)).endswith((".", '."', ":"))


def test_several_of_a_thing() -> None:
    assert [count(many, "advisory") for many in (0, 1, 2)] == ["0 advisories", "1 advisory", "2 advisories"]
    assert count(1000, "row") == "1,000 rows"
    assert [count(many, "error", in_words=True) for many in (1, 9, 10)] == ["one error", "nine errors", "10 errors"]
    assert count(2, "day") == "2 days"


def test_findings_of_a_check_carry_what_they_suggest() -> None:
    from case_base import filing  # noqa: PLC0415  one test needs it

    one = filing({"/nonDerivativeTable/1/sharesOwnedFollowingTransaction": 229727})
    loaded = Loaded(Document("{}", {}, ()), one, ())
    found = validate(loaded, filed_at({}), select=["HB102"]).findings
    assert [each.suggested for each in found] == [Decimal(227927)]

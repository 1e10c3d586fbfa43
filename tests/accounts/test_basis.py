"""On which basis each row is reported: by the law of the day, an exemption, or the code and the words beside it."""

from __future__ import annotations

from typing import Any

import pytest
from accounts.form import basis, decided, form, option, row

from form4gen.accounts.basis_values import Basis, Ground, Mark

FORM_4, FORM_5, NOT_REPORTABLE = Basis.FORM_4, Basis.FORM_5, Basis.NOT_REPORTABLE
UNKNOWN, NOT_YET, TRIGGERED = Basis.UNKNOWN, Basis.NOT_YET, Basis.TRIGGERED
PAID = {"transactionPricePerShare": 10}
SMALL = {"transactionShares": 100, "transactionPricePerShare": 10}


def _named(cases: dict[str, tuple[Any, ...]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", cases.values(), ids=cases)


@_named(
    {
        "a large purchase": (row("P", "A", **PAID), FORM_4),
        "a sale": (row("S", "D", **PAID), FORM_4),
        "an exercise": (row("M", "A"), FORM_4),
        "a conversion": (row("C", "A"), FORM_4),
        "a put exercised": (row("O", "D", **PAID), FORM_4),
        "a grant": (row("A", "A"), FORM_4),
        "withholding": (row("F", "D", **PAID), FORM_4),
        "stock returned to the issuer": (row("D", "D"), FORM_4),
        "a discretionary transaction": (row("I", "D", **PAID), FORM_4),
        "a tender": (row("U", "D", **PAID), FORM_4),
        "a gift made": (row("G", "D"), FORM_4),
        "a gift received": (row("G", "A"), FORM_5),
        "a gift that does not say which": (row("G", "A", transactionAcquiredDisposedCode={}), UNKNOWN),
        "an inheritance": (row("W", "A"), FORM_5),
        "a voting trust": (row("Z", "D"), FORM_5),
        "a voting trust with other assets": (row("Z", "D", note="The trust holds other assets."), FORM_4),
        "a code that is none": (row("Q", "A"), UNKNOWN),
        "a row of 1995": (row("P", "A", "1996-08-14", **PAID), UNKNOWN),
        "a row without a date": (row("P", "A", transactionDate={}), UNKNOWN),
    }
)
def test_the_code_and_the_mark_decide(case: tuple[dict[str, Any], Basis]) -> None:
    given, expected = case
    assert basis(given) is expected


@_named(
    {
        "the last day of the 1991 rules": ("P", "1996-08-14", UNKNOWN),
        "the first day of the 1996 rules": ("P", "1996-08-15", FORM_4),
        "a grant on the last day of the old time": ("A", "2002-08-28", FORM_5),
        "a grant on the first day of the two days": ("A", "2002-08-29", FORM_4),
        "a grant on the day after": ("A", "2002-08-30", FORM_4),
        "a sale of the old time": ("S", "2002-08-28", FORM_4),
        "withholding of the old time": ("F", "2002-08-28", FORM_5),
    }
)
def test_the_law_of_the_day_comes_first(case: tuple[str, str, Basis]) -> None:
    code, when, expected = case
    assert basis(row(code, "D" if code in "SF" else "A", when, **PAID)) is expected


def test_before_the_two_days_the_reason_is_the_old_deadline() -> None:
    old, new = (decided(row("S", "D", when, **PAID))[0] for when in ("2002-08-28", "2002-08-29"))
    assert old.reason == "Before Aug 29, 2002 a Form 4 was due by the 10th day of the next month."
    assert new.reason == "Code S (sale) is reported on Form 4 within two business days."


@_named(
    {
        "before the change": ("2023-02-26", FORM_5, True),
        "on the day of the change": ("2023-02-27", FORM_4, False),
        "on the last day on which sources differ": ("2023-03-31", FORM_4, False),
        "from the first day on which all agree": ("2023-04-01", FORM_4, True),
    }
)
def test_a_gift_made_is_in_doubt_for_five_weeks_of_2023(case: tuple[str, Basis, bool]) -> None:
    when, expected, is_sure = case
    found = decided(row("G", "D", when))[0]
    assert (found.basis, found.is_sure) == (expected, is_sure)


def test_the_two_legs_of_one_gift_may_be_a_change_of_form() -> None:
    legs = (row("G", "D"), row("G", "A", directOrIndirectOwnership="I", natureOfOwnership="By Trust"))
    given, received = decided(*legs)
    assert (given.basis, given.possible) == (UNKNOWN, (FORM_4, NOT_REPORTABLE))
    assert (received.basis, received.possible) == (FORM_5, (FORM_5, NOT_REPORTABLE))
    other = row("G", "A", transactionShares=1)
    assert [each.basis for each in decided(row("G", "D"), other)] == [FORM_4, FORM_5]


@_named(
    {
        "a plan purchase": (row("A", "A", note="Acquired under the Employee Stock Purchase Plan."), "Rule 16b-3(c)"),
        "dividend reinvestment": (row("P", "A", note="Acquired by dividend reinvestment."), "Rule 16b-3(c)"),
        "a named plan rule": (row("J", "A", note="A plan that meets Rule 16a-11."), "Rule 16a-11"),
        "a domestic relations order": (row("J", "D", note="Exempt under Rule 16a-12."), "Rule 16a-12"),
        "a transfer to one's own trust": (row("G", "D", note="Exempt under Rule 16a-13."), "Rule 16a-13"),
        "a stock dividend by its rule": (row("A", "A", note="Exempt under Rule 16a-9(a)."), "Rule 16a-9"),
        "a spin-off": (row("J", "A", note="Received in the spin-off of Example Sub Inc."), "Rule 16a-9"),
        "an underwriter": (row("S", "D", note="Exempt under Rule 16a-7.", **PAID), "Rule 16a-7"),
    }
)
def test_words_beside_the_row_take_it_out_of_section_16_a(case: tuple[dict[str, Any], str]) -> None:
    given, cited = case
    found = decided(given)[0]
    assert (found.basis, found.ground, found.certainty) == (NOT_REPORTABLE, Ground.EXEMPT, "medium")
    assert str(found.source) == cited
    assert found.mark is Mark.OPTIONAL


@_named(
    {
        "a sale is not a plan purchase": row("S", "D", note="Acquired under the Employee Stock Purchase Plan.", **PAID),
        "a note on the balance": row("A", "A")
        | {
            "sharesOwnedFollowingTransaction": {"value": 9, "footnotes": ["Acquired by dividend reinvestment."]},
            "natureOfOwnership": {"footnotes": ["Acquired by dividend reinvestment."]},
        },
        "what the balance includes": row("A", "A", note="Includes 200 shares acquired by dividend reinvestment."),
        "words that deny the exemption": row(
            "J", "D", note="Exempt under Rule 16a-12. Not exempt under Rule 16b-3.", **PAID
        ),
    }
)
def test_other_words_do_not(case: dict[str, Any]) -> None:
    assert basis(case) is FORM_4


def test_the_remarks_speak_of_a_row_only_where_there_is_no_other() -> None:
    grant, remarks = row("A", "A"), "Acquired under the Employee Stock Purchase Plan."
    assert basis(grant, remarks=remarks) is NOT_REPORTABLE
    assert basis(grant, row("S", "D", **PAID), remarks=remarks) is FORM_4


@_named(
    {
        "dividend reinvestment": ("P", "16a-11", NOT_REPORTABLE),
        "an underwriter": ("S", "16a-7", NOT_REPORTABLE),
        "what a purchase cannot be": ("P", "16a-13", FORM_4),
        "a reclassification": ("J", "16b-7", FORM_5),
        "an inheritance under J": ("J", "16b-5", FORM_5),
        "a gift made cannot wait": ("G", "16b-5", FORM_4),
        "a sale cannot be a gift": ("S", "16b-5", FORM_4),
        "a small acquisition is for its own sums": ("P", "16a-6", FORM_4),
        "an award": ("A", "16b-3(d)", FORM_4),
    }
)
def test_the_key_exemption_decides_where_the_rule_fits_the_code(case: tuple[str, str, Basis]) -> None:
    code, rule, expected = case
    given = row(code, "D" if code in "SG" else "A", exemption=rule, **PAID)
    assert decided(given)[0].basis is expected


def test_a_gift_made_before_2023_may_rely_on_rule_16b_5() -> None:
    assert basis(row("G", "D", "2023-02-26", exemption="16b-5")) is FORM_5
    assert basis(row("G", "A", exemption="16b-5")) is FORM_5


@_named(
    {
        "expired, at no price": (option("H", "D"), NOT_REPORTABLE),
        "expired, and the words say so": (
            option("H", "D", note="The option expired unexercised.", transactionPricePerShare={}),
            NOT_REPORTABLE,
        ),
        "expired, and nothing is said": (option("H", "D", transactionPricePerShare={}), UNKNOWN),
        "canceled for value": (option("H", "D", **PAID), FORM_4),
        "canceled for cash, by the words": (
            option("H", "D", note="The option was canceled in exchange for cash."),
            FORM_4,
        ),
        "forfeited": (option("D", "D", note="The units were forfeited."), NOT_REPORTABLE),
        "given up, and nothing is said": (option("D", "D"), UNKNOWN),
        "sold to the issuer": (option("D", "D", **PAID), FORM_4),
        "a unit settled before the two days": (option("D", "D", "2002-08-28"), FORM_5),
        "received, not ended": (option("J", "A"), UNKNOWN),
    }
)
def test_a_long_derivative_that_ends_is_reported_only_for_value(case: tuple[dict[str, Any], Basis]) -> None:
    given, expected = case
    assert basis(given) is expected


def test_an_expired_short_position_is_clear_only_where_its_writing_is_known() -> None:
    expired = option("E", "A", "2026-09-10")
    assert basis(expired) is UNKNOWN
    for when, expected in (("2026-03-11", UNKNOWN), ("2026-03-12", FORM_4), ("2026-03-13", FORM_4)):
        assert basis(expired, prior=(form(option("S", "D", when)),)) is expected, when
    for other in (
        option("S", "D", "2026-06-01", securityTitle="Put"),
        option("S", "D", "2026-06-01", conversionOrExercisePrice=21),
        option("S", "D", "2026-06-01", expirationDate="2027-01-15"),
        option("S", "D", transactionDate={}),
        option("P", "A", "2026-06-01"),
        row("S", "D", "2026-06-01"),
    ):
        assert basis(expired, prior=(form(other),)) is UNKNOWN
    assert basis(row("E", "A"), prior=(form(option("S", "D", "2026-06-01")),)) is UNKNOWN


@_named(
    {
        "nothing is said": ("", UNKNOWN),
        "not exempt": ("This transaction is not exempt under Rule 16b-3.", FORM_4),
        "a debt is paid": ("Delivered in repayment of the note.", FORM_4),
        "Rule 16b-3(d)": ("Exempt under Rule 16b-3(d).", FORM_4),
        "Rule 16b-3(e)": ("Exempt under Rule 16b-3(e).", FORM_4),
        "Rule 16b-7": ("Exempt under Rule 16b-7.", FORM_5),
        "Rule 16b-5": ("Exempt under Rule 16b-5.", FORM_5),
        "an inheritance": ("Received by inheritance.", FORM_5),
        "a reclassification alone": ("Received in the reclassification of the Class B stock.", UNKNOWN),
        "a fund's distribution": (
            "Pro rata distribution in kind by the fund to its partners for no consideration.",
            UNKNOWN,
        ),
    }
)
def test_code_j_is_what_its_words_say(case: tuple[str, Basis]) -> None:
    note, expected = case
    assert basis(row("J", "A", note=note)) is expected


def test_code_j_with_a_price_is_for_form_4_and_a_gift_made_under_it_cannot_wait() -> None:
    assert basis(row("J", "A", **PAID)) is FORM_4
    assert basis(row("J", "D", note="Exempt under Rule 16b-5.")) is UNKNOWN
    assert basis(row("J", "D", "2023-02-26", note="Exempt under Rule 16b-5.")) is FORM_5


def test_an_award_on_performance_may_not_be_reportable_yet() -> None:
    note = "The units vest upon the achievement of performance goals."
    early, ordinary = decided(
        row("A", "A", note=note, transactionFormType="5"), row("A", "A", note=note, transactionShares=3)
    )
    assert (early.basis, early.mark, early.possible) == (NOT_YET, Mark.OPTIONAL, (NOT_YET,))
    assert (ordinary.basis, ordinary.possible, ordinary.mark) == (FORM_4, (FORM_4, NOT_YET), Mark.NOT_JUDGED)


def test_dividend_equivalents_may_be_exempt() -> None:
    found = decided(row("A", "A", note="Dividend equivalents on restricted stock units."))[0]
    assert (found.basis, found.possible) == (UNKNOWN, (FORM_4, NOT_REPORTABLE))


def test_a_voting_trust_is_in_doubt_beside_a_trade_within_six_months() -> None:
    trust = row("Z", "D", "2026-09-10")
    for when, expected in (("2026-03-11", FORM_5), ("2026-03-12", UNKNOWN), ("2026-03-13", UNKNOWN)):
        assert basis(trust, prior=(form(row("P", "A", when, **PAID)),)) is expected, when
    assert basis(trust, row("S", "D", **PAID)) is UNKNOWN
    assert basis(trust, prior=(form(row("P", "A", transactionDate={})),)) is FORM_5


@_named(
    {
        "a purchase of 900 dollars": (row("P", "A", transactionShares=90, transactionPricePerShare=10), UNKNOWN),
        "of 10,000 dollars": (row("P", "A", transactionShares=1000, transactionPricePerShare=10), UNKNOWN),
        "of a cent more": (row("P", "A", transactionShares=1, transactionPricePerShare=10000.01), FORM_4),
        "without a price": (row("P", "A", transactionShares=90, transactionPricePerShare={}), FORM_4),
        "of an equity swap": (row("P", "A", equitySwapInvolved=True, **SMALL), FORM_4),
        "from the issuer": (row("P", "A", note="Acquired from the Issuer.", **SMALL), FORM_4),
        "of a short sale that is closed": (row("P", "D", **SMALL), FORM_4),
        "under code L": (row("L", "A", **SMALL), FORM_5),
        "under code L, without a price": (row("L", "A", transactionPricePerShare={}), FORM_5),
        "under code L, too large": (row("L", "A", **PAID), FORM_4),
        "under code L, from the issuer": (row("L", "A", note="Acquired from the Issuer.", **SMALL), FORM_4),
        "under code L, disposed of": (row("L", "D", **SMALL), UNKNOWN),
        "under code L, of an option": (option("L", "A", **SMALL), FORM_5),
    }
)
def test_a_small_purchase_may_wait(case: tuple[dict[str, Any], Basis]) -> None:
    given, expected = case
    assert basis(given) is expected


@_named(
    {
        "a sale before it": (row("S", "D", "2026-09-09", **PAID), FORM_5),
        "a sale of its day": (row("S", "D", "2026-09-10", **PAID), TRIGGERED),
        "a sale after it": (row("S", "D", "2026-09-11", **PAID), TRIGGERED),
        "a sale at the end of six months": (row("S", "D", "2027-03-09", **PAID), TRIGGERED),
        "a sale after six months": (row("S", "D", "2027-03-10", **PAID), FORM_5),
        "a sale without a date": (row("S", "D", transactionDate={}), FORM_5),
        "a tender": (row("U", "D", "2026-10-01", **PAID), TRIGGERED),
        "shares delivered on a put": (row("O", "D", "2026-10-01", **PAID), TRIGGERED),
        "the put itself": (option("O", "D", "2026-10-01"), FORM_5),
        "a derivative ended for value": (option("H", "D", "2026-10-01", **PAID), TRIGGERED),
        "a derivative ended without": (option("H", "D", "2026-10-01"), FORM_5),
        "another disposition for value": (row("J", "D", "2026-10-01", **PAID), TRIGGERED),
        "one that is not exempt": (
            row("J", "D", "2026-10-01", note="A non-exempt transfer. This is a non-exempt transaction."),
            TRIGGERED,
        ),
        "a gift": (row("G", "D", "2026-10-01"), FORM_5),
        "withholding": (row("F", "D", "2026-10-01", **PAID), FORM_5),
        "a grant": (row("A", "A", "2026-10-01"), FORM_5),
        "a purchase that stays within the limit": (row("P", "A", "2026-10-01", **SMALL), FORM_5),
        "a purchase that goes beyond it": (row("P", "A", "2026-10-01", **PAID), TRIGGERED),
        "a purchase of another class": (row("P", "A", "2026-10-01", securityTitle="Preferred", **PAID), FORM_5),
    }
)
def test_a_deferral_ends_only_by_what_comes_after(case: tuple[dict[str, Any], Basis]) -> None:
    other, expected = case
    assert basis(row("L", "A", **SMALL), other) is expected
    assert basis(row("L", "A", **SMALL), prior=(form(other),)) is expected


def test_what_ended_a_deferral_is_named_and_of_its_own_day_it_is_in_doubt() -> None:
    after, same = (
        decided(row("L", "A", **SMALL), row("S", "D", when, **PAID))[0] for when in ("2026-10-01", "2026-09-10")
    )
    assert after.reason.startswith("The disposition of Oct 1, 2026 ended the deferral of Rule 16a-6")
    assert (after.is_sure, same.is_sure) == (True, False)
    more = decided(row("L", "A", **SMALL), row("L", "A", "2026-10-01", **PAID))[0]
    assert more.reason.startswith("The purchase of Oct 1, 2026 ended")
    small = decided(row("P", "A", **SMALL), row("S", "D", "2026-10-01", **PAID))[0]
    assert small.possible == (FORM_4, TRIGGERED)


def test_the_key_deferral_ended_on_says_what_no_form_does() -> None:
    for when, expected in (("2026-09-09", FORM_5), ("2026-09-10", TRIGGERED), ("2026-09-11", TRIGGERED)):
        assert basis(row("L", "A", deferralEndedOn=when, **SMALL)) is expected


@_named(
    {
        "wrong on a sale": (row("S", "D", **PAID), Mark.WRONG),
        "right on an inheritance": (row("W", "A"), Mark.RIGHT),
        "optional on what need not be reported": (row("P", "A", exemption="16a-11"), Mark.OPTIONAL),
        "not judged where the form does not tell": (row("J", "A"), Mark.NOT_JUDGED),
        "not judged where another basis is possible": (row("G", "D", "2023-03-15"), Mark.NOT_JUDGED),
    }
)
def test_the_v_mark_follows_the_basis(case: tuple[dict[str, Any], Mark]) -> None:
    given, expected = case
    assert decided(given)[0].mark is expected


def test_every_basis_has_words_and_every_reason_is_a_sentence() -> None:
    assert all(each.words for each in Basis)
    for given in (row("S", "D"), row("W", "A"), row("J", "A"), row("G", "D"), row("L", "A", **SMALL)):
        reason = decided(given)[0].reason
        assert reason.endswith(".")
        assert reason[0].isupper()

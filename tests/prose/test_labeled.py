"""The reading agrees with a careful reader of real footnotes, over the claims that rules and accounts ask."""

from __future__ import annotations

from prose.labeled import PRECISION, RECALL, SILENCER, asked, scores, total

from form4gen.prose.claims import claims

ASKED = ("says", "excuses", "quoted")


def test_every_claim_that_is_asked_exists() -> None:
    assert sorted(asked(*ASKED) - set(claims())) == []


def test_the_claims_that_are_asked_are_found_rightly_and_seldom_missed() -> None:
    found = total({name: score for name, score in scores().items() if name in asked(*ASKED)})
    assert found.precision >= PRECISION
    assert found.recall >= RECALL


def test_a_claim_that_keeps_a_rule_silent_is_hardly_ever_found_wrongly() -> None:
    wrong = {name: score for name, score in scores().items() if name in asked("excuses")}
    assert {name: score for name, score in wrong.items() if score.precision < SILENCER} == {}

"""SG: whether the power of attorney that is attached is the instrument that was signed, and how its agents act."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.law.authorities import FORM_4, RULE_16A
from form4gen.model.exhibits import WORDING, WORDING_VERSION, PowerOfAttorney
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, MEDIUM, WARNING, Breach, rule


@rule(
    "SG110",
    name="attached power not in the words that were signed",
    on=PowerOfAttorney,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 7(a)"),),
    certainty=MEDIUM,
)
def attached_power_not_in_the_words_that_were_signed(power: PowerOfAttorney) -> Iterator[Breach]:
    """An attached power of attorney that was signed must be filed in the words that were signed.

    Instruction 7(a) has the authority confirmed in writing by the reporting person. A restatement in other words is
    not that writing. The record must have the ``text`` of the instrument, or state that form4gen's own wording, in the
    present version, was signed. Without either, the page and the exhibit have blank lines for signature and date. EDGAR
    does not check this.

    Remedy: Enter the whole text of the signed instrument (``text``). If the drawn wording is what was signed, say so
    with the version that was signed (``wording`` "form4gen", ``wordingVersion``).
    """
    if not (power.is_attached and power.signed_name) or power.text or power.is_drawn_as_signed:
        return
    if power.wording == WORDING:
        signed = power.wording_version or "no version"
        yield Breach(
            power.at / "wordingVersion",
            f"The record says that form4gen's wording ({signed}) was signed, but this version draws the wording of "
            f"{WORDING_VERSION}.",
            found=power.wording_version,
            expected=WORDING_VERSION,
        )
        return
    yield Breach(
        power.at / "text",
        f"The power of attorney was signed by {power.signed_name}, but the record does not have the words that were "
        "signed.",
    )


@rule(
    "SG111",
    name="manner of acting of several attorneys not stated",
    on=PowerOfAttorney,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 7(a)"),),
    certainty=MEDIUM,
)
def manner_of_acting_of_several_attorneys_not_stated(power: PowerOfAttorney) -> Iterator[Breach]:
    """A power of attorney to several persons should state whether each may act alone.

    State laws differ on what silence means: some presume joint authority, and then one signature is not enough. Nearly
    all filed powers let each attorney sign alone. Not checked where the record has the text of the instrument. EDGAR
    does not check this.

    Remedy: State before the power is signed whether the attorneys act alone or together (``acting``).
    """
    is_several = len(power.attorneys) > 1 or bool(power.attorneys_designated_by)
    if power.is_attached and is_several and power.acting is None and not power.text:
        yield Breach(
            power.at / "acting",
            "The power of attorney appoints several attorneys-in-fact but does not state whether each may act alone.",
            expected="alone or together",
        )


@rule(
    "SG112",
    name="power of attorney may end before the last report",
    on=PowerOfAttorney,
    severity=ADVISORY,
    edgar=ACCEPTS,
    sources=(RULE_16A.at("16a-2(b)"), FORM_4.at("Instruction 1(b)")),
)
def power_of_attorney_may_end_before_the_last_report(power: PowerOfAttorney) -> Iterator[Breach]:
    """A power that lasts while an office is held ends before the last reports may be due.

    A transaction within six months after an opposite one in office is still reportable after the person has left (Rule
    16a-2(b)). Only powers that are attached to this form, and whose text is not given, are checked. EDGAR does not
    check this.

    Remedy: Let the power last until no report is required after the person leaves (``duration.tail``), or until it is
    no longer required (``until_no_longer_required``).
    """
    duration = power.duration
    if power.is_attached and not power.text and duration.kind == "while_in_office" and not duration.tail:
        yield Breach(
            duration.at / "kind",
            "The power of attorney ends when the reporting person leaves office, but a report may still be required "
            "for a transaction in the six months after an opposite transaction in office.",
        )

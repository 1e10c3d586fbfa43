"""The terms of a power of attorney: the authority, the limits, the duration, and the closing terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from form4gen.model.exhibits import PowerOfAttorney
from form4gen.render.poa_parties import Agents
from form4gen.render.poa_scope import company, covers_reports, duties
from form4gen.render.poa_words import Terms, listed, long_day, with_article


def terms_of(
    power: PowerOfAttorney, agents: Agents, terms: Terms, others: Mapping[str, PowerOfAttorney]
) -> Iterator[str]:
    """The paragraphs after the powers, in order."""
    if power.scope.other_actions:
        yield (
            f"Each document that {agents.attorney} {agents.verb('executes', 'execute')} on behalf of the undersigned "
            "hereunder shall be in such form, and shall contain such terms and information, as "
            f"{agents.attorney} may approve in {agents.possessive} discretion."
        )
    yield " ".join(_authority(power, agents))
    yield " ".join(_limits(power, agents, terms))
    if power.indemnity:
        yield _indemnity(power, agents)
    if duration := " ".join(_duration(power, agents)):
        yield duration
    if closing := " ".join(_closing(power, terms, others)):
        yield closing


def _authority(power: PowerOfAttorney, agents: Agents) -> Iterator[str]:
    person = "if personally present" if power.principal.is_individual else "if acting directly"
    substitution = ", with full power of substitution and revocation" if power.substitution else ""
    substitute = f", or any substitute of {agents.attorney}," if power.substitution else ""
    yield (
        f"The undersigned hereby grants to {agents.each} full power and authority to do and perform every act and "
        "thing requisite, necessary or proper to be done in the exercise of the powers herein granted, as fully to "
        f"all intents and purposes as the undersigned might or could do {person}{substitution}, hereby ratifying and "
        f"confirming all that {agents.attorney}{substitute} shall lawfully do or cause to be done by virtue of this "
        "Power of Attorney."
    )
    if power.ratifies_prior_acts:
        yield (
            f"The undersigned likewise ratifies each act that {agents.attorney} did before the date hereof and that "
            "this Power of Attorney would have authorized."
        )


def _limits(power: PowerOfAttorney, agents: Agents, terms: Terms) -> Iterator[str]:
    is_are = agents.verb("is", "are")
    issuer = f" nor is {company(power)} assuming," if covers_reports(power) else ""
    duty = f"any of the undersigned's responsibilities to comply with {duties(power, terms)}"
    profit = ""
    if power.section16b_disclaimer:
        profit = (
            ", any liability of the undersigned for a failure to comply, or any liability for profit under Section "
            f"16(b) of {terms.exchange_act()}"
        )
    yield (
        f"The undersigned acknowledges that {agents.each}, in acting in that capacity at the request of the "
        f"undersigned, {is_are} not assuming{',' if issuer else ''}{issuer} {duty}{profit}."
    )
    if power.reliance:
        subject = f"{agents.each[:1].upper()}{agents.each[1:]}"
        yield (
            f"{subject} may rely, without independent verification, on information furnished orally or in writing by "
            f"or on behalf of the undersigned, and {agents.verb('has', 'have')} no duty to act hereunder."
        )


def _indemnity(power: PowerOfAttorney, agents: Agents) -> str:
    whom = agents.each
    if power.indemnifies_company and covers_reports(power):
        whom = f"{whom} and {company(power)}"
    cause = (
        "any untrue statement or omission in information that the undersigned furnished for the purposes of a Report"
        if power.indemnity == "information"
        else f"any act or omission of {agents.attorney} in good faith under this Power of Attorney"
    )
    return (
        f"The undersigned shall indemnify and hold harmless {whom} against any loss, claim, damage, liability or "
        f"expense, including reasonable legal fees, that arises out of or is based upon {cause}."
    )


def _duration(power: PowerOfAttorney, agents: Agents) -> Iterator[str]:
    start = "This Power of Attorney"
    lasting = _lasting(power, agents)
    if power.effective_from:
        start += f" shall take effect on {long_day(power.effective_from)}"
        yield f"{start}." if not lasting else f"{start} and shall remain in full force and effect {lasting}."
    elif lasting:
        yield f"{start} shall remain in full force and effect {lasting}."
    if power.ends_on_departure:
        yield _departure(power, agents)
    if power.durable and power.principal.is_individual:
        yield "It shall not be affected by the subsequent incapacity of the undersigned."


def _lasting(power: PowerOfAttorney, agents: Agents) -> str:
    """How long it lasts; empty where the record does not say, or names reports that the power does not cover."""
    duration, has_reports = power.duration, covers_reports(power)
    revoked = f"revoked by the undersigned in a signed writing delivered to {_notice(power, agents)}"
    if duration.ends_when_replaced:
        revoked += " or superseded by a later power of attorney for the same purpose"
    required = (
        "required to file any Report with respect to the undersigned's holdings of and transactions in securities of "
        f"{company(power)}"
    )
    match duration.kind:
        case "until_no_longer_required" if has_reports:
            return f"until the undersigned is no longer {required}, unless earlier {revoked}"
        case "until_revoked":
            return f"until {revoked}"
        case "until_date" | None if duration.date:
            return f"through and including {long_day(duration.date)}, unless earlier {revoked}"
        case "while_in_office" if has_reports and power.scope.issuer is not None:
            office = with_article(power.principal.title or power.scope.capacity or "officer or director")
            if power.principal.title:
                office = power.principal.title
            tail = f" and thereafter until the undersigned is no longer {required}" if duration.tail else ""
            return (
                f"for as long as the undersigned serves as {office} of {company(power)}{tail}, unless earlier {revoked}"
            )
    return ""


def _notice(power: PowerOfAttorney, agents: Agents) -> str:
    wanted = power.revocation_notice_to or ("attorneys",)
    to_company = "company" in wanted and covers_reports(power) and power.scope.issuer is not None
    if "attorneys" in wanted or not to_company:
        return f"{agents.to_all} and to the Company" if to_company else agents.to_all
    return "the Company"


def _departure(power: PowerOfAttorney, agents: Agents) -> str:
    if agents.noun == "attorney-in-fact" and not agents.each.startswith("each"):
        return (
            "It shall terminate when the Attorney-in-Fact ceases to be an officer, partner, counsel or employee of the "
            "employer or firm named above."
        )
    ending = (
        "after which the remaining Attorneys-in-Fact may act"
        if power.acting == "together"
        else "without effect on the authority of any other"
    )
    return (
        "As to each Attorney-in-Fact for whom an employer or firm is named above, it shall terminate when that person "
        f"ceases to be an officer, partner, counsel or employee thereof, {ending}."
    )


def _closing(power: PowerOfAttorney, terms: Terms, others: Mapping[str, PowerOfAttorney]) -> Iterator[str]:
    subject = "This Power of Attorney"
    if power.supersedes:
        yield f"{subject} supersedes and revokes {listed([_replaced(words, others) for words in power.supersedes])}."
        subject = "It"
    if power.leaves_others:
        yield f"{subject} revokes no other power of attorney granted by the undersigned."
    if power.confirming_statement:
        yield (
            f"This Power of Attorney may be filed with {terms.commission()} as a confirming statement of the authority "
            "granted herein."
        )
    if power.governing_law:
        yield (
            "This Power of Attorney shall be governed by, and construed in accordance with, the laws of "
            f"{power.governing_law}."
        )
    parts = "in counterparts, which together are one instrument"
    if power.electronic_signature:
        several = f", and {parts}" if power.counterparts else ""
        same = f"with the same effect as by hand{several}"
        yield f"The undersigned may sign this Power of Attorney electronically, {same}."
    elif power.counterparts:
        yield f"This Power of Attorney may be signed {parts}."


def _replaced(words: str, others: Mapping[str, PowerOfAttorney]) -> str:
    earlier = others.get(words)
    if earlier is None or earlier.signed_on is None:
        return words
    return f"the power of attorney that the undersigned signed on {long_day(earlier.signed_on)}"

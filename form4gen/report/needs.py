"""The data that rules need besides the form, and how to supply them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from form4gen.rules.catalogue import catalogue
from form4gen.rules.engine import NEEDS

# By the name that a rule uses for it: how a sentence names it, if otherwise, and what to give.
_SUPPLY: dict[str, tuple[str, str]] = {
    "context.blackouts": ("", "each blackout period of the reporting person, with firstDay and lastDay"),
    "context.filedAt": ("the filing time", "give --filed-at, or context.filedAt"),
    "context.issuerClassRegisteredOn": ("", "the date the issuer's first Section 12 registration took effect"),
    "context.issuerFiscalYearEnd": ("", "month and day, such as 12-31"),
    "context.issuerIsForeignPrivate": ("", "true or false"),
    "context.issuerJurisdiction": ("", "where the issuer is incorporated"),
    "context.marketPrices": ("", "date, low and high for each trade date"),
    "context.ownerStatus": ("", "subjectSince and, after leaving, subjectUntil, for each reporting person"),
    "context.plans": ("", "planAdoptionDate and planEndDate of each Rule 10b5-1 plan"),
    "context.tradeConfirmations": (
        "",
        "date, code, number and price of each fill, from the broker's confirmations",
    ),
    "powersOfAttorney": ("", "the power the agent signs under, attached or on file"),
    "prior filings": ("", "give each with --prior FILE (JSON, ownership XML or a full submission)"),
    "the original filing": ("", "give it with --prior FILE"),
}


def lacking(not_run: Mapping[str, str]) -> dict[str, list[str]]:
    """The rules that were not checked because data is missing, by a sentence on what they need and how to supply it."""
    rules: dict[str, list[str]] = {}
    for rule, reason in sorted(not_run.items()):
        if reason.startswith(NEEDS):
            rules.setdefault(_sentence(reason.removeprefix(NEEDS).split(", ")), []).append(rule)
    return dict(sorted(rules.items()))


def lines(not_run: Mapping[str, str]) -> Iterator[str]:
    """``AD104 (trade during a blackout period) - needs context.blackouts: ...`` for each piece of missing data."""
    for sentence, rules in lacking(not_run).items():
        yield f"{', '.join(map(_named, rules))} - {sentence}"


def _named(rule: str) -> str:
    known = catalogue().get(rule)
    return f"{rule} ({known.name})" if known else rule


def _sentence(names: list[str]) -> str:
    known = [_SUPPLY.get(name, ("", "")) for name in names]
    needed = " and ".join(words or name for name, (words, _) in zip(names, known, strict=True))
    supply = ", and ".join(how for _, how in known if how)
    return f"{NEEDS}{needed}{f': {supply}' if supply else ''}."

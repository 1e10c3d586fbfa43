"""The data that rules need besides the form, and how to supply them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from form4gen.records import NamedTuple
from form4gen.report.phrases import capitalized
from form4gen.rules.catalogue import catalogue
from form4gen.rules.engine import NEEDS


class _Need(NamedTuple):
    """How a piece of data is supplied, how a memorandum names it, and how a sentence does, if not by its key."""

    how: str
    on_paper: str
    words: str = ""


_SUPPLY: dict[str, _Need] = {
    "context.blackouts": _Need(
        "each blackout period of the reporting person, with firstDay and lastDay", "the issuer's blackout periods"
    ),
    "context.filedAt": _Need("give --filed-at, or context.filedAt", "the planned filing time", "the filing time"),
    "context.issuerClassRegisteredOn": _Need(
        "the date the issuer's first Section 12 registration took effect",
        "the date on which the issuer's first registration took effect",
    ),
    "context.issuerFiscalYearEnd": _Need("month and day, such as 12-31", "the end of the issuer's fiscal year"),
    "context.issuerIsForeignPrivate": _Need("true or false", "whether the issuer is a foreign private issuer"),
    "context.issuerJurisdiction": _Need("where the issuer is incorporated", "the issuer's jurisdiction"),
    "context.marketPrices": _Need("date, low and high for each trade date", "market prices on the trade dates"),
    "context.ownerStatus": _Need(
        "subjectSince and, after leaving, subjectUntil, for each reporting person",
        "the dates on which the person came under Section 16 and left it",
    ),
    "context.plans": _Need(
        "planAdoptionDate and planEndDate of each Rule 10b5-1 plan", "the dates of each Rule 10b5-1 plan"
    ),
    "context.tradeConfirmations": _Need(
        "date, code, number and price of each fill, from the broker's confirmations",
        "the broker's trade confirmations",
    ),
    "powersOfAttorney": _Need(
        "the power the agent signs under, attached or on file", "the power of attorney under which the agent signs"
    ),
    "prior filings": _Need(
        "give each with --prior FILE (JSON, ownership XML or a full submission)",
        "the earlier filings of the reporting person",
    ),
    "the original filing": _Need("give it with --prior FILE", "the original filing"),
}


def lacking(not_run: Mapping[str, str]) -> dict[str, list[str]]:
    """The rules that were not checked because data is missing, by a sentence on what they need and how to supply it."""
    return dict(sorted(_rules_by(_sentence, not_run).items()))


def lines(not_run: Mapping[str, str]) -> Iterator[str]:
    """``AD104 (trade during a blackout period) - needs context.blackouts: ...`` for each piece of missing data."""
    for sentence, rules in lacking(not_run).items():
        yield f"{', '.join(map(_named, rules))} - {sentence}"


def _named(rule: str) -> str:
    known = catalogue().get(rule)
    return f"{rule} ({known.name})" if known else rule


def in_words(not_run: Mapping[str, str]) -> Iterator[str]:
    """``The issuer's blackout periods (AD104)`` for each piece of missing data: what a memorandum lists."""
    for words, ids in _rules_by(_on_paper, not_run).items():
        yield f"{capitalized(words)} ({', '.join(ids)})"


def _rules_by(words: Callable[[list[str]], str], not_run: Mapping[str, str]) -> dict[str, list[str]]:
    """The rules that were not checked because data is missing, by the words for its names."""
    rules: dict[str, list[str]] = {}
    for rule, reason in sorted(not_run.items()):
        if reason.startswith(NEEDS):
            rules.setdefault(words(reason.removeprefix(NEEDS).split(", ")), []).append(rule)
    return rules


def _on_paper(names: list[str]) -> str:
    return ", and ".join(_SUPPLY[name].on_paper if name in _SUPPLY else name for name in names)


def _sentence(names: list[str]) -> str:
    known = [_SUPPLY.get(name) for name in names]
    needed = " and ".join(each.words if each and each.words else name for name, each in zip(names, known, strict=True))
    supply = ", and ".join(each.how for each in known if each)
    return f"{NEEDS}{needed}{f': {supply}' if supply else ''}."

"""What was checked: a sentence, counts by family, what would let more checks run, and the rules by number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from form4gen.records import NamedTuple
from form4gen.report import needs
from form4gen.report.phrases import count, figure
from form4gen.report.places import spans
from form4gen.report.record import Report
from form4gen.report.typography import kept, ours
from form4gen.rules.applying import EXCLUDED, NO_FILING, NOT_SELECTED
from form4gen.rules.engine import NEEDS
from form4gen.rules.families import FAMILIES

_NONE = "\u2013"


class Family(NamedTuple):
    """A family of rules: how many were applied, how many were not, and how many findings they made."""

    name: str
    applied: str
    others: str
    findings: str


class Checked(NamedTuple):
    """The sentences, the families in two halves with the sums last, what is lacking, and the rules applied."""

    sentence: str
    families: tuple[tuple[Family, ...], ...]
    lacking: tuple[str, ...]
    rules: str


def checked(report: Report) -> Checked:
    """What a check covered."""
    outcome = report.outcome
    if NO_FILING in outcome.not_run.values():
        return Checked(" ".join(_sentences(report)), (), (), "")
    others = [*outcome.not_applicable, *outcome.not_run, *outcome.could_not_run]
    found = Counter(each.rule[:2] for each in report.findings)
    for each in report.more:
        found[each.rule[:2]] += each.number
    of_rules, of_others = (Counter(rule[:2] for rule in some) for some in (outcome.applied, others))
    families = [
        Family(kept(f"{name} ({family})"), str(of_rules[family]), _some(of_others[family]), _some(found[family]))
        for family, name in FAMILIES.items()
        if of_rules[family] or of_others[family]
    ]
    families.append(Family("All families", str(len(outcome.applied)), _some(len(others)), _some(sum(found.values()))))
    half = (len(families) + 1) // 2
    return Checked(
        " ".join(_sentences(report)),
        (tuple(families[:half]), tuple(families[half:])),
        tuple(map(ours, needs.in_words(outcome.not_run))),
        by_number(outcome.applied),
    )


def by_number(rules: Iterable[str]) -> str:
    """The rules as ranges: ``DL101\u2013111, DL201; HD101``."""
    families: dict[str, list[int]] = {}
    for rule in sorted(rules):
        families.setdefault(rule[:2], []).append(int(rule[2:]))
    return "; ".join(", ".join(_ranges(family, found)) for family, found in families.items())


def _ranges(family: str, numbers: list[int]) -> Iterator[str]:
    for first, last in spans(numbers):
        yield f"{family}{first:03}" if first == last else f"{family}{first:03}\u2013{last:03}"


def _sentences(report: Report) -> Iterator[str]:
    outcome = report.outcome
    reasons = list(outcome.not_run.values())
    if NO_FILING in reasons:
        yield "No check was run, because the document is not yet a filing."
        return
    whole = len(outcome.applied) + len(outcome.not_applicable) + len(reasons) + len(outcome.could_not_run)
    lacking = sum(reason.startswith(NEEDS) for reason in reasons)
    parts = [f"{len(outcome.applied)} of {whole} checks were applied"]
    parts += [f"{figure(lacking, in_words=True)} lacked information"] if lacking else []
    silent = len(outcome.not_applicable)
    parts += [f"{figure(silent, in_words=True)} did not apply"] if silent else []
    for reason, words in ((EXCLUDED, "excluded by the settings"), (NOT_SELECTED, "not selected")):
        many = reasons.count(reason)
        parts += [f"{figure(many, in_words=True)} {'was' if many == 1 else 'were'} {words}"] if many else []
    yield f"{parts[0]}{'; ' if parts[1:] else ''}{', '.join(parts[1:])}."
    if outcome.could_not_run:
        yield f"{count(len(outcome.could_not_run), 'check', in_words=True).capitalize()} could not run."


def _some(many: int) -> str:
    return str(many) if many else _NONE

"""Walks a filing and applies the rules to its nodes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cached_property

from form4gen.accounts.due_dates import DueDate, each_due_date
from form4gen.accounts.history import earlier, original_of, owners
from form4gen.law.authorities import Source
from form4gen.location import Change, Place
from form4gen.model.cell_names import cell_name
from form4gen.model.changed import Value
from form4gen.model.fields import Node
from form4gen.model.filing import Filing, Override
from form4gen.model.rows import Transaction
from form4gen.model.shortened import shortened
from form4gen.model.wording import day
from form4gen.prose.signers import wants_a_power
from form4gen.records import NamedTuple
from form4gen.rules.catalogue import Breach, Edgar, Rule, Severity, catalogue, takes_circumstances, want
from form4gen.rules.listing import Kind, Listing, More, OfRule
from form4gen.rules.settings import Settings

NEEDS = "needs "
"""How the reason begins if a rule was not applied because data outside the filing is missing."""

_NOTHING = "nothing on this form for the rule to check"


class Finding(NamedTuple):
    """A breach with everything a report shows of it; ``line`` and ``column`` count from 1, if the text is known.

    ``edgar`` is None if the document is not yet a filing. ``fix`` is the replacement for the value or the key at the
    place, or the change of the text. ``element`` is the XPath of the XML element at the place, if the filing was read
    from XML. ``suggested`` is the value that corrects the place, if it is certain, also where a ``fix`` spells it.
    ``follows`` names the rule and the place of the finding from which this one only follows.
    """

    rule: str
    severity: Severity
    edgar: Edgar | None
    cell: str
    at: Place
    message: str
    found: str | None
    expected: str | None
    arithmetic: str | None
    sources: tuple[Source, ...]
    remedy: str
    overridden: Override | None = None
    line: int | None = None
    column: int | None = None
    fix: str | bool | Change | None = None
    element: str | None = None
    suggested: Value | None = None
    follows: tuple[str, Place] | None = None


class Circumstances:
    """The data for a check besides its node: the filing, the filing time, and which overrides accept a finding.

    ``filed_at`` is in US Eastern time; ``is_planned`` is True if the filing's context or the caller gave it, and not
    the clock. ``answering`` has the ids of the rules of this run, except those that could not run, ``accepting`` the
    overrides that accept a finding, and ``refused`` those that name one that EDGAR suspends. All are complete only for
    rules on an Override, which run last. ``prior`` are earlier filings of the same reporting persons and issuer, the
    oldest first.
    """

    def __init__(
        self,
        filing: Filing,
        filed_at: datetime,
        rules: Iterable[Rule] = (),
        *,
        is_planned: bool = False,
        prior: Iterable[Filing] = (),
    ) -> None:
        self.filing = filing
        self.filed_at = filed_at
        self.is_planned = is_planned or filing.context.filed_at is not None
        self.answering = {rule.id for rule in rules}
        self.accepting: set[Override] = set()
        self.refused: set[Override] = set()
        self.prior = tuple(map(shortened, earlier(prior, filing, filed_at.date())))

    @cached_property
    def original(self) -> Filing | None:
        """The form that this one amends, if it is among the prior filings."""
        return original_of(self.filing, self.prior)

    @cached_property
    def of_same_persons(self) -> tuple[Filing, ...]:
        """The prior filings of exactly the same reporting persons."""
        persons = owners(self.filing)
        return tuple(other for other in self.prior if owners(other) == persons)

    @cached_property
    def persons_of_prior(self) -> frozenset[str]:
        """The CIKs of all persons of the prior filings."""
        return frozenset().union(*map(owners, self.prior))

    @cached_property
    def dues(self) -> dict[Transaction, DueDate]:
        """When each transaction row is due, and on which basis."""
        return {due.rows[0]: due for due in each_due_date(self.filing, self.filed_at, self.prior)}

    @cached_property
    def filed_on(self) -> date:
        """The day of filing, US Eastern."""
        return self.filed_at.date()

    def lacks(self, need: str) -> bool:
        """Whether a named piece of data outside the filing is missing."""
        if need == "filed_at":
            return not self.is_planned
        if need == "prior":
            return not self.prior
        if need == "powers_of_attorney":
            return wants_a_power(self.filing)
        if need == "original":
            return self.filing.is_amendment and self.original is None
        return getattr(self.filing.context, need) in (None, ())


class Held(NamedTuple):
    """Findings that settings hold back, as the catalogue has them, and the number of others of their kinds."""

    findings: tuple[Finding, ...] = ()
    more: tuple[More, ...] = ()

    @property
    def errors(self) -> list[Finding]:
        """The errors among the findings that no override accepts."""
        return [each for each in self.findings if each.severity is Severity.ERROR and each.overridden is None]

    @property
    def error_count(self) -> int:
        """The number of such errors, listed or not."""
        others = (each.number for each in self.more if each.severity is Severity.ERROR and not each.is_accepted)
        return len(self.errors) + sum(others)


class Outcome(NamedTuple):
    """The result of a check; rules by id, with the reason for each that was not applied.

    A rule in ``not_applicable`` has nothing to check on this form or at this date. One in ``not_run`` was left out:
    data is missing, the settings exclude it, or the document is not a filing. ``dues`` has the due date of each
    transaction row, in the order of the form. ``findings`` has no more than ``LISTED`` of one kind; ``more`` has the
    number of the others. ``excluded`` and ``lowered`` are the findings that ``settings`` drop, and those whose severity
    they lower. ``prior`` are the earlier filings with which the form was compared.
    """

    findings: tuple[Finding, ...]
    applied: tuple[str, ...]
    not_applicable: dict[str, str]
    could_not_run: dict[str, str]
    dues: tuple[DueDate, ...] = ()
    more: tuple[More, ...] = ()
    not_run: Mapping[str, str] = {}
    prior: tuple[Filing, ...] = ()
    settings: Settings = Settings()
    excluded: Held = Held()
    lowered: Held = Held()

    def limited_to(self, findings: Iterable[Finding]) -> Outcome:
        """The outcome with only these of its findings, and the number of others of their kinds."""
        kept = tuple(findings)
        kinds = set(map(kind_of, kept))
        return self._replace(findings=kept, more=tuple(each for each in self.more if each.kind in kinds))


def kind_of(finding: Finding) -> Kind:
    """The kind of a finding."""
    return finding.rule, finding.severity, finding.edgar, finding.overridden is not None


def check(
    filing: Filing,
    filed_at: datetime,
    rules: Iterable[Rule] | None = None,
    *,
    is_planned: bool = False,
    prior: Iterable[Filing] = (),
) -> Outcome:
    """Apply ``rules`` (all of the catalogue when None) to a filing sent at ``filed_at`` (US Eastern).

    ``is_planned`` means that a caller chose that time: rules on the hour of filing do not judge the time of the clock.
    Of ``prior``, the earlier filings of the same reporting persons and issuer are used.

    A rule that raises is listed in ``could_not_run`` with the exception; the others are applied.
    """
    everything = tuple(catalogue().values() if rules is None else rules)
    filing = shortened(filing)
    circumstances = Circumstances(filing, filed_at, everything, is_planned=is_planned, prior=prior)
    nodes: dict[type[Node], list[Node]] = {}
    for node in filing.nodes():
        for kind in type(node).__mro__[:-3]:
            nodes.setdefault(kind, []).append(node)
    listing, findings = Listing(filing), list[Finding]()
    circumstances.accepting, circumstances.refused = listing.accepting, listing.refused
    applied: list[str] = []
    not_applicable: dict[str, str] = {}
    not_run: dict[str, str] = {}
    could_not_run: dict[str, str] = {}
    for rule in sorted(everything, key=_is_on_overrides):
        found: list[Finding] = []
        reason = _reason_not_to_run(rule, circumstances, nodes)
        if not reason:
            try:
                reason = _lacking(rule, circumstances) if rule.needs else ""
                if not reason or rule.in_part:
                    found = _apply(rule, circumstances, nodes, listing)
            except (MemoryError, SystemError, OSError, ImportError):  # a fault of the computer
                raise
            except Exception as error:  # noqa: BLE001  any other in a rule is a bug of ours, reported with its id
                could_not_run[rule.id] = f"{type(error).__name__}: {error}"
                circumstances.answering.discard(rule.id)
                continue
        if found or not reason:
            findings += found
            applied.append(rule.id)
        else:
            (not_run if reason.startswith(NEEDS) else not_applicable)[rule.id] = reason
    dues = tuple(circumstances.dues.values())
    reasons = not_applicable, could_not_run
    return Outcome(tuple(findings), tuple(applied), *reasons, dues, listing.more, not_run, circumstances.prior)


def _is_on_overrides(rule: Rule) -> bool:
    """Whether a rule judges what the others found, and so comes after them."""
    return Override in rule.on


def _reason_not_to_run(rule: Rule, circumstances: Circumstances, nodes: dict[type[Node], list[Node]]) -> str:
    if (rule.since or rule.until) and not rule.holds_on(circumstances.filed_on):
        return f"not in force on {day(circumstances.filed_on)}"
    return _NOTHING if nodes.keys().isdisjoint(rule.on) else ""


def _lacking(rule: Rule, circumstances: Circumstances) -> str:
    if rule.concerns is not None and not rule.concerns(circumstances.filing):
        return "" if rule.in_part else _NOTHING
    lacking = [want(need) for need in rule.needs if circumstances.lacks(need)]
    return f"{NEEDS}{', '.join(lacking)}" if lacking else ""


def _apply(
    rule: Rule, circumstances: Circumstances, nodes: dict[type[Node], list[Node]], listing: Listing
) -> list[Finding]:
    check, takes = rule.check, takes_circumstances(rule.check)
    listed: OfRule | None = None  # as of nearly all rules
    for kind in rule.on:
        for node in nodes.get(kind, ()):
            for breach in check(node, circumstances) if takes else check(node):
                listed = listed or listing.of(rule)
                listed.add(breach)
    if listed is None:
        return []
    listing.enter(listed)
    return [_finding(rule, breach, accepted) for breach, accepted in listed.kept]


def _finding(rule: Rule, breach: Breach, accepted: Override | None) -> Finding:
    return Finding(
        rule.id,
        breach.severity or rule.severity,
        breach.edgar or rule.edgar,
        cell_name(breach.at),
        breach.at,
        breach.message,
        breach.found,
        breach.expected,
        breach.arithmetic,
        rule.sources,
        breach.remedy or rule.remedy,
        accepted,
        fix=breach.fix,
        suggested=breach.fix if breach.suggested is None else breach.suggested,
    )

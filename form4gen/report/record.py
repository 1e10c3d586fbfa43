"""The contents of a report; every format of it is made from this one record."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

from form4gen.accounts.due_dates import DueDate
from form4gen.accounts.ledger import Account
from form4gen.accounts.workings import Working
from form4gen.records import NamedTuple
from form4gen.report.filing_time import TimeBasis, filing_time_words
from form4gen.rules.catalogue import Edgar, Severity
from form4gen.rules.engine import Finding, Outcome
from form4gen.rules.listing import More
from form4gen.rules.settings import Settings

_REACTIONS: dict[Edgar | None, str] = {
    Edgar.SUSPENDS: "EDGAR suspends the filing",
    Edgar.WARNS: "EDGAR accepts the filing with a warning",
    Edgar.ACCEPTS: "EDGAR does not check this",
    Edgar.UNKNOWN: "EDGAR's response is not published",
    None: "not yet a filing",
}


class Spot(NamedTuple):
    """Where a finding points in ``text``: offsets of the value, and of the begin and the end of its line."""

    text: str
    at: int
    begin: int
    end: int


class Report(NamedTuple):
    """The outcome of a check, with the name of the file and the filing time that it was checked for.

    ``time_basis`` is where that time comes from, and ``is_on_record`` whether the filing has an accession number.
    ``deadlines``, ``balances`` and ``workings`` (the sums between rows) show every row, whether or not anything is
    wrong; they are empty if there is no filing. ``source`` is the text of the document, to show a line of it.
    ``has_ccc`` says that the document contained a CCC; it is masked in all that the report shows.
    """

    file: str
    filed_at: datetime
    outcome: Outcome
    deadlines: tuple[DueDate, ...] = ()
    balances: tuple[Account, ...] = ()
    workings: tuple[Working, ...] = ()
    source: str = ""
    time_basis: TimeBasis = TimeBasis.OPTION
    is_on_record: bool = False
    has_ccc: bool = False

    @property
    def settings(self) -> Settings:
        """The settings of the run."""
        return self.outcome.settings

    @property
    def time_words(self) -> tuple[str, str]:
        """``filed`` or ``checked as of``, and the filing time in words."""
        return filing_time_words(self.filed_at, self.time_basis, is_on_record=self.is_on_record)

    @property
    def findings(self) -> list[Finding]:
        """Every finding, open or accepted, in the order of the document."""
        return sorted(self.outcome.findings, key=lambda each: (each.line or 0, each.column or 0, each.rule))

    @property
    def open(self) -> list[Finding]:
        """The findings that no override accepts."""
        return [finding for finding in self.findings if finding.overridden is None]

    @property
    def accepted(self) -> list[Finding]:
        """The findings that an override accepts."""
        return [finding for finding in self.findings if finding.overridden is not None]

    @property
    def more(self) -> tuple[More, ...]:
        """The number of further findings of each kind of which only some are listed."""
        return self.outcome.more

    @property
    def accepted_count(self) -> int:
        """The number of findings that an override accepts."""
        return len(self.accepted) + sum(each.number for each in self.more if each.is_accepted)

    def spot_of(self, finding: Finding) -> Spot | None:
        """Where a finding points in the document; None if that is not known."""
        if finding.line is None or finding.column is None or not self.source:
            return None
        begins = _begins(self.source)
        begin, end = begins[finding.line - 1], begins[finding.line] - 1
        while end > begin and self.source[end - 1] == "\r":
            end -= 1
        return Spot(self.source, begin + finding.column - 1, begin, end)

    def count(self, severity: Severity) -> int:
        """The number of open findings of this severity, listed or not."""
        listed = sum(each.severity is severity for each in self.outcome.findings if not each.overridden)
        return listed + sum(each.number for each in self.more if each.severity is severity and not each.is_accepted)


class Check(NamedTuple):
    """How the check of one of several files ended: the exit code, and the report or, without one, the reasons."""

    file: str
    exit_code: int
    report: Report | None
    faults: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def _begins(text: str) -> list[int]:
    """Where each line begins, and where one more would; kept for the text of the report that is being written."""
    return [0, *(found.end() for found in re.finditer("\n", text)), len(text) + 1]


def reaction(edgar: Edgar | None) -> str:
    """EDGAR's response, in words."""
    return _REACTIONS[edgar]


def more_words(more: More) -> str:
    """``and 118,999 more of this kind``."""
    return f"and {more.number:,} more of this kind"


def plain(text: str) -> str:
    """A text of the catalogue with single backticks, beginning with a capital."""
    text = text.replace("``", "`")
    return text[:1].upper() + text[1:]


def cited(sources: Iterable[object]) -> list[str]:
    """The citations, each once."""
    return list(dict.fromkeys(str(source) for source in sources))

"""The filings of the folder: one line for each, the most urgent first."""

from __future__ import annotations

from datetime import datetime

from form4gen.api.editing import day
from form4gen.api.load import Filing
from form4gen.errors import Form4genError
from form4gen.records import NamedTuple
from form4gen.workbench.checked import Checked, Checker
from form4gen.workbench.folder import Folder
from form4gen.workbench.words import due_words, first_due, time_left


class Line(NamedTuple):
    """A filing on the desk; ``fault`` says why a file cannot be read as one."""

    name: str
    title: str
    person: str = ""
    others: str = ""
    form: str = ""
    traded: str = ""
    due: str = ""
    left: str = ""
    is_urgent: bool = False
    as_of: str = ""
    state: str = ""
    errors: int = 0
    warnings: int = 0
    fault: str = ""


class Filed(NamedTuple):
    """A form on file as EDGAR has it, which is not edited: what it is of, and the day that it is about."""

    name: str
    title: str
    person: str
    form: str
    day: str
    can_amend: bool


class Desk:
    """The lines of a folder; a file that did not change is not checked again in the same minute."""

    def __init__(self, folder: Folder, checker: Checker) -> None:
        self._folder, self._checker = folder, checker
        self._lines: dict[str, tuple[tuple[object, ...], tuple[float, Line]]] = {}

    def lines(self, now: datetime) -> list[Line]:
        """Every filing, those that are due first before the others."""
        status = dict(self._folder.on_file())
        minute = now.replace(second=0, microsecond=0)
        found = {}
        for name in self._folder.filings():
            key = (status.get(name), minute, tuple(status))
            known = self._lines.get(name)
            found[name] = known if known and known[0] == key else (key, self._line(name))
        self._lines = found
        return [line for _, (_, line) in sorted(found.values(), key=lambda each: (each[1][0], each[1][1].name))]

    def filed(self) -> list[Filed]:
        """EDGAR's files of the folder, the latest first."""
        edgars = [(name, filing) for name, filing in self._checker.on_file() if not name.endswith(".json")]
        ordered = sorted(edgars, key=lambda each: str(each[1].period_of_report or ""), reverse=True)
        return [_filed(name, filing) for name, filing in ordered]

    def _line(self, name: str) -> tuple[float, Line]:
        try:
            checked = self._checker.check(name)
        except Form4genError as error:
            return float("inf"), Line(name, name, fault=str(error))
        filing = checked.loaded.filing
        if filing is None:
            fault = checked.loaded.findings[0]
            where = f"Line {fault.line}, column {fault.column}: " if fault.line else ""
            return float("inf"), Line(name, name, fault=f"{where}{fault.message}")
        due = None if checked.report.is_on_record else first_due(checked.facts)
        return due.timestamp() if due else float("inf"), line_of(checked, filing, due)


def line_of(checked: Checked, filing: Filing, due: datetime | None) -> Line:
    """The line of a filing."""
    owners = filing.reporting_owners
    others = len(owners) - 1
    verdict = checked.facts["verdict"]
    return Line(
        checked.name,
        title_of(filing) or checked.name,
        owners[0].name if owners else "",
        f"and {others} more" if others > 0 else "",
        filing.document_type,
        day(filing.period_of_report) if filing.period_of_report else "",
        due_words(due) if due else "No deadline; file promptly" if filing.is_amendment else "",
        *time_left(checked.report, due),
        state_of(filing),
        verdict["errors"],
        verdict["warnings"] + verdict["lateRows"],
    )


def _filed(name: str, filing: Filing) -> Filed:
    owners, period = filing.reporting_owners, filing.period_of_report
    can_amend = filing.document_type in ("4", "4/A")
    person = owners[0].name if owners else ""
    return Filed(name, title_of(filing) or name, person, filing.document_type, day(period) if period else "", can_amend)


def title_of(filing: Filing) -> str:
    """The issuer and its symbol."""
    name, symbol = filing.issuer.issuer_name or "", filing.issuer.issuer_trading_symbol
    return f"{name} [{symbol}]" if name and symbol else name


def state_of(filing: Filing) -> str:
    """How far a filing is: filed, signed, or a draft."""
    if filing.context.accession_number:
        return f"Filed, {filing.context.accession_number}"
    return "Signed" if filing.owner_signatures and filing.first_signed else "Draft"

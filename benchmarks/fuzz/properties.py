"""What must be true of every output, whatever the input was."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

import html5lib
from jsonschema import Draft202012Validator
from lxml import etree
from pieces import SECRET

from form4gen.api import reports
from form4gen.api.check import Outcome, validate
from form4gen.api.drawing import render_html
from form4gen.api.filings import export_filing, import_filing, split_filing
from form4gen.api.load import Filing, Loaded, load, load_any_form
from form4gen.edgar.dump import dump
from form4gen.errors import Form4genError

FILED_AT = datetime(2026, 11, 9, 12, 0, tzinfo=ZoneInfo("America/New_York"))
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_ACTIVE = frozenset(("script", "iframe", "object", "embed", "form", "base", "link", "svg", "math"))
_CCC = re.compile(rb"ccc[\w:.-]*[^\w<>]{1,9}$", re.IGNORECASE)


class Fault(Exception):  # noqa: N818  it is a finding of the fuzzer
    """A property that does not hold: a short name of it, and what broke it."""

    def __init__(self, name: str, details: object = "") -> None:
        super().__init__(f"{name}: {details!s:.3000}")
        self.name = name


def demand(holds: object, name: str, details: object = "") -> None:
    """Raise the fault unless the property holds."""
    if not holds:
        raise Fault(name, details)


def checked(loaded: Loaded, raw: bytes, *, thoroughly: bool) -> Iterator[str]:
    """Check a loaded document, report on it in each format, and draw and export its filing; yields what was found."""
    outcome = validate(loaded, FILED_AT)
    yield from checked_outcome(outcome)
    yield from ("a filing",) if loaded.filing else ("no filing",)
    check_reports(loaded, outcome, raw, thoroughly=thoroughly)
    if thoroughly:
        same = validate(load(raw), FILED_AT) if loaded.document.raw == raw else outcome
        demand(same_values(same) == same_values(outcome), "the same input gives another outcome")
    if loaded.filing and thoroughly:
        yield from drawn(loaded.filing, raw)
        yield from exported(loaded.filing, raw)


def checked_outcome(outcome: Outcome) -> Iterator[str]:
    """The rules that fired; every rule must have run."""
    demand(not outcome.could_not_run, f"could not run {' '.join(outcome.could_not_run)}", outcome.could_not_run)
    for finding in outcome.findings:
        yield finding.rule
        yield f"{finding.rule} {kind(finding.message)}"


def same_values(outcome: Outcome) -> tuple[Any, ...]:
    """The outcome without nodes of the filing, which equal only themselves."""
    return ([each._replace(overridden=each.overridden is not None) for each in outcome.findings], *outcome[1:4])


def kind(message: object) -> str:
    """The first words of a message, without what it quotes and without numbers."""
    return " ".join(re.sub(r"'[^']*'|\"[^\"]*\"|[^a-z]+", " ", str(message)[:400], flags=re.IGNORECASE).split()[:4])


def check_reports(loaded: Loaded, outcome: Outcome, raw: bytes, *, thoroughly: bool) -> None:
    """Every format can be written and parsed, and shows no CCC."""
    report = reports.report_of("form4.json", FILED_AT, loaded, outcome)
    text = reports.report_text(report)
    shown = [text, reports.report_concise(report), reports.report_github(report)]
    for each in shown:
        demand(not (found := _CONTROL.search(each)), "a report has a control character", found)
    machine = reports.report_json(report)
    parsed = json.loads(machine)
    log = json.loads(reports.report_sarif(report, 1))
    demand(log["version"] == "2.1.0", "the log is not SARIF")
    shown += [machine, json.dumps(log, ensure_ascii=False)]
    if thoroughly:
        faults = list(_report_schema().iter_errors(parsed))
        demand(not faults, "the report does not fit its schema", faults)
        memo = reports.report_html(report, loaded.filing)
        check_page(memo)
        shown.append(memo)
    for each in shown:
        each.encode()
        check_secret(each, raw)


def drawn(filing: Filing, raw: bytes) -> Iterator[str]:
    """The page of a filing is HTML."""
    try:
        page = render_html(filing)
    except Form4genError as error:
        yield f"page: {kind(error)}"
        return
    check_page(page)
    check_secret(page, raw)


def exported(filing: Filing, raw: bytes) -> Iterator[str]:
    """Every part of a filing is XML, and imported and exported again it remains the same."""
    try:
        split_filing(filing)
        parcels = export_filing(filing, in_parts=True)
    except Form4genError as error:
        yield f"export: {kind(error)}"
        return
    for parcel in parcels:
        etree.fromstring(parcel.form)
        check_secret(parcel.form.decode(), raw)
        for exhibit in parcel.exhibits:
            demand(exhibit.raw.isascii(), "an exhibit is not ASCII", exhibit.name)
            check_secret(exhibit.raw.decode(), raw)
        check_stable(parcel.form)
    yield f"{min(len(parcels), 3)} parts"


def check_stable(form: bytes) -> None:
    """A form of ours, imported and exported, is the same form."""
    try:
        imported = import_filing(form)
        filing = filing_of(dump(imported.document).encode())
        (again,) = export_filing(filing)
        second = import_filing(again.form)
    except Form4genError as error:
        raise Fault("a form of ours is refused", error) from error
    demand(not imported.dropped, "a form of ours is not imported completely", imported.dropped)
    demand(second.document == imported.document, "import, export and import differ", again.form.decode())


def filing_of(document: bytes) -> Filing:
    """The filing of an imported document, which must be one."""
    loaded = load_any_form(document)
    if loaded.filing is None:
        kinds = sorted({finding.rule for finding in loaded.findings})
        messages = [f"{finding.at.pointer} {finding.message}" for finding in loaded.findings]
        raise Fault(f"an imported document is refused by {' '.join(kinds)}", messages)
    return loaded.filing


def check_page(page: str) -> None:
    """The page is HTML without errors, active elements or addresses that load something."""
    page.encode()
    try:
        tree: Any = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    except html5lib.html5parser.ParseError as error:
        raise Fault("a page is not valid HTML", error) from error
    for element in tree.iter():
        demand(element.tag not in _ACTIVE, "a page has an active element", element.tag)
        handlers = [name for name in element.attrib if str(name).startswith("on")]
        demand(not handlers, "a page has an event handler", handlers)
        for name in ("href", "src"):
            address = element.get(name, "#")
            demand(address.startswith(("#", "data:image/", "https://")), "a page loads something", address)


def check_secret(shown: str, raw: bytes) -> None:
    """The CCC is not shown if the input has it only under names with "ccc"."""
    if SECRET in shown and _is_only_under_ccc(raw):
        place = shown.index(SECRET)
        raise Fault("a CCC is shown", shown[max(0, place - 200) : place + 50])


def _is_only_under_ccc(raw: bytes) -> bool:
    before = raw.split(SECRET.encode())[:-1]
    return b"<TEXT>" not in raw and bool(before) and all(_CCC.search(part[-60:]) for part in before)


@cache
def _report_schema() -> Draft202012Validator:
    return Draft202012Validator(json.loads(reports.report_schema()))

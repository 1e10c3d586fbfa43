"""The public names, and how the rooms meet behind them."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import form4gen
from form4gen.api.load import load
from form4gen.api.rules import explanations, nearest
from form4gen.resources import path_of
from form4gen.rules.catalogue import catalogue

TECOGEN = Path(path_of("schemas", "examples", "tecogen-2017.json")).read_bytes()
FILED_AT = datetime(2017, 11, 14, 20, 0, tzinfo=ZoneInfo("America/New_York"))


def test_the_public_names_are_found_when_they_are_used() -> None:
    loaded = form4gen.load(TECOGEN)
    outcome = form4gen.validate(loaded, FILED_AT)
    assert "0 errors" in form4gen.report_text(form4gen.Report("form4.json", FILED_AT, outcome))
    assert form4gen.report_json(form4gen.Report("form4.json", FILED_AT, outcome)).startswith("{")
    assert form4gen.load is load


def test_importing_the_package_imports_nothing_of_it() -> None:
    program = "import sys, form4gen; print(sorted(name for name in sys.modules if name.startswith('form4gen.')))"
    done = subprocess.run(  # noqa: S603  our own program
        (sys.executable, "-c", program), cwd=Path(form4gen.__file__).parent.parent, capture_output=True, check=True
    )
    assert done.stdout.split() == [b"[]"]


def test_there_is_no_other_name() -> None:
    with pytest.raises(AttributeError, match="module 'form4gen' has no attribute 'nothing'"):
        form4gen.nothing  # type: ignore[attr-defined]  # noqa: B018
    assert set(form4gen.__all__) <= set(dir(form4gen))


def test_every_rule_is_accounted_for() -> None:
    loaded = form4gen.load(TECOGEN)
    whole = form4gen.validate(loaded, FILED_AT)
    part = form4gen.validate(loaded, FILED_AT, select=["RO"], ignore=["RO103"])
    for outcome in (whole, part):
        accounted = [*outcome.applied, *outcome.not_applicable, *outcome.not_run, *outcome.could_not_run]
        assert sorted(accounted) == sorted(catalogue())
    assert part.not_run["RO103"] == "excluded by settings"
    assert part.not_run["DL101"] == "not selected"


def test_a_document_that_is_no_filing_has_findings_and_applies_no_rule() -> None:
    loaded = form4gen.load(b'{"documentType": NaN}')
    outcome = form4gen.validate(loaded, FILED_AT, select=["RO102"])
    assert loaded.filing is None
    assert [(finding.rule, finding.edgar, finding.line, finding.column) for finding in outcome.findings] == [
        ("JS104", None, 1, 18)
    ]
    assert outcome.applied == ()
    assert outcome.not_run["RO102"] == "the document is not yet a filing"
    assert outcome.not_run["DL101"] == "not selected"
    assert set(outcome.not_run) == set(catalogue())
    assert outcome.not_applicable == {}


def test_a_refusal_that_the_schema_cannot_explain_is_a_bug_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("form4gen.intake.explain.explain", lambda *_: None)
    with pytest.raises(form4gen.BrokenRuleError, match="/issuer was refused, but the schema finds no fault in it"):
        form4gen.load(b'{"documentType": "4", "issuer": 3}')


def test_a_finding_has_line_and_column() -> None:
    loaded = form4gen.load(TECOGEN.replace(b'"Co-CEO"\n    }\n  ]', b'""\n    }\n  ]'))
    (finding,) = form4gen.validate(loaded, FILED_AT, select=["RO102"]).findings
    line = TECOGEN.splitlines()[finding.line - 1] if finding.line else b""
    assert b'"officerTitle"' in line
    assert finding.column == line.index(b'"Co-CEO"') + 1


def test_an_unknown_rule_is_refused_with_the_nearest() -> None:
    loaded = form4gen.load(TECOGEN)
    with pytest.raises(form4gen.UnusableInputError, match=r"no rule or family 'RO1O2'\. Did you mean RO102\?"):
        form4gen.validate(loaded, FILED_AT, select=["RO1O2"])


def test_every_fault_of_form_and_every_rule_is_explained() -> None:
    known = explanations()
    assert set(catalogue()) < set(known)
    assert known["JS101"].edgar is None
    assert known["RO102"].title == catalogue()["RO102"].title


def test_the_nearest_name_is_one_that_is_like_it() -> None:
    assert nearest("RO12", ["RO102", "TC101"]) == "RO102"
    assert nearest("RO10", ["RO210", "RO101", "RO110"]) == "RO101"
    assert nearest("??", ["RO102", "TC101"]) is None


def test_the_page_and_the_exhibits_are_drawn_of_the_same_filing() -> None:
    filing = form4gen.load(TECOGEN).filing
    assert filing is not None
    page = form4gen.render_html(filing)
    assert "TECOGEN INC." in page
    assert form4gen.render_html(filing, draft=True) != page
    assert list(form4gen.exhibit_texts(filing)) == ["ex24.txt"]
    assert form4gen.render_pdf(page).content.startswith(b"%PDF-")


def test_every_public_function_and_record_says_what_it_is() -> None:
    public = {name: getattr(form4gen, name) for name in form4gen.__all__ if name != "__version__"}
    assert [name for name, each in public.items() if not (each.__doc__ or "").strip()] == []
    assert [name for name, each in public.items() if (each.__doc__ or "").startswith(f"{name}(")] == []


def test_the_drafting_functions_work_by_their_public_names() -> None:
    filed = form4gen.Given("form4.json", form4gen.read_prior(TECOGEN))
    sale = form4gen.Trade("S", date(2017, 11, 20), price=Decimal("2.70"))
    person = form4gen.persons_in(b"owner,shares\n1625781,400\n")[0]
    request = form4gen.request_for(person, form4gen.Request((sale,), signed=date(2017, 11, 21)))
    draft = form4gen.next_draft([filed], request, owners=[person.owner])
    assert draft.document["nonDerivativeTable"][0]["sharesOwnedFollowingTransaction"] == 3018
    text = form4gen.draft_text(draft).encode()
    assert form4gen.load(text).filing is not None
    later = form4gen.Given("next.json", form4gen.read_prior(text))
    found = form4gen.histories([later, filed])
    assert [form.given.source for history in found.found for form in history.forms] == ["form4.json", "next.json"]
    assert "3,018" in form4gen.ledger_text(found, date(2017, 11, 30))
    assert form4gen.compared(form4gen.side(TECOGEN), form4gen.side(TECOGEN)).differences == ()
    dues = form4gen.dues_of([filed], [FILED_AT])
    assert form4gen.deadlines_calendar(dues, FILED_AT.tzinfo, FILED_AT).startswith("BEGIN:VCALENDAR\r\n")
    with pytest.raises(form4gen.UnusableInputError, match="No file is of the issuer 'XYZ'"):
        form4gen.next_draft([filed], request, issuer="XYZ")


def test_a_request_keeps_the_shares_and_the_price_of_its_own() -> None:
    person = form4gen.persons_in(b"owner,shares,price\n7,400,1.25\n")[0]
    own = form4gen.Trade("A", shares=Decimal(9), price=Decimal(2))
    (kept, filled) = form4gen.request_for(person, form4gen.Request((own, form4gen.Trade("A")))).trades
    assert (kept.shares, kept.price, filled.shares, filled.price) == (9, 2, 400, Decimal("1.25"))

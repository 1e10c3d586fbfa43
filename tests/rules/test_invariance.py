"""What makes no difference to a filing makes none to its findings.

The filings are those of the case files of all rules, so that every finding occurs among them.
"""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Any

from case_files import EASTERN, cases, document_of, filed_at
from filing_shape import ROW_MODELS
from hypothesis import given
from hypothesis import strategies as st

from form4gen.intake.structure import structure
from form4gen.model.fields import Kind, Record
from form4gen.model.filing import Filing
from form4gen.rules.catalogue import catalogue
from form4gen.rules.consequences import traced
from form4gen.rules.engine import Finding, check

RULES = tuple(catalogue().values())
Document = dict[str, Any]
Documents = list[Document]
_EVERY = 9
"""One of so many cases is taken."""

_LISTS = (Kind.TEXTS, Kind.MANY, Kind.NAMED, Kind.ROWS)


@cache
def _cases() -> tuple[tuple[Document, Documents, datetime], ...]:
    """Documents, their earlier filings, and when they are filed."""
    taken = [case for _, case in cases()][::_EVERY]
    return tuple(
        (document_of(each), [document_of(prior) for prior in each.get("prior", [])], filed_at(each)) for each in taken
    )


def _findings(document: Document, at: datetime, prior: Iterable[Document] = ()) -> list[Finding]:
    filing, earlier = structure(document), [structure(each) for each in prior]
    outcome = check(filing, at, RULES, is_planned=True, prior=earlier)
    assert outcome.could_not_run == {}
    return list(traced(outcome.findings, filing, at, RULES, is_planned=True, prior=earlier))


def test_footnotes_with_other_ids_draw_the_same_findings_under_these_ids() -> None:
    compared = 0
    for document, prior, at in _cases():
        ids = list(document.get("footnotes", {}))
        if not ids or _names_a_number(document) or not all(map(_is_legal, ids)):
            continue
        others = dict(zip(ids, [*ids[1:], *ids[:1]] if len(ids) > 1 else ["F73"], strict=True))
        before = [_renamed_in(_shown(each), others) for each in _findings(document, at, prior)]
        after = [_shown(each) for each in _findings(_renamed(document, others), at, prior)]
        assert after == before, ids
        compared += bool(before)
    assert compared > 20


def _names_a_number(document: Document) -> bool:
    """Whether a text refers to a footnote by its number."""
    return re.search(r"notes? *\(?\d", str(document), re.IGNORECASE) is not None


def _is_legal(name: str) -> bool:
    return re.fullmatch("F[1-9][0-9]?", name) is not None


def _shown(finding: Finding) -> tuple[str, ...]:
    """Everything that a report says of a finding."""
    named = (finding.at.pointer, finding.follows and (finding.follows[0], finding.follows[1].pointer))
    return tuple(map(str, (*finding._replace(at=named, follows=None), *named)))


def _renamed_in(words: tuple[str, ...], names: dict[str, str]) -> tuple[str, ...]:
    return tuple(re.sub(r"\bF\d+\b", lambda found: names.get(found.group(), found.group()), each) for each in words)


def _renamed(value: Any, names: dict[str, str]) -> Any:
    """The document with other ids of footnotes, in the same order."""
    if isinstance(value, list):
        return [_renamed(each, names) for each in value]
    if not isinstance(value, dict):
        return value
    changed = {}
    for key, held in value.items():
        if key == "footnotes":
            is_text = isinstance(held, dict)
            changed[key] = (
                {names[each]: text for each, text in held.items()}
                if is_text
                else [names.get(each, each) for each in held]
            )
        else:
            changed[key] = _renamed(held, names)
    return changed


def test_a_filing_draws_the_same_findings_whatever_was_checked_before_it() -> None:
    """So one that is like another but for a footnote id, or for how a number is written, does not borrow from it."""
    every = _cases()
    first = [_findings(document, at, prior) for document, prior, at in every]
    again = [_findings(document, at, prior) for document, prior, at in reversed(every)]
    assert list(map(_all_shown, first)) == list(map(_all_shown, reversed(again)))


def _all_shown(findings: list[Finding]) -> list[tuple[str, ...]]:
    return list(map(_shown, findings))


def test_a_default_that_is_written_draws_what_one_that_is_left_out_does() -> None:
    for document, prior, at in _cases():
        written = copy.deepcopy(document)
        _write_defaults(Filing, written)
        for table, kinds in ROW_MODELS.items():
            for row in written[table]:
                _write_defaults(kinds[row.setdefault("kind", "transaction")], row)
        assert written != document
        assert _all_shown(_findings(written, at, prior)) == _all_shown(_findings(document, at, prior))


def _write_defaults(kind: type[Record], part: Document) -> None:
    for key, field in kind.fields.items():
        if field.is_cell:
            if key in part and not isinstance(part[key], dict):
                part[key] = {"value": part[key]}
            if key in part:
                part[key].setdefault("footnotes", [])
        elif field.kind is Kind.FLAG and field.absent is False:
            part.setdefault(key, False)
        elif field.kind in _LISTS:
            part.setdefault(key, [])
        elif field.kind is Kind.NOTES or (field.kind is Kind.ONE and field.required):
            part.setdefault(key, {})
        held = part.get(key)
        for each in held if isinstance(held, list) else [held]:
            if field.holds is not None and isinstance(each, dict):
                _write_defaults(field.holds, each)


def test_keys_in_any_order_draw_the_same_findings() -> None:
    for document, prior, at in _cases():
        turned = _findings(_turned(document), at, prior)
        assert sorted(_all_shown(turned)) == sorted(_all_shown(_findings(document, at, prior)))


def _turned(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _turned(held) for key, held in reversed(value.items())}
    return [_turned(each) for each in value] if isinstance(value, list) else value


def test_rows_of_other_lines_may_come_first() -> None:
    """The rows of a class that is held in one way stay in their order; a fact about a row names its number."""
    compared = 0
    for document, prior, at in _cases():
        sorted_document = copy.deepcopy(document)
        for table in ROW_MODELS:
            rows = sorted_document.get(table, [])
            rows.sort(key=_line, reverse=True)
        if sorted_document == document or "tradeConfirmations" in document.get("context", {}):
            continue
        before, after = _findings(document, at, prior), _findings(sorted_document, at, prior)
        assert Counter(each.rule for each in before) == Counter(each.rule for each in after)
        compared += bool(before)
    assert compared > 20


def _line(row: Document) -> tuple[str, ...]:
    held = (row.get(key) for key in ("securityTitle", "directOrIndirectOwnership", "natureOfOwnership"))
    return tuple(str(each.get("value") if isinstance(each, dict) else each) for each in held)


DAYS = ("2017-05-02", "2017-08-01", "2017-11-10", "2017-11-14")


@st.composite
def _form(draw: st.DrawFn, *kinds: str) -> Document:
    """A form of the person of an example, made on one of a few days, so that several are of one day."""
    form: Document = document_of({"base": "tecogen-2017"})
    row, day = form["nonDerivativeTable"][0], draw(st.sampled_from(DAYS))
    kind = form["documentType"] = draw(st.sampled_from(kinds))
    form["periodOfReport"] = form["ownerSignatures"][0]["signatureDate"] = day
    form["issuer"]["issuerTradingSymbol"] = draw(st.sampled_from(("TGEN", "TGN", "OTHR")))
    if kind == "4/A":
        form["dateOfOriginalSubmission"] = draw(st.sampled_from(DAYS))
    if draw(st.booleans()):
        form["context"] = {"filedAt": f"{day}T{draw(st.sampled_from(('08:00', '16:00')))}"}
    form["nonDerivativeTable"] = [
        row
        | {
            "transactionDate": draw(st.sampled_from(DAYS)),
            "transactionShares": Decimal(draw(st.sampled_from((100, 1000, 2000)))),
            "sharesOwnedFollowingTransaction": Decimal(draw(st.sampled_from((1418, 2418, 3418)))),
            "directOrIndirectOwnership": draw(st.sampled_from("DI")),
            "natureOfOwnership": "By Trust",
        }
        for _ in range(draw(st.integers(1, 2)))
    ]
    return form


@given(_form("4", "4/A"), st.lists(_form("3", "4", "4", "4/A", "5"), min_size=2, max_size=5), st.data())
def test_earlier_filings_in_any_order_draw_the_same_findings(
    form: Document, prior: Documents, data: st.DataObject
) -> None:
    form.pop("context", None)
    at = datetime(2017, 11, 14, 20, tzinfo=EASTERN)
    other = data.draw(st.permutations(prior))
    assert _all_shown(_findings(form, at, other)) == _all_shown(_findings(form, at, prior))

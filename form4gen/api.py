"""The hallway where the rooms meet: load, check, render."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from form4gen.errors import BrokenRuleError
from form4gen.intake.document import Document, read
from form4gen.intake.structure import Refused, structure
from form4gen.law.authorities import FORMAT
from form4gen.model.cell_names import cell_name
from form4gen.model.filing import Filing
from form4gen.rules.catalogue import ERROR, selected
from form4gen.rules.engine import Finding, Outcome, check


class Loaded(NamedTuple):
    """A document, the filing built from it if it could be, and why not otherwise."""

    document: Document
    filing: Filing | None
    findings: tuple[Finding, ...]


def load(raw: bytes) -> Loaded:
    """Read JSON text and build the filing; what is wrong with the form of the document is in ``findings``."""
    document = read(raw)
    if document.problems:
        return Loaded(document, None, _as_findings(document))
    try:
        return Loaded(document, structure(document.data), ())
    except Refused as refusal:
        from form4gen.intake.explain import explain  # noqa: PLC0415  jsonschema is needed only for a refused document

        document.problems = tuple(explain(document))
        if not document.problems:
            message = f"{refusal.at.pointer or 'the document'} was refused, but the schema finds no fault in it"
            raise BrokenRuleError(message) from refusal
        return Loaded(document, None, _as_findings(document))


def validate(loaded: Loaded, filed_at: datetime, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> Outcome:
    """Apply the selected rules to a loaded filing sent at ``filed_at`` (aware, US Eastern).

    A document that could not become a filing yields its own findings and no rule is applied.
    """
    rules = selected(select, ignore)
    if loaded.filing is None:
        return Outcome(loaded.findings, (), dict.fromkeys(rules, "the document is not a filing"), {})
    outcome = check(loaded.filing, filed_at, rules.values())
    placed = []
    for finding in outcome.findings:
        line, column = loaded.document.line_and_column(finding.at)
        placed.append(finding._replace(line=line, column=column))
    return outcome._replace(findings=tuple(placed))


def _as_findings(document: Document) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            problem.id, ERROR, None, cell_name(problem.at), problem.at, problem.message, problem.found,
            problem.expected, None, (FORMAT.at(""),), problem.remedy, None, problem.line, problem.column,
        )
        for problem in sorted(document.problems, key=lambda each: (each.line, each.column))
    )  # fmt: skip

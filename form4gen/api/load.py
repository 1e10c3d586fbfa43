"""Read a document, and build the filing from it."""

from __future__ import annotations

from collections.abc import Iterable

from form4gen.errors import BrokenRuleError, UnusableInputError
from form4gen.intake.document import Document, read
from form4gen.intake.problem import Problem, Problems
from form4gen.intake.structure import Refused, structure
from form4gen.law.authorities import FORMAT
from form4gen.location import ROOT, Change
from form4gen.model.cell_names import cell_name
from form4gen.model.filing import Filing as Filing
from form4gen.records import NamedTuple
from form4gen.redaction.sealed import sealed
from form4gen.resources import text_of
from form4gen.rules.catalogue import ERROR
from form4gen.rules.engine import Finding
from form4gen.rules.listing import More

_UNKNOWN_KEY = "JS106"
"""The fault whose correction is a key, not a value."""


class Loaded(NamedTuple):
    """A document, the filing built from it if that was possible, and otherwise the reasons why not.

    ``more`` has the number of the reasons that are not listed. ``has_ccc`` says that the text contained a CCC. Each is
    masked, so that nothing made from the document shows it.
    """

    document: Document
    filing: Filing | None
    findings: tuple[Finding, ...]
    more: tuple[More, ...] = ()
    has_ccc: bool = False


def load(raw: bytes, cccs: Iterable[str] = ()) -> Loaded:
    """Read a Form 4 or 4/A and build the filing; faults in the form of the document are in ``findings``.

    CCCs in the text are masked: what is under a key with "ccc", and ``cccs`` wherever they are. Raises
    UnusableInputError for another form.
    """
    loaded = load_any_form(raw, cccs)
    if loaded.filing is not None and loaded.filing.form != "4":
        raise UnusableInputError(
            f"This is a Form {loaded.filing.document_type}. form4gen reads Forms 3 and 5 as earlier filings only "
            "(--prior); it checks and renders Forms 4 and 4/A."
        )
    return loaded


def load_any_form(raw: bytes, cccs: Iterable[str] = ()) -> Loaded:
    """The same for a Form 3, 4 or 5, or an amendment of one: what an earlier filing may be."""
    text, has_ccc, _ = sealed(raw, cccs)
    return _loaded(text)._replace(has_ccc=has_ccc)


def _loaded(raw: bytes) -> Loaded:
    document = read(raw)
    if document.problems and document.data is None:
        document.problems = _other_kind(raw) or document.problems
        return Loaded(document, None, _as_findings(document))
    try:
        filing = structure(document.data)
    except Refused as refusal:
        from form4gen.intake.explain import explain  # noqa: PLC0415  jsonschema is needed only for a refused document

        problems = Problems()
        explain(document, problems)
        document.add(problems)
        if not document.problems:
            message = f"{refusal.at.pointer or 'the document'} was refused, but the schema finds no fault in it"
            raise BrokenRuleError(message) from refusal
    else:
        if not document.problems:
            return Loaded(document, filing, ())
    more = tuple(More(kind, ERROR, None, is_accepted=False, number=count) for kind, count in document.more.items())
    return Loaded(document, None, _as_findings(document), more)


def _other_kind(raw: bytes) -> tuple[Problem, ...]:
    """What a file is that is not JSON at all, such as EDGAR's XML or a PDF, and what to do; empty for other files."""
    from form4gen.edgar.kinds import Kind, kind_of, what_it_is  # noqa: PLC0415  only a refused text needs it

    kind = kind_of(raw)
    if not raw.strip() or kind is Kind.JSON:
        return ()
    if kind is Kind.OTHER:
        message, remedy = what_it_is(raw) or "", "Give a Form 4 as JSON; `form4gen import` makes JSON of EDGAR's XML."
    else:
        message = f"This is {kind.value}, not form4gen's JSON."
        remedy = "Run `form4gen import FILE -o form4.json`, and validate form4.json."
    return (Problem("JS101", ROOT, message, remedy, 1, 1),)


def schema() -> str:
    """The JSON Schema of a filing."""
    return text_of("schemas", "form4.schema.json")


def _as_findings(document: Document) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            problem.id, ERROR, None, cell_name(problem.at), problem.at, problem.message, problem.found,
            problem.expected, None, (FORMAT.at(""),), problem.remedy, None, problem.line, problem.column, problem.fix,
            None if problem.id == _UNKNOWN_KEY or isinstance(problem.fix, Change) else problem.fix,
        )
        for problem in sorted(document.problems, key=lambda each: (each.line, each.column))
    )  # fmt: skip

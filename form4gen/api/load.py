"""Read a document, and build the filing from it."""

from __future__ import annotations

from collections.abc import Iterable

from form4gen.errors import BrokenRuleError, UnusableInputError
from form4gen.intake.document import Document, read
from form4gen.intake.problem import Problem, Problems
from form4gen.intake.structure import Refused, structure
from form4gen.law.authorities import FORMAT
from form4gen.location import Change
from form4gen.model.cell_names import cell_or_line
from form4gen.model.filing import Filing as Filing
from form4gen.model.placeholders import may_have_placeholders
from form4gen.records import NamedTuple
from form4gen.redaction.sealed import sealed as sealed
from form4gen.resources import text_of
from form4gen.rules.catalogue import ERROR
from form4gen.rules.engine import Finding
from form4gen.rules.listing import More
from form4gen.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from form4gen.edgar.file import EdgarFile

_BLANKS = b"\xef\xbb\xbf \t\r\n"  # and the byte order mark
_UNKNOWN_KEY = "JS106"
"""The fault whose correction is a key, not a value."""


class Loaded(NamedTuple):
    """A document, the filing built from it if that was possible, and otherwise the reasons why not.

    A filing from XML can have findings too: the parts of the XML that EDGAR's schema does not allow. ``more`` has the
    number of the findings that are not listed. ``has_ccc`` says that a text contained a CCC. Each is masked, so that
    nothing made from the document shows it.
    """

    document: Document | EdgarFile
    filing: Filing | None
    findings: tuple[Finding, ...]
    more: tuple[More, ...] = ()
    has_ccc: bool = False


def load(raw: bytes, cccs: Iterable[str] = ()) -> Loaded:
    """Read a Form 4 or 4/A, from our JSON, ownership XML or a full submission, and build the filing.

    Faults in the form of the document are in ``findings``. CCCs in the text are masked: what is under a key or tag with
    "ccc", and ``cccs`` wherever they are. Raises UnusableInputError for a file that is not a Form 4, such as a PDF or a
    Form 144: the text says what it is and what to do.
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
    if not _begins_as_json(text):
        from form4gen.edgar.kinds import Kind, kind_of, what_it_is  # noqa: PLC0415  JSON needs none of it

        match kind_of(text):
            case Kind.XML | Kind.SUBMISSION:
                from form4gen.api.edgar_input import load_edgar  # noqa: PLC0415  lxml is needed only here

                return Loaded(*load_edgar(text, has_ccc=has_ccc))
            case Kind.OTHER:
                raise UnusableInputError(what_it_is(text))
    return _from_json(text)._replace(has_ccc=has_ccc)


def is_beside_filings(head: bytes) -> bool:
    """Whether a file that begins like this is one that EDGAR keeps beside forms: an exhibit or another text."""
    from form4gen.edgar import kinds  # noqa: PLC0415  a check of one file needs none of it

    return not _begins_as_json(head) and kinds.is_beside_filings(head)


def _from_json(raw: bytes) -> Loaded:
    document = read(raw)
    if document.problems and document.data is None:
        return Loaded(document, None, _as_findings(document))
    blanks = _placeholders(document) if may_have_placeholders(document.text) else ()
    try:
        filing = structure(document.data)
    except Refused as refusal:
        from form4gen.intake.explain import explain  # noqa: PLC0415  jsonschema is needed only for a refused document

        document.problems += blanks
        problems = Problems()
        explain(document, problems)
        document.add(problems)
        if not document.problems:
            message = f"{refusal.at.pointer or 'the document'} was refused, but the schema finds no fault in it"
            raise BrokenRuleError(message) from refusal
    else:
        if not document.problems:
            document.problems = blanks
            return Loaded(document, filing, _as_findings(document), _more(document))
        document.problems += blanks
    return Loaded(document, None, _as_findings(document), _more(document))


def _more(document: Document) -> tuple[More, ...]:
    return tuple(More(kind, ERROR, None, is_accepted=False, number=count) for kind, count in document.more.items())


def _placeholders(document: Document) -> tuple[Problem, ...]:
    from form4gen.intake.placeholders import take_out  # noqa: PLC0415  few documents have any

    found = take_out(document)
    document.more |= found.more
    return tuple(found.kept)


def _begins_as_json(raw: bytes) -> bool:
    """Whether a file begins with an object or a list in UTF-8, and so need not be looked at more closely."""
    first, second = raw.lstrip(_BLANKS)[:1], raw.lstrip(_BLANKS)[1:2]
    return first in (b"{", b"[") and second not in (b"\x00", b"\\")  # UTF-16, and rich text


def is_edgars(raw: bytes) -> bool:
    """Whether a file is EDGAR's: ownership XML or a submission."""
    from form4gen.edgar.kinds import Kind, kind_of  # noqa: PLC0415  only a correction needs it here

    return kind_of(raw) in (Kind.XML, Kind.SUBMISSION)


def schema() -> str:
    """The JSON Schema of a filing."""
    return text_of("schemas", "form4.schema.json")


def _as_findings(document: Document) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            problem.id, ERROR, None, cell_or_line(problem.at, problem.line), problem.at, problem.message, problem.found,
            problem.expected, None, (FORMAT.at(""),), problem.remedy, None, problem.line, problem.column, problem.fix,
            None, None if problem.id == _UNKNOWN_KEY or isinstance(problem.fix, Change) else problem.fix,
        )
        for problem in sorted(document.problems, key=lambda each: (each.line, each.column))
    )  # fmt: skip

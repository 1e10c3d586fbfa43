"""Correct in a document what is a matter of spelling alone."""

from __future__ import annotations

from collections.abc import Callable

from form4gen.api.load import Loaded, is_edgars
from form4gen.errors import UnusableInputError
from form4gen.records import NamedTuple
from form4gen.report.correction import corrected, corrections, difference
from form4gen.report.record import Report

_MARK = "\ufeff"
_ROUNDS = 20  # a correction may show a fault that was hidden; a document needs two or three


class Fixed(NamedTuple):
    """A document after its corrections: the report on it, its bytes, and the difference as a unified diff.

    ``report.fixed`` is the number of corrections.
    """

    loaded: Loaded
    report: Report
    content: bytes
    difference: str


def fix(content: bytes, check: Callable[[bytes], tuple[Loaded, Report]]) -> Fixed:
    """Correct a document; ``check`` loads one and reports on it. One that contains a CCC is left as it is.

    Only what a finding that no override accepts has a certain correction for is changed: the literal of a value or a
    key, or a mark of JSON. Raises UnusableInputError if the document is EDGAR's.
    """
    if is_edgars(content):
        raise UnusableInputError(
            "--fix corrects form4gen's JSON, and this is a file of EDGAR's. Run `form4gen import FILE -o form4.json`, "
            "and fix form4.json."
        )
    loaded, report = check(content)
    mark = _MARK if content.startswith(_MARK.encode()) else ""
    first = text = loaded.document.text
    number = 0
    for _ in range(_ROUNDS):
        changes = corrections(report) if loaded.document.raw == content else []  # a CCC would be masked
        if not changes:
            break
        number += len(changes)
        text = corrected(text, changes)
        content = (mark + text).encode()
        loaded, report = check(content)
    return Fixed(loaded, report._replace(fixed=number), content, difference(first, text, report.file))

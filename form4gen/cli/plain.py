"""The simplest calls of ``validate``, read without click, whose import takes as long as a third of the check.

Every other call is left to click, and so is every error message about a call.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from form4gen.cli.clock import time_of
from form4gen.cli.faults import report_fault
from form4gen.cli.inputs import names_several
from form4gen.cli.output import Output, attempt, finish
from form4gen.cli.settings import settings_of_run
from form4gen.cli.validating import FORMS, Request, report_on
from form4gen.errors import UnusableInputError

_COMPLETING = "_FORM4GEN_COMPLETE"  # set by a shell, for click to complete a line


def run_plainly(words: Sequence[str]) -> int | None:
    """The exit code of the run; None, and nothing was done, if the call is for click."""
    plain = understood(words)
    if plain is None:
        return None
    request, path = plain

    def step(path: str, output: Output) -> tuple[int, None]:
        return report_on(request._replace(settings=settings_of_run(None)), path, output)

    try:
        return finish(attempt(step, path))
    except UnusableInputError as error:  # standard output cannot be written
        return report_fault(error)


def understood(words: Sequence[str]) -> tuple[Request, str] | None:
    """The request and the input of ``validate INPUT`` with --format and --filed-at; None for any other call.

    The request has no settings yet. On Windows click reads every call, because it expands the file patterns that the
    shell there does not.
    """
    if words[:1] != ["validate"] or _COMPLETING in os.environ or sys.platform == "win32":
        return None
    inputs: list[str] = []
    given: dict[str, str] = {}
    rest = iter(words[1:])
    for word in rest:
        if word in ("--format", "--filed-at") and word not in given:
            given[word] = next(rest, "")
        elif word.startswith("-") and word != "-":
            return None
        else:
            inputs.append(word)
    form, moment = given.get("--format", "text"), given.get("--filed-at")
    if len(inputs) != 1 or names_several(inputs[0]) or form not in ("text", "json", *FORMS):
        return None
    try:
        filed_at = None if moment is None else time_of(moment)
    except UnusableInputError:
        return None
    return Request(form, filed_at), inputs[0]

"""``validate`` in its plainest words, read without click, whose import costs as much as a third of the check.

What is not said in these words is left to click, and so is every complaint about words.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from form4gen.cli.clock import time_of
from form4gen.cli.faults import tell_fault
from form4gen.cli.validating import FORMS, Asked, report_on
from form4gen.errors import UnusableInputError

_COMPLETING = "_FORM4GEN_COMPLETE"  # set by a shell that asks click to complete a line


def run_plainly(words: Sequence[str]) -> int | None:
    """The exit code of the run; None where the words are for click, and nothing has been done."""
    plain = understood(words)
    if plain is None:
        return None
    try:
        return report_on(*plain)
    except Exception as error:  # noqa: BLE001  no traceback reaches a user
        return tell_fault(error)


def understood(words: Sequence[str]) -> tuple[Asked, str] | None:
    """What is asked for and the input, of ``validate INPUT`` with --format and --filed-at; None of anything else.

    On Windows all is for click, which expands the patterns that the shell there leaves alone.
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
    if len(inputs) != 1 or form not in ("text", "json", *FORMS):
        return None
    try:
        filed_at = None if moment is None else time_of(moment)
    except UnusableInputError:
        return None
    return Asked(form, filed_at), inputs[0]

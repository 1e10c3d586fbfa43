"""Calls of ``validate`` with one input, read without click, whose import takes as long as a third of the check.

Every other call is left to click, and so is every error message about a call.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from form4gen.cli.declared import Option
from form4gen.cli.faults import report_fault
from form4gen.cli.inputs import names_several
from form4gen.cli.validate_options import OPTIONS, Given, check_one, misuse
from form4gen.errors import UnusableInputError
from form4gen.typed import Any

_COMPLETING = "_FORM4GEN_COMPLETE"  # set by a shell, for click to complete a line


def run_plainly(words: Sequence[str]) -> int | None:
    """The exit code of the run; None, and nothing was done, if the call is for click."""
    plain = understood(words)
    if plain is None:
        return None
    given, path = plain
    try:
        return check_one(given, path)
    except Exception as error:  # noqa: BLE001  no traceback reaches a user
        return report_fault(error)


def understood(words: Sequence[str]) -> tuple[Given, str] | None:
    """The options and the input of ``validate INPUT``; None for any other call.

    On Windows click reads every call, because it expands the file patterns that the shell there does not.
    """
    if words[:1] != ["validate"] or _COMPLETING in os.environ or sys.platform == "win32":
        return None
    try:
        given, inputs = _read(words[1:])
    except UnusableInputError:
        return None
    if len(inputs) != 1 or names_several(inputs[0]) or misuse(given):
        return None
    return given, inputs[0]


def _read(words: Sequence[str]) -> tuple[Given, list[str]]:
    """The value of each option, and the inputs. Raises UnusableInputError for what only click can read or refuse."""
    flags = {flag: each for each in OPTIONS for flag in (each.flag, each.opposite) if flag}
    given: dict[str, Any] = {}
    inputs: list[str] = []
    rest = iter(words)
    for word in rest:
        if word == "-" or not word.startswith("-"):
            inputs.append(word)
            continue
        flag, equals, text = word.partition("=")
        option = flags.get(flag)
        if option is None or (option.is_switch and equals):
            raise UnusableInputError(word)
        value = flag == option.flag if option.is_switch else _value(option, text if equals else next(rest, None))
        if option.is_repeatable:
            value = (*given.get(option.name, ()), value)
        elif option.name in given:
            raise UnusableInputError(word)
        given[option.name] = value
    return {each.name: each.default for each in OPTIONS} | given, inputs


def _value(option: Option, text: str | None) -> Any:
    if text is None or (option.choices and text not in option.choices):
        raise UnusableInputError(option.flag)
    return option.read(text) if option.read else text

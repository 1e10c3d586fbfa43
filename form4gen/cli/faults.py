"""How a fault reaches the user: in words and an exit code, never as a traceback."""

from __future__ import annotations

import os

from form4gen.cli.streams import complain
from form4gen.errors import BrokenRuleError, Form4genError, RefusedFilingError

INTERRUPTED = 130  # as shells count an end by SIGINT


def tell_fault(error: Exception) -> int:
    """Tell a fault to the user: the exit code of a run that it ends."""
    match error:
        case RefusedFilingError():
            code = 1
        case BrokenRuleError():
            code = 70
        case Form4genError():
            code = 2
        case _:
            _tell_bug(error)
            return 70
    complain(f"form4gen: {error}")
    return code


def tell_interrupted() -> int:
    """Tell that the user has stopped the run: its exit code."""
    complain("form4gen: Interrupted.")
    return INTERRUPTED


def _tell_bug(error: Exception) -> None:
    if os.environ.get("FORM4GEN_DEBUG"):
        import traceback  # noqa: PLC0415  only when asked for

        complain("".join(traceback.format_exception(error)).rstrip())
    words = str(error).partition("\n")[0]
    complain(f"form4gen has a bug: {type(error).__name__}: {words}")
    remedy = "Please report it with the command that you ran. FORM4GEN_DEBUG=1 shows where it happened."
    complain(remedy, is_of_machine=True)

"""How an exception reaches the user: as a sentence and an exit code, never as a traceback."""

from __future__ import annotations

import os

from form4gen import signals
from form4gen.cli.streams import Message, write, write_error
from form4gen.errors import BrokenRuleError, Form4genError, RefusedFilingError, TooCostlyError


def describe(error: Exception) -> tuple[int, list[Message]]:
    """The exit code for an exception, and the messages that explain it."""
    match error:
        case RefusedFilingError():
            code = 1
        case BrokenRuleError():
            code = 70
        case Form4genError():
            code = 2
        case _:
            return 70, _internal_error(error)
    # templates that are too slow are so for every input
    return code, [Message(f"form4gen: {error}", is_error=True, is_general=isinstance(error, TooCostlyError))]


def report_fault(error: Exception) -> int:
    """Write what went wrong to standard error; the exit code of a run that this ends."""
    code, messages = describe(error)
    write(messages)
    return code


def report_interruption() -> int:
    """Write that a signal stopped the run; its exit code."""
    write_error(f"form4gen: {signals.words()}")
    return signals.exit_code()


def _internal_error(error: Exception) -> list[Message]:
    words = str(error).partition("\n")[0]
    fault = Message(f"form4gen: internal error: {type(error).__name__}: {words}", is_error=True)
    remedy = "Please report it with the command you ran. Set FORM4GEN_DEBUG=1 for details."
    messages = [fault, Message(remedy, is_error=True, is_general=True)]
    if os.environ.get("FORM4GEN_DEBUG"):
        import traceback  # noqa: PLC0415  only when asked for

        messages.insert(0, Message("".join(traceback.format_exception(error)).rstrip(), is_error=True))
    return messages

"""How an exception reaches the user: as a sentence and an exit code, never as a traceback."""

from __future__ import annotations

import os

from form4gen import signals
from form4gen.cli.streams import Message, full, reason, write, write_error
from form4gen.errors import BrokenRuleError, Form4genError, RefusedFilingError, TooCostlyError, shortage


def describe(error: Exception) -> tuple[int, list[Message]]:
    """The exit code for an exception, and the messages that explain it."""
    match error:
        case RefusedFilingError():
            code = 1
        case BrokenRuleError():
            code = 70
        case Form4genError():
            code = 2
        case _ if isinstance(error, OSError | ImportError) or shortage(error):
            return 2, [*_traced(error), Message(f"form4gen: {_of_the_computer(error)}", is_error=True)]
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


def _of_the_computer(error: Exception) -> str:
    """What is wrong with the computer or the installation, and what to do."""
    lacking = shortage(error)
    if lacking is not None:
        return " ".join(lacking)
    if isinstance(error, ImportError):
        return f"A part of the installation cannot be loaded: {_line(error)}. Install form4gen again."
    name = getattr(error, "filename", None)
    place = f" ({full(os.fsdecode(name))})" if isinstance(name, str | bytes) else ""
    return f"The system refused something that this command needs: {reason(error)}{place}."


def _internal_error(error: Exception) -> list[Message]:
    fault = Message(f"form4gen: internal error: {type(error).__name__}: {_line(error)}", is_error=True)
    remedy = "Please report it with the command you ran. Set FORM4GEN_DEBUG=1 for details."
    return [*_traced(error), fault, Message(remedy, is_error=True, is_general=True)]


def _line(error: Exception) -> str:
    return str(error).partition("\n")[0]


def _traced(error: Exception) -> list[Message]:
    """Where the error was raised, if the user wants to know."""
    if not os.environ.get("FORM4GEN_DEBUG"):
        return []
    import traceback  # noqa: PLC0415  only when asked for

    return [Message("".join(traceback.format_exception(error)).rstrip(), is_error=True)]

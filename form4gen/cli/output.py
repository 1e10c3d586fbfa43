"""What a step prints: collected while the step runs, returned with its result, and written in one place."""

from __future__ import annotations

from collections.abc import Callable

from form4gen.cli.faults import describe
from form4gen.cli.streams import Message, write
from form4gen.records import NamedTuple
from form4gen.typed import Any, TypeVar


class Output:
    """The messages of one step, in order."""

    def __init__(self) -> None:
        self.messages: list[Message] = []

    def print(self, text: str) -> None:
        """Add a text for standard output."""
        self.messages.append(Message(text, is_error=False))

    def warn(self, line: str, *, is_general: bool = False) -> None:
        """Add a line for standard error; a general one concerns this computer, and is shown once for all inputs."""
        self.messages.append(Message(line, is_error=True, is_general=is_general))


class Result(NamedTuple):
    """How a step ended: its exit code, what it prints, and a value for the command."""

    code: int
    messages: tuple[Message, ...] = ()
    value: Any = None


Item = TypeVar("Item")
"""An input of a command: a path, or what has a name as its text. A step takes it, adds to the output, and returns an
exit code and a value."""


def attempt(step: Callable[[Item, Output], tuple[int, Any]], path: Item) -> Result:
    """The result of the step with one input. An exception becomes a message and the exit code that it calls for."""
    output = Output()
    value = None
    try:
        code, value = step(path, output)
    except Exception as error:  # noqa: BLE001  the other inputs are processed anyway
        code, messages = describe(error)
        output.messages += messages
    return Result(code, tuple(output.messages), value)


def finish(result: Result) -> int:
    """Write what a step prints; its exit code."""
    write(result.messages)
    return result.code

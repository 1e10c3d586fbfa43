"""Several inputs of one command: each is processed separately, and the results are written in the order of the inputs.

Results are written as soon as those before them are, and then forgotten, so the memory that a run needs does not grow
with the number of its inputs.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial
from typing import Any

from form4gen.cli.output import Item, Output, Result, attempt
from form4gen.cli.progress import Progress
from form4gen.cli.streams import STANDARD, Message, full, write, write_error
from form4gen.cli.workers import in_order
from form4gen.errors import UnusableInputError
from form4gen.report.wrapping import printable
from form4gen.signals import noted

_HEAD = "form4gen: "


def check_inputs(paths: Sequence[str]) -> None:
    """Raises UnusableInputError when standard input is one of several."""
    if len(paths) > 1 and STANDARD in paths:
        raise UnusableInputError("'-' (standard input) cannot be combined with other inputs.")


def team_size(jobs: int | None, files: int | None, least: int = 1) -> int:
    """The number of processes for so many files: as requested, otherwise one per core and ``least`` files.

    Where the number of files is not known, it is taken to be large.
    """
    if files is None:
        return jobs or _cores()
    return max(1, min(files, jobs) if jobs else min(files // least, _cores()))


def run(
    paths: Iterable[Item], step: Callable[[Item, Output], tuple[int, Any]], jobs: int = 1, label: str = ""
) -> Iterator[tuple[Item, Result]]:
    """Take the step with every input, in so many processes; write what it prints and yield each input's result.

    The order is that of the inputs, each of which is a path or has a name as its text. With a label and on a terminal,
    a line shows the progress. When the user interrupts the run, the results of all inputs that are begun are still
    written.
    """
    length = len(paths) if isinstance(paths, Sequence) else None
    general: set[str] = set()
    with (
        noted() as is_stopped,
        closing(in_order(partial(attempt, step), paths, jobs, is_stopped)) as results,
        Progress(label, length) as progress,
    ):
        for path, result in results:
            progress.hide()
            write(result.messages if length == 1 else _for_input(str(path), result.messages, general))
            progress.advance()
            yield path, result


def summarize(codes: Counter[int], words: Mapping[int, str]) -> int:
    """Write how many inputs ended how, with ``words`` for each exit code; the most severe code."""
    write_error(f"{_HEAD}{', '.join(f'{codes[code]} {word}' for code, word in words.items() if codes[code])}")
    return max(codes)


def _for_input(path: str, messages: Iterable[Message], general: set[str]) -> Iterator[Message]:
    """The messages about one of several inputs: errors name the input, and a general one is shown only once."""
    for message in messages:
        if message.is_general and message.text in general:
            continue
        if message.is_general:
            general.add(message.text)
        elif message.is_error:
            message = message._replace(text=_naming(path, message.text))  # noqa: PLW2901  the same message, named
        yield message


def _naming(path: str, text: str) -> str:
    """The line with the input after the name of the program, unless it names it already; a report begins with it."""
    if not text.startswith(_HEAD) or full(path) in text:
        return text
    return f"{_HEAD}{printable(path)}: {text.removeprefix(_HEAD)}"


def _cores() -> int:
    """How many cores this process may use."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable else os.cpu_count() or 1

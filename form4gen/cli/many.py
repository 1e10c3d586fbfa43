"""Many inputs of one command: each by itself, whatever becomes of the others, and told in the order of the inputs."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from functools import partial
from typing import Any

import click

from form4gen.cli.faults import tell_fault
from form4gen.cli.streams import STANDARD, Ended, complain, full, overheard, say
from form4gen.errors import UnusableInputError
from form4gen.report.wrapping import printable

Step = Callable[[str], tuple[int, Any]]
"""What a command does with one input: its exit code, and what else it has to give. It says what it says."""

_HEADS = ("form4gen: ", "form4gen has a bug: ")


def check_inputs(paths: Sequence[str]) -> None:
    """Raises UnusableInputError when standard input is one of several."""
    if len(paths) > 1 and STANDARD in paths:
        raise UnusableInputError("Standard input (-) goes alone. Name the other files in a run of their own.")


def team_size(jobs: int | None, files: int, least: int = 1) -> int:
    """How many workers there are for so many files: as asked for, else one for each core and ``least`` files."""
    return max(1, min(files, jobs) if jobs else min(files // least, _cores()))


def run(paths: Sequence[str], step: Step, jobs: int = 1, label: str = "") -> list[Ended]:
    """Take the step with every input, by so many workers, and tell what it said, in the order of the inputs.

    With one worker all is done in this process. With a label and on a terminal there is a progress bar, and all is
    told after it; so is, of a run that was interrupted, what had ended by then.
    """
    ended: dict[int, Ended] = {}
    teller = _Teller(paths)
    work = partial(attempted, step)
    try:
        with closing(_ends(work, paths, jobs)) as ends, _bar(label, len(paths)) as advance:
            for number, each in ends:
                ended[number] = each
                if advance:
                    advance(1)
                while not advance and teller.next in ended:
                    teller.tell(teller.next, ended[teller.next])
    finally:
        for number in sorted(number for number in ended if number >= teller.next):
            teller.tell(number, ended[number])
    return [ended[number] for number in range(len(paths))]


def attempted(step: Step, path: str) -> Ended:
    """The step with one input; a fault is told and ends it with its code, as it would end a run for that input."""
    given = None
    with overheard() as said:
        try:
            code, given = step(path)
        except Exception as error:  # noqa: BLE001  the other inputs go on
            code = tell_fault(error)
    return Ended(code, tuple(said), given)


def summed(ended: Sequence[Ended], words: Mapping[int, str]) -> int:
    """Tell how many inputs ended how, ``words`` saying what an exit code means; the code of the gravest."""
    counts = Counter(each.code for each in ended)
    complain(f"form4gen: {', '.join(f'{counts[code]} {word}' for code, word in words.items() if counts[code])}")
    return max(counts)


class _Teller:
    """Says what was said of the inputs; a complaint names its input, and one of the machine is told once."""

    def __init__(self, paths: Sequence[str]) -> None:
        self._paths = paths
        self._of_machine: set[str] = set()
        self.next = 0

    def tell(self, number: int, ended: Ended) -> None:
        self.next = number + 1
        for text, is_complaint, is_of_machine in ended.said:
            if not is_complaint:
                say(text)
            elif not is_of_machine:
                complain(_naming(self._paths[number], text))
            elif text not in self._of_machine:
                self._of_machine.add(text)
                complain(text)


def _naming(path: str, text: str) -> str:
    """The complaint with the input after the name of the program, unless it names it; a report begins with it."""
    head = next((head for head in _HEADS if text.startswith(head)), None)
    return text if head is None or full(path) in text else f"{head}{printable(path)}: {text.removeprefix(head)}"


def _ends(work: Callable[[str], Ended], paths: Sequence[str], jobs: int) -> Generator[tuple[int, Ended], None, None]:
    """The end of each input, with its number, as they come."""
    if jobs > 1:
        from form4gen.cli.workers import shared_out  # noqa: PLC0415  one process needs none of it

        yield from shared_out(work, paths, jobs)
    else:
        yield from ((number, work(path)) for number, path in enumerate(paths))


@contextmanager
def _bar(label: str, length: int) -> Iterator[Callable[[int], None] | None]:
    if label and sys.stderr.isatty():
        with click.progressbar(length=length, label=label, show_pos=True, file=sys.stderr) as bar:
            yield bar.update
    else:
        yield None


def _cores() -> int:
    """How many cores this process may use."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable else os.cpu_count() or 1

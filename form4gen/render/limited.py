"""Runs a child process with limits on its time and on the length of its answer."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from importlib.util import find_spec
from threading import Event, Timer

from form4gen.errors import MissingLibraryError, TooCostlyError, UnusableInputError
from form4gen.records import NamedTuple
from form4gen.redaction.sealed import CCC_VARIABLE


class Limits(NamedTuple):
    """The limits of a child process: seconds of computing, seconds by the clock, bytes of memory, bytes of its answer.

    The child sets the first and the third for itself; the parent enforces the others.
    """

    computing: int
    waiting: int
    memory: int
    answer: int


class Answer(NamedTuple):
    """The output of a child process, and the fault that ended it, if any: perhaps that it took too long."""

    content: bytes
    fault: str = ""
    is_slow: bool = False

    def refusal(self, words: str) -> UnusableInputError:
        """The error about templates or styles that end with this fault; ``words`` say what cannot be done."""
        return (TooCostlyError if self.is_slow else UnusableInputError)(f"{words}: {self.fault}.")


def asked(
    command: tuple[str, ...], question: bytes, limits: Limits, environment: Mapping[str, str], folder: str | None = None
) -> Answer:
    """The output of ``command`` for this standard input.

    Raises MissingLibraryError on a system that cannot limit a program, and UnusableInputError if none can be
    started.
    """
    if find_spec("resource") is None:
        message = "A firm's templates can be used only on a system that can limit a program: Linux, macOS or WSL."
        raise MissingLibraryError(message)
    late = Event()
    try:
        child = subprocess.Popen(  # noqa: S603  this interpreter, which the callers name
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env=environment, cwd=folder, close_fds=True, start_new_session=True,
        )  # fmt: skip
    except OSError as error:
        raise UnusableInputError(f"Python cannot be started to run the templates: {error.strerror}.") from None

    def stop() -> None:
        late.set()
        child.kill()

    timer = Timer(limits.waiting, stop)
    with child:
        timer.start()
        try:
            assert child.stdin is not None  # noqa: S101  as asked for above
            assert child.stdout is not None  # noqa: S101  the same
            with suppress(BrokenPipeError), child.stdin as stream:
                stream.write(question)
            content = child.stdout.read(limits.answer + 1)
            if len(content) > limits.answer:
                return Answer(b"", "more comes of it than a page may hold")
            return _answer(content, child.wait(), limits, is_late=late.is_set())
        finally:
            timer.cancel()
            child.kill()


def one_line(words: object) -> str:
    """Text from a child process on one line, with unprintable characters escaped, and without a final period."""
    line = " ".join(str(words).split()).rstrip(".")
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in line)


def own_paths(paths: list[str]) -> dict[str, str]:
    """The environment of this process, without CCCs, for a child that finds the same packages."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith(CCC_VARIABLE)}
    return kept | {"PYTHONPATH": os.pathsep.join(filter(None, paths))}


def _answer(content: bytes, ended: int, limits: Limits, *, is_late: bool) -> Answer:
    if is_late and ended:
        return Answer(b"", f"it takes longer than {limits.waiting} seconds", is_slow=True)
    if ended == -signal.SIGXCPU:
        fault = f"it takes longer than {limits.computing} seconds of processor time"
        return Answer(b"", f"{fault}; simplify it, or look for an endless loop", is_slow=True)
    if ended < 0:
        return Answer(b"", f"the program that runs it crashes ({signal.Signals(-ended).name})")
    return Answer(content, "it needs more memory than it may have, or tries what it may not" if ended else "")

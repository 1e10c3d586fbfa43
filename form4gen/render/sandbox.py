"""Draws templates that nobody trusts, in a child that has nothing: see ``sandbox_child`` for what it gives up."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from importlib.util import find_spec
from threading import Event, Timer
from typing import Any, NamedTuple

from form4gen.errors import MissingLibraryError, UnusableInputError

_CHILD = os.path.join(os.path.dirname(os.path.abspath(__file__)), "sandbox_child.py")
_NEEDED = ("jinja2", "markupsafe")


class Limits(NamedTuple):
    """What a child may use: seconds of computing, seconds by the clock, bytes of memory, characters of its pages."""

    computing: int = 5
    waiting: int = 60
    memory: int = 512 * 1024 * 1024
    most: int = 16_000_000


LIMITS = Limits()


def drawn_apart(
    texts: dict[str, str], wanted: tuple[str, ...], values: dict[str, Any], limits: Limits = LIMITS
) -> dict[str, str]:
    """What each wanted template of ``texts`` draws with the values, which are records of finished strings.

    Raises UnusableInputError with template, line and reason when one cannot be drawn, and MissingLibraryError on a
    system that cannot limit a program.
    """
    if find_spec("resource") is None:
        message = "A firm's templates are drawn only where the system can limit a program (Linux, macOS, WSL)."
        raise MissingLibraryError(message)
    request = {
        "path": sorted({_home_of(name) for name in _NEEDED}), "texts": texts, "wanted": wanted,
        "values": plain(values), "seconds": limits.computing, "memory": limits.memory, "most": limits.most,
    }  # fmt: skip
    content, ended = _answer(json.dumps(request).encode(), limits)
    with suppress(ValueError):
        answer = json.loads(content)
        if "fault" in answer:
            line = f", line {answer['line']}" if answer["line"] else ""
            raise UnusableInputError(f"{_shown(answer['template'])}{line}: {_shown(answer['fault'])}.")
        return {name: str(answer["pages"][name]) for name in wanted}
    raise UnusableInputError(f"The templates {_ending(ended, limits)}.")


def plain(value: Any) -> Any:
    """Records, with their properties, as JSON can hold them."""
    if hasattr(value, "_fields"):
        kind = type(value)
        names = (*value._fields, *(name for name, each in vars(kind).items() if isinstance(each, property)))
        return {"record": kind.__name__, "fields": {name: plain(getattr(value, name)) for name in names}}
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, tuple | list) else value


def _home_of(package: str) -> str:
    """The folder that a package lies in. Raises MissingLibraryError."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise MissingLibraryError(
            f"Templates need {package}, which is not installed. Run this once: pip install jinja2"
        )
    return os.path.dirname(os.path.dirname(os.path.abspath(spec.origin)))


def _answer(request: bytes, limits: Limits) -> tuple[bytes, int | None]:
    """What a child answers, at most six times as many bytes as characters, and how it ended: None if it was late."""
    late = Event()
    try:
        child = subprocess.Popen(  # noqa: S603  this interpreter, with a file of this package
            (sys.executable, "-I", "-S", "-X", "utf8", _CHILD),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env={}, cwd=os.path.dirname(_CHILD), close_fds=True, start_new_session=True,
        )  # fmt: skip
    except OSError as error:
        raise UnusableInputError(f"Python cannot be started to draw the templates: {error.strerror}.") from None

    def stop() -> None:
        late.set()
        child.kill()

    with child:
        timer = Timer(limits.waiting, stop)
        timer.start()
        try:
            assert child.stdin is not None  # noqa: S101  as asked for above
            assert child.stdout is not None  # noqa: S101  the same
            with suppress(BrokenPipeError), child.stdin as stream:
                stream.write(request)
            content = child.stdout.read(6 * limits.most + 1000)
            if child.stdout.read(1):
                child.kill()
            ended = child.wait()
        finally:
            timer.cancel()
            child.kill()
    return content, None if late.is_set() else ended


def _ending(ended: int | None, limits: Limits) -> str:
    if ended is None:
        return f"take longer than {limits.waiting} seconds"
    if ended == -signal.SIGXCPU:
        return f"take longer than {limits.computing} seconds of computing; look for a loop without end"
    if ended < 0:
        return f"end the program that draws them ({signal.Signals(-ended).name})"
    return "cannot be drawn: they need more memory than they may have, or try what they may not"


def _shown(words: object) -> str:
    """One line of words from a child, with what a terminal cannot show escaped."""
    line = " ".join(str(words).split()).rstrip(".")
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in line)

"""Standard input, output and error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import IO, NoReturn

from form4gen.cli.confidential import known_cccs
from form4gen.errors import UnusableInputError
from form4gen.records import NamedTuple
from form4gen.redaction.sealed import masked
from form4gen.report.wrapping import WIDTH

STANDARD = "-"
STDIN_NAME = "<stdin>"

_NARROWEST, _WIDEST = 50, 120

# Reading an endless stream must stop; a document of a tenth of this size is already refused.
_MOST_BYTES = 256 * 1024 * 1024


class Message(NamedTuple):
    """A text that a step prints: for standard output or standard error, about one input or about this computer."""

    text: str
    is_error: bool
    is_general: bool = False


def prepare() -> None:
    """Make both output streams UTF-8, whatever the locale; what it cannot encode (a broken file name) is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def read(path: str, kind: str = "JSON") -> bytes:
    """The bytes of a file, or of standard input when the path is ``-``; ``kind`` is the kind of file that is expected.

    Raises UnusableInputError.
    """
    hint = "; `form4gen new` prints a starting document" if kind == "JSON" else ""
    try:
        if path == STANDARD:
            return _standard_input()
        with open(path, "rb") as file:
            return file.read(_MOST_BYTES)
    except IsADirectoryError:
        _stop(f"Cannot read {full(path)}: it is a folder. Name the file in it.")
    except FileNotFoundError:
        _stop(f"Cannot read {full(path)}: there is no such file. Check the name{hint}.")
    except PermissionError:
        _stop(f"Cannot read {full(path)}: permission denied. Ask its owner, or change its permissions.")
    except (OSError, ValueError) as error:
        _stop(f"Cannot read {full(path)}: {reason(error)}. Name a file that can be read, or - for standard input.")


def write_output(text: str) -> None:
    """Write to standard output. Raises UnusableInputError when that fails; if no one reads it, the run just ends."""
    try:
        _write(text, sys.stdout)
    except BrokenPipeError:
        _discard_output()
        raise SystemExit(2) from None
    except OSError as error:
        _discard_output()
        _stop(f"Cannot write to standard output: {reason(error)}. Send it to a disk with free space, or to a file.")


def write_error(line: str) -> None:
    """Write a line to standard error."""
    _write(f"{line}\n", sys.stderr)


def write_errors(lines: Iterable[str]) -> None:
    """Write lines to standard error."""
    for line in lines:
        write_error(line)


def write(messages: Iterable[Message]) -> None:
    """Write messages to standard output and standard error. Raises UnusableInputError when that is impossible."""
    for message in messages:
        if message.is_error:
            write_error(message.text)
        else:
            write_output(message.text)


def shows_color(stream: IO[str]) -> bool:
    """Whether a stream is a terminal that wants colors (https://no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def can_ask() -> bool:
    """Whether standard input is a terminal, on which a question can be answered."""
    return sys.stdin is not None and sys.stdin.isatty()


def columns() -> int:
    """How wide the text on standard output may be: as the terminal is, within what reads well."""
    try:
        wide = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError, AttributeError):  # no terminal, or no stream at all
        return WIDTH
    return max(_NARROWEST, min(wide, _WIDEST)) if wide else WIDTH


def full(path: str) -> str:
    """The whole path, as a message shows it."""
    shown = path if "\0" in path else os.path.abspath(path)
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in shown)


def reason(error: Exception) -> str:
    """Why the system refused, in its words."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _write(text: str, stream: IO[str] | None) -> None:
    text = masked(text, known_cccs())
    if sys.platform == "win32":
        import click  # noqa: PLC0415  the colors of a Windows terminal are made by it

        click.echo(text, stream, nl=False)
    elif stream is not None:
        stream.write(text)
        stream.flush()


def _standard_input() -> bytes:
    if sys.stdin is None:
        _stop("Cannot read standard input: it is closed. Name a file, or send the filing through a pipe.")
    return sys.stdin.buffer.read(_MOST_BYTES)


def _discard_output() -> None:
    """Discard what is still buffered; otherwise the interpreter reports an error when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _stop(message: str) -> NoReturn:
    raise UnusableInputError(message) from None

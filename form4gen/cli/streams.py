"""Standard input, output and error."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress

from form4gen.cli.confidential import known_cccs
from form4gen.errors import UnusableInputError, shortage
from form4gen.records import NamedTuple
from form4gen.redaction.sealed import masked
from form4gen.report.wrapping import WIDTH
from form4gen.typed import IO, NoReturn

STANDARD = "-"
STDIN_NAME = "<stdin>"

_NARROWEST, _WIDEST = 50, 120

# Reading an endless stream must stop; a document of a tenth of this size is already refused.
_MOST_BYTES = 256 * 1024 * 1024
_PIECE = 1024 * 1024

GONE = "the program that reads it has ended. Let it read to the end, or write to a file."

_lost: list[str] = []
"""The messages about streams that could not be written, where the work went on."""


class Message(NamedTuple):
    """A text that a step prints: for standard output or standard error, about one input or about this computer."""

    text: str
    is_error: bool
    is_general: bool = False


def prepare() -> None:
    """Make both output streams UTF-8, whatever the locale; what it cannot encode (a broken file name) is escaped.

    Raises UnusableInputError when one of them is closed. The next file that is opened would take its place, and what a
    library prints would be written into that file.
    """
    for name, stream in (("output", sys.stdout), ("error", sys.stderr)):
        if stream is None:
            _stop(f"Standard {name} is closed. Send it to a file, or to {os.devnull}.")
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def ended(code: int) -> int:
    """The exit code of a run that ends with ``code``: 2 if something that it printed is lost."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError as error:
            _lost.append(_lose(stream, error))
    if _lost and sys.stdout.isatty():  # nowhere else may a message be among the output
        with suppress(OSError):
            _write(f"form4gen: {_lost[0]}\n", sys.stdout)
    return 2 if _lost and code in (0, 1) else code


def read(path: str, kind: str = "JSON") -> bytes:
    """The bytes of a file, or of standard input when the path is ``-``; ``kind`` is the kind of file that is expected.

    Raises UnusableInputError.
    """
    hint = "; `form4gen new` prints a starting document" if kind == "JSON" else ""
    try:
        if path == STANDARD:
            return _standard_input()
        with open(path, "rb") as file:
            return _content(file)
    except IsADirectoryError:
        _stop(f"Cannot read {full(path)}: it is a folder. Name the file in it.")
    except FileNotFoundError:
        _stop(f"Cannot read {full(path)}: there is no such file. Check the name{hint}.")
    except PermissionError:
        _stop(f"Cannot read {full(path)}: permission denied. Ask its owner, or change its permissions.")
    except (OSError, ValueError) as error:
        remedy = advice(error, "Name a file that can be read, or - for standard input.")
        _stop(f"Cannot read {full(path)}: {reason(error)}. {remedy}")


def read_lines(path: str, longest: int) -> Iterator[bytes]:
    """The lines of a file, or of standard input when the path is ``-``; of a longer one only the beginning.

    Raises UnusableInputError if the file cannot be opened.
    """
    if path == STANDARD:
        if sys.stdin is None:
            _stop("Cannot read standard input: it is closed. Name a file.")
        return _lines(sys.stdin.buffer, longest)
    try:
        return _lines(open(path, "rb"), longest)
    except (OSError, ValueError) as error:
        _stop(f"Cannot read {full(path)}: {reason(error)}. Name a file with the name of one input a line.")


def write_output(text: str) -> None:
    """Write to standard output. Raises UnusableInputError when that fails."""
    try:
        _write(text, sys.stdout)
    except OSError as error:
        _stop(_lose(sys.stdout, error))


def write_error(line: str) -> None:
    """Write a line to standard error. If that fails, the work goes on, and the run ends with 2."""
    stream = sys.stderr or sys.stdout
    try:
        _write(f"{line}\n", stream)
    except OSError as error:
        _lost.append(_lose(stream, error))


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
    try:
        shown = path if "\0" in path else os.path.abspath(path)
    except OSError:  # the current folder is gone
        shown = path
    shown = in_utf_8(shown)
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in shown)


def name_of(path: str) -> str:
    """The name of an input in a report: the path, or ``<stdin>``."""
    return STDIN_NAME if path == STANDARD else in_utf_8(path)


def in_utf_8(path: str) -> str:
    """The path as UTF-8 has it, whatever the locale says; a byte that is not UTF-8 stays half of a surrogate pair."""
    try:
        return path if path.isascii() else os.fsencode(path).decode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # no file can have this name
        return path


def as_the_system_has_it(path: str) -> str:
    """The path with which Python opens a file: the reverse of ``in_utf_8``."""
    return path if path.isascii() else os.fsdecode(path.encode("utf-8", "surrogateescape"))


def reason(error: Exception) -> str:
    """Why the system refused, in its words."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def advice(error: Exception, otherwise: str) -> str:
    """What to do about a file that cannot be read or written: raise a limit that is too low, or something else."""
    known = shortage(error)
    is_limit = isinstance(error, OSError) and error.errno in (errno.EFBIG, errno.EMFILE, errno.ENFILE, errno.ENOMEM)
    return known[1] if known and is_limit else otherwise


def _write(text: str, stream: IO[str]) -> None:
    text = masked(text, known_cccs())
    if sys.platform == "win32":
        import click  # noqa: PLC0415  the colors of a Windows terminal are made by it

        click.echo(text, stream, nl=False)
        return
    buffer = getattr(stream, "buffer", None)
    if buffer is None:
        stream.write(text)
    else:
        stream.flush()
        # With PYTHONUNBUFFERED a stream may accept a part of the text, and the rest would be lost.
        rest = memoryview(text.encode("utf-8", "backslashreplace"))
        while rest:
            written = buffer.write(rest)
            if written is None:
                raise BlockingIOError(errno.EAGAIN, "it accepts nothing at the moment")
            rest = rest[written:]
    stream.flush()


def _standard_input() -> bytes:
    if sys.stdin is None:
        _stop("Cannot read standard input: it is closed. Name a file, or send the filing through a pipe.")
    return _content(sys.stdin.buffer)


def _lines(file: IO[bytes], longest: int) -> Iterator[bytes]:
    with file:
        while line := file.readline(longest + 1):
            yield line
            while len(line) > longest and not line.endswith(b"\n"):
                line = file.readline(longest + 1)


def _content(file: IO[bytes]) -> bytes:
    """What a file has, up to a limit; read in pieces, because Python reserves the memory of a piece in advance."""
    pieces: list[bytes] = []
    left = _MOST_BYTES
    while left and (piece := file.read(min(left, _PIECE))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _lose(stream: IO[str], error: OSError) -> str:
    """Discard what is still buffered, or the interpreter reports an error when it ends; the message about it."""
    with suppress(OSError):  # a stream of a test has no number
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    name = "standard error" if stream is sys.stderr else "standard output"
    if isinstance(error, BrokenPipeError):
        return f"Cannot write to {name}: {GONE}"
    return (
        f"Cannot write to {name}: {reason(error)}. {advice(error, 'Send it to a disk with free space, or to a file.')}"
    )


def _stop(message: str) -> NoReturn:
    raise UnusableInputError(message) from None

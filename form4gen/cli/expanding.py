"""The inputs of a run, one at a time: those in folders, in archives, in lists, and those that patterns match."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from glob import iglob

from form4gen.api.load import is_beside_filings
from form4gen.archives.heads import is_archive
from form4gen.archives.member import Member, may_be_filing
from form4gen.archives.reading import members
from form4gen.cli.inputs import is_pattern
from form4gen.cli.streams import STANDARD, as_the_system_has_it, name_of, read, read_lines, reason
from form4gen.errors import UnusableInputError
from form4gen.records import NamedTuple

Input = str | Member
"""The path of a file, ``-``, or a member of an archive, which may have a fault in place of its content."""

_DEEPEST = 32
_LONGEST_LINE = 32_768
_HEAD = 4096
_TEXT_ENDING, _TEXT = ".txt", "texts without a form"


def content_of(given: Input) -> bytes | None:
    """The content of a member; None for a file, which is not read yet. Raises UnusableInputError for its fault."""
    if isinstance(given, str):
        return None
    if given.content is None:
        raise UnusableInputError(given.fault or "")
    return given.content


def whole(given: Input) -> bytes:
    """The bytes of an input. Raises UnusableInputError if it cannot be read."""
    content = content_of(given)
    return read(str(given)) if content is None else content


class Kinds(NamedTuple):
    """How a command finds filings that are kept in another way.

    ``in_folder`` takes a folder and the names in it; it returns the filings of it, and the names that they leave.
    ``in_archive`` takes a path, and returns None for an archive as others are.
    """

    in_folder: Callable[[str, list[str]], tuple[Iterator[Member], list[str]]]
    in_archive: Callable[[str], Iterator[Member] | None]


class Inputs:
    """The inputs that words, and a file with one word a line, stand for.

    ``others`` counts the files left out, by ending. Raises UnusableInputError if the list cannot be opened.
    """

    def __init__(self, words: Iterable[str], listed: str | None = None, kinds: Kinds | None = None) -> None:
        self._words, self._listed, self._kinds = words, listed, kinds
        self._names = None if listed is None else _names(read_lines(listed, _LONGEST_LINE), name_of(listed))
        self.others: Counter[str] = Counter()

    def __iter__(self) -> Iterator[Input]:
        for word in self._words:
            yield from self._of(word)
        if self._listed is not None and self._names is not None:
            for given in _or_fault(self._names, self._listed, "The list names no file."):
                if isinstance(given, str):
                    yield from self._of(given)
                else:
                    yield given

    def words_on_others(self) -> str:
        """What is said of the files that were left out; empty if there are none."""
        if not self.others:
            return ""
        number = self.others.total()
        kinds = ", ".join(f"{kind} {count:,}" for kind, count in self.others.most_common(5))
        files = "1 other file is" if number == 1 else f"{number:,} other files are"
        return f"form4gen: {files} skipped ({kinds}); filings are named .json, .xml, .txt or .nc."

    def _of(self, path: str) -> Iterator[Input]:
        if path == STANDARD:
            yield path
        elif os.path.isdir(path):
            yield from _or_fault(self._in_folder(path), path, "There is no filing in the folder.")
        elif os.path.isfile(path) and _is_archive(path):
            yield from _or_fault(self._in_archive(path), path, "There is no filing in the archive.")
        elif is_pattern(path) and not os.path.lexists(path):
            matches = (given for match in sorted(iglob(path, recursive=True)) for given in self._of(match))
            yield from _or_fault(matches, path, "No file matches the pattern.")
        else:
            yield path

    def _in_archive(self, path: str) -> Iterator[Input]:
        try:
            for member in (self._kinds and self._kinds.in_archive(path)) or members(path, name_of(path)):
                if member.is_other:
                    self._leave_out(member.name)
                elif member.content and _is_text(member.name) and is_beside_filings(member.content[:_HEAD]):
                    self.others[_TEXT] += 1
                else:
                    yield member
        except OSError as error:
            yield Member(name_of(path), fault=f"The archive cannot be read: {reason(error)}.")

    def _in_folder(self, folder: str) -> Iterator[Input]:
        """The files below a folder by name; links to other folders are not followed."""
        waiting = [(folder, 0)]
        while waiting:
            path, depth = waiting.pop()
            if os.path.isfile(path) or (may_be_filing(path) and os.path.islink(path) and not os.path.exists(path)):
                yield from self._file(path)
            elif not os.path.isdir(path) or (depth and os.path.islink(path)):
                continue
            elif depth > _DEEPEST:
                yield Member(name_of(path), fault=f"The folder is more than {_DEEPEST} levels deep, so it is not read.")
            else:
                try:
                    names = sorted(os.listdir(path), reverse=True)
                except OSError as error:
                    yield Member(name_of(path), fault=f"The folder cannot be read: {reason(error)}.")
                else:
                    if self._kinds:
                        found, names = self._kinds.in_folder(path, names)
                        yield from found
                    waiting += [(os.path.join(path, name), depth + 1) for name in names if not name.startswith(".")]

    def _file(self, path: str) -> Iterator[Input]:
        if _is_text(path) and is_beside_filings(_head_of(path)):
            self.others[_TEXT] += 1
        elif may_be_filing(path):
            yield path
        elif _is_archive(path):
            yield from self._in_archive(path)
        else:
            self._leave_out(path)

    def _leave_out(self, name: str) -> None:
        ending = os.path.splitext(name)[1].lower()
        self.others[ending if ending.isprintable() and ending else "no ending"] += 1


def _or_fault(found: Iterator[Input], path: str, fault: str) -> Iterator[Input]:
    is_empty = True
    for each in found:
        is_empty = False
        yield each
    if is_empty:
        yield Member(name_of(path), fault=fault)


def _names(lines: Iterator[bytes], listed: str) -> Iterator[Input]:
    """The names in a list; a line that is too long for one is a member with a fault."""
    for number, line in enumerate(lines, 1):
        if len(line) > _LONGEST_LINE:
            yield Member(f"{listed}, line {number}", fault="The line is too long for the name of a file.")
        elif name := line.removeprefix(b"\xef\xbb\xbf").strip(b"\r\n"):
            yield as_the_system_has_it(name.decode("utf-8", "surrogateescape"))


def _is_text(name: str) -> bool:
    return name.lower().endswith(_TEXT_ENDING)


def _head_of(path: str) -> bytes:
    try:
        with open(path, "rb", buffering=0) as file:
            return file.read(_HEAD)
    except OSError:  # as below
        return b""


def _is_archive(path: str) -> bool:
    try:
        return is_archive(path)
    except OSError:  # reported where it is read
        return False

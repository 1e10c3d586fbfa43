"""The states of a filing that can be undone and redone, as files beside it: they outlast the program.

``.form4gen/NAME/undo-000041.json`` has the text before a change, what the change was, and the SHA-256 of the text
after it. It is written before the filing is, so that a program that is killed in between loses nothing: a state whose
text is the filing's own has not been left, and is skipped.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress

from form4gen.drafts import Draft
from form4gen.records import NamedTuple
from form4gen.temporary import remove_abandoned
from form4gen.workbench.folder import Folder, digest_of

MOST = 20
"""How many states can be undone."""

UNDO, REDO = "undo", "redo"
_HOME = ".form4gen"


class State(NamedTuple):
    """A text that a filing had, the change that ended it, where that was, and the digest of the text after it."""

    number: int
    words: str
    at: str
    text: str
    after: str

    @property
    def digest(self) -> str:
        """The digest of the text itself."""
        return digest_of(self.text.encode())


class States:
    """The states of the filings of a folder."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder

    def last(self, name: str, kind: str, digest: str) -> State | None:
        """The state that a filing with this digest goes back to, or forward to."""
        with suppress(OSError), self._folder.below(_HOME, name) as (path, at):
            for number in reversed(_numbers(path, at, kind)):
                state = _read(path, at, kind, number)
                if state is not None and state.digest != digest:
                    return state
                _remove(path, at, kind, number)  # damaged, or never left
        return None

    def all(self, name: str) -> list[State]:
        """Every state that can be undone, the latest first."""
        with suppress(OSError), self._folder.below(_HOME, name) as (path, at):
            numbers = reversed(_numbers(path, at, UNDO))
            return [state for number in numbers if (state := _read(path, at, UNDO, number)) is not None]
        return []

    def add(self, name: str, kind: str, state: State) -> None:
        """Add a state as the last one; only the newest are kept. Raises OSError."""
        with self._folder.below(_HOME, name, creates=True) as (path, at):
            remove_abandoned(path, at)
            numbers = _numbers(path, at, kind)
            number = (numbers[-1] if numbers else 0) + 1
            content = json.dumps(state._replace(number=number)._asdict(), ensure_ascii=False)
            with Draft(path, at, 0o600) as draft:
                draft.write(content.encode())
                draft.replace(_file(kind, number), keeps_mode=False)
            for old in numbers[: max(0, len(numbers) + 1 - MOST)]:
                _remove(path, at, kind, old)

    def drop(self, name: str, kind: str, number: int = 0) -> None:
        """Remove a state, or all of a kind."""
        with suppress(FileNotFoundError), self._folder.below(_HOME, name) as (path, at):
            for each in [number] if number else _numbers(path, at, kind):
                _remove(path, at, kind, each)


def _numbers(path: str, at: int | None, kind: str) -> list[int]:
    names = os.listdir(path if at is None else at)
    found = [name.removeprefix(f"{kind}-").removesuffix(".json") for name in names if name.startswith(f"{kind}-")]
    return sorted(int(digits) for digits in found if digits.isdecimal() and digits.isascii())


def _read(path: str, at: int | None, kind: str, number: int) -> State | None:
    with suppress(OSError, ValueError, TypeError):
        name = _file(kind, number)
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)
        file = os.open(name if at is not None else os.path.join(path, name), flags, dir_fd=at)
        with os.fdopen(file, "rb") as opened:
            return State(**json.loads(opened.read()))
    return None


def _remove(path: str, at: int | None, kind: str, number: int) -> None:
    name = _file(kind, number)
    with suppress(OSError):
        os.remove(name if at is not None else os.path.join(path, name), dir_fd=at)


def _file(kind: str, number: int) -> str:
    return f"{kind}-{number:06}.json"

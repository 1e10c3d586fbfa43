"""Changes of a filing, each saved at once, undone and redone."""

from __future__ import annotations

from collections.abc import Callable
from threading import RLock

from form4gen.api.editing import as_text, document_of
from form4gen.api.load import load
from form4gen.errors import Form4genError
from form4gen.workbench.changes import Document, ImpossibleError
from form4gen.workbench.checked import Checked, Checker
from form4gen.workbench.folder import ChangedError, Content, Folder, digest_of
from form4gen.workbench.states import REDO, UNDO, State, States

Change = Callable[[Document, Checked], tuple[str, str]]
"""Changes a document, which was checked as it was: what was done, in words, and the place to go on at."""


class ForeignError(Form4genError):
    """An undo would also undo a change that another program made."""


class Saved:
    """The filings of a folder: one change at a time."""

    def __init__(self, folder: Folder, checker: Checker) -> None:
        self._folder, self._checker = folder, checker
        self._states = States(folder)
        self._lock = RLock()
        self._last: dict[str, Checked] = {}

    def change(self, name: str, seen: str, do: Change) -> tuple[Checked, str, str]:
        """Change a filing that still has the digest ``seen``: the filing then, what was done, and where to go on.

        Raises ChangedError, ImpossibleError, and what ``do`` raises; then nothing is written.
        """
        with self._lock:
            before = self._seen(name, seen)
            document = _document_of(before)
            words, at = do(document, before)
            return self._save(before, as_text(document), words, at), words, at

    def tried(self, name: str, seen: str, do: Change) -> Checked:
        """The filing as a change would make it; nothing is written. Raises as ``change``."""
        with self._lock:
            before = self._seen(name, seen)
            document = _document_of(before)
            do(document, before)
            return self._checker.check(name, Content(as_text(document).encode(), seen))

    def write(self, name: str, seen: str, text: str, words: str) -> Checked:
        """Replace the whole text of a filing; ``words`` say what that is. Raises ChangedError and ImpossibleError."""
        with self._lock:
            before = self._seen(name, seen)
            after = self._checker.check(name, Content(text.encode(), ""))
            if document_of(after.loaded) is None:
                fault = after.loaded.findings[0]
                raise ImpossibleError(f"Line {fault.line}, column {fault.column}: {fault.message} Nothing was saved.")
            return self._save(before, text, words, "")

    def undo(self, name: str, seen: str, kind: str, *, also_foreign: bool) -> tuple[Checked, str, str]:
        """Go back to the state before the last change, or with ``kind`` REDO forward again.

        Raises ChangedError, ImpossibleError, and ForeignError if another program changed the file since, unless
        ``also_foreign``.
        """
        with self._lock:
            before = self._seen(name, seen)
            state = self._states.last(name, kind, seen)
            if state is None:
                raise ImpossibleError(f"There is nothing to {kind}.")
            if state.after != seen and not also_foreign:
                raise ForeignError(f"Another program changed {name} since. To {kind} takes that change back too.")
            other = REDO if kind == UNDO else UNDO
            after = digest_of(state.text.encode())
            self._states.add(name, other, State(0, state.words, state.at, before.content.raw.decode(), after))
            self._folder.replace(name, state.text.encode(), seen)
            self._states.drop(name, kind, state.number)
            return self._checker.check(name), state.words, state.at

    def states(self, name: str) -> list[State]:
        """The states that can be undone, the latest first."""
        with self._lock:
            return self._states.all(name)

    def undoable(self, name: str, digest: str) -> dict[str, str]:
        """What undo and redo would take back or do again, in words; empty if nothing."""
        with self._lock:
            found = {kind: self._states.last(name, kind, digest) for kind in (UNDO, REDO)}
        return {kind: state.words if state else "" for kind, state in found.items()}

    def _seen(self, name: str, seen: str) -> Checked:
        content = self._folder.read(name)
        if content.digest != seen:
            raise ChangedError(f"Another program or tab changed {name}.")
        before = self._checked_before(name, content)
        if before.report.has_ccc:
            raise ImpossibleError(
                "This file contains a CCC, which form4gen never writes. Remove it in an editor, then go on here."
            )
        try:
            content.raw.decode()
        except UnicodeDecodeError:
            raise ImpossibleError("This file is not UTF-8. Save it as UTF-8 in an editor, then go on here.") from None
        return before

    def _checked_before(self, name: str, content: Content) -> Checked:
        """The filing before a change, with a document of its own to change; one that was just saved is known."""
        last = self._last.get(name)
        if last is None or last.content.digest != content.digest:
            return self._checker.check(name, content)
        return last._replace(content=content, loaded=load(content.raw))

    def _save(self, before: Checked, text: str, words: str, at: str) -> Checked:
        raw = text.encode()
        after = digest_of(raw)
        if after == before.content.digest:
            return before
        self._states.add(before.name, UNDO, State(0, words, at, before.content.raw.decode(), after))
        self._folder.replace(before.name, raw, before.content.digest)
        self._states.drop(before.name, REDO)
        self._last = {before.name: self._checker.check(before.name)}
        return self._last[before.name]


def _document_of(before: Checked) -> Document:
    document = document_of(before.loaded)
    if before.loaded.filing is None or document is None:
        raise ImpossibleError("This file is not a filing yet. Correct it in the JSON view.")
    return document

"""Changes of a filing, each saved at once, undone and redone."""

from __future__ import annotations

from collections.abc import Sequence
from threading import RLock

from form4gen.api.editing import as_text, document_of
from form4gen.errors import Form4genError
from form4gen.records import NamedTuple
from form4gen.workbench.changes import ImpossibleError
from form4gen.workbench.checked import Change, Checked, Checker, document_to_change
from form4gen.workbench.folder import ChangedError, Content, Folder, digest_of
from form4gen.workbench.merging import merged, others_words_between
from form4gen.workbench.states import REDO, UNDO, State, States

_MOST_SHOWN, _MOST_UNSAVED, _MOST_BYTES = 24, 4, 1_000_000


class ForeignError(Form4genError):
    """An undo would also undo a change that another program made."""


class Done(NamedTuple):
    """A change that was made: the filing then, what was done, where to go on, and what others had changed before."""

    checked: Checked
    words: str
    at: str
    others: str = ""


class Saved:
    """The filings of a folder: one change at a time."""

    def __init__(self, folder: Folder, checker: Checker) -> None:
        self._folder, self._checker = folder, checker
        self._states = States(folder)
        self._lock = RLock()
        self._last: dict[str, Checked] = {}
        self._shown: dict[tuple[str, str], bytes] = {}
        self._unsaved: dict[tuple[str, str], bytes] = {}

    def show(self, name: str, content: Content) -> None:
        """Keep what a browser shows, the last ones of usual size, so that its next change can be compared."""
        key = name, content.digest
        with self._lock:
            self._shown.pop(key, None)
            if len(content.raw) <= _MOST_BYTES:
                self._shown[key] = content.raw
            for old in list(self._shown)[:-_MOST_SHOWN]:
                del self._shown[old]

    def last_shown(self, name: str) -> str:
        """The digest of what a browser last showed of a filing; empty if none is kept."""
        with self._lock:
            return next((digest for other, digest in reversed(self._shown) if other == name), "")

    def others(self, name: str, seen: str, now: Content) -> str:
        """What a filing has otherwise than when it had the digest ``seen``, in words."""
        try:
            with self._lock:
                base = self._seen_before(name, seen)
        except ChangedError as error:
            return str(error)
        return others_words_between(base, self._checker.check(name, now))

    def change(self, name: str, seen: str, do: Change) -> Done:
        """Change a filing, as a browser decided that saw it with the digest ``seen``.

        Raises ChangedError where it has changed otherwise since then, ImpossibleError, and what ``do`` raises; then
        nothing is written.
        """
        with self._lock:
            before = self._now(name)
            if before.content.digest != seen:
                found = merged(self._seen_before(name, seen), before, do)
                after = self._save(before, as_text(found.document), found.words, found.at)
                return Done(after, found.words, found.at, found.others)
            document = document_to_change(before)
            words, at = do(document, before)
            return Done(self._save(before, as_text(document), words, at), words, at)

    def tried(self, name: str, seen: str, do: Change) -> Checked:
        """The filing as a change would make it; nothing is written. Raises as ``change``."""
        with self._lock:
            before = self._seen(name, seen)
            document = document_to_change(before)
            do(document, before)
            return self._checker.check(name, Content(as_text(document).encode(), seen))

    def keep_unsaved(self, name: str, seen: str, changes: Sequence[Change], text: str | None) -> str:
        """Keep a filing as a tab has it, to be compared: as it was seen, or is now, with changes that are not saved.

        ``text`` is the whole text that was typed, if one was. Returns the digest. Raises what the changes raise.
        """
        with self._lock:
            try:
                before = self._seen_before(name, seen)
            except ChangedError:
                before = self._now(name)
            if text is not None:
                before = self._checker.check(name, Content(text.encode(), ""))
            document = document_to_change(before)
            for do in changes:
                do(document, before)
            raw = as_text(document).encode()
            digest = digest_of(raw)
            self._unsaved[name, digest] = raw
            for old in list(self._unsaved)[:-_MOST_UNSAVED]:
                del self._unsaved[old]
            return digest

    def unsaved(self, name: str, digest: str) -> bytes:
        """The filing that ``keep_unsaved`` kept. Raises ChangedError if it is not known any more."""
        with self._lock:
            if (name, digest) not in self._unsaved:
                raise ChangedError(f"What was typed for {name} is not known any more.")
            return self._unsaved[name, digest]

    def write(self, name: str, seen: str, text: str, words: str) -> Checked:
        """Replace the whole text of a filing; ``words`` say what that is. Raises ChangedError and ImpossibleError."""
        with self._lock:
            before = self._seen(name, seen)
            after = self._checker.check(name, Content(text.encode(), ""))
            if document_of(after.loaded) is None:
                fault = after.loaded.findings[0]
                raise ImpossibleError(f"Line {fault.line}, column {fault.column}: {fault.message} Nothing was saved.")
            return self._save(before, text, words, "")

    def undo(self, name: str, seen: str, kind: str, *, also_foreign: bool) -> Done:
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
            return Done(self._checker.check(name), state.words, state.at)

    def save_again(self, name: str, seen: str) -> None:
        """Write a file that another program removed, as a browser shows it with the digest ``seen``.

        Only a name that was shown is written. Raises ChangedError if there is a file again, ImpossibleError, and
        OSError.
        """
        with self._lock:
            raw = self._shown.get((name, seen))
            if raw is None:
                raise ImpossibleError(f"form4gen no longer has the text of {name}. Copy it from the JSON view.")
            if self._checker.check(name, Content(raw, seen)).report.has_ccc:
                raise ImpossibleError("This file contained a CCC, which form4gen never writes. Nothing was saved.")
            self._folder.create_again(name, raw)

    def seen(self, name: str, seen: str) -> bytes:
        """The content that a filing had with the digest ``seen``. Raises ChangedError if it is not known any more."""
        with self._lock:
            return self._seen_before(name, seen).content.raw

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
        """The filing as it is, if that is how it was seen. Raises ChangedError."""
        before = self._now(name)
        if before.content.digest != seen:
            raise ChangedError(self.others(name, seen, before.content))
        return before

    def _now(self, name: str) -> Checked:
        """The filing before a change; one that was just saved is known."""
        content = self._folder.read(name)
        last = self._last.get(name)
        if last is None or last.content.digest != content.digest:
            last = self._checker.check(name, content)
        if last.report.has_ccc:
            raise ImpossibleError(
                "This file contains a CCC, which form4gen never writes. Remove it in an editor, then go on here."
            )
        try:
            content.raw.decode()
        except UnicodeDecodeError:
            raise ImpossibleError("This file is not UTF-8. Save it as UTF-8 in an editor, then go on here.") from None
        return last

    def _seen_before(self, name: str, seen: str) -> Checked:
        """The filing as it was when it had the digest ``seen``. Raises ChangedError if that is not known any more."""
        raw = self._shown.get((name, seen))
        if raw is None:
            states = [state for state in self._states.all(name) if state.digest == seen]
            if not states:
                raise ChangedError(f"Another program or tab changed {name}.")
            raw = states[0].text.encode()
        return self._checker.check(name, Content(raw, seen))

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

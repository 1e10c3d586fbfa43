"""What a person does in the workbench, without the browser: see, change, start and take in filings."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from form4gen.api.codes import CODES
from form4gen.api.drafting import Draft, Given, account_lines, amended_draft, draft_text, next_draft
from form4gen.api.editing import as_text, document_of, example, name_of_place, shown
from form4gen.api.filings import import_filing
from form4gen.api.load import Filing, is_edgars, load
from form4gen.api.rules import explanations
from form4gen.api.starting import starting, written
from form4gen.api.unprinted import unprinted
from form4gen.errors import UnusableInputError
from form4gen.workbench import changes, entries, footnotes
from form4gen.workbench.changes import Document, ImpossibleError, place_at
from form4gen.workbench.checked import Checked, Checker
from form4gen.workbench.comparing import compare, files_to_compare
from form4gen.workbench.desk import Desk, Filed, Line
from form4gen.workbench.facts import Facts
from form4gen.workbench.folder import Folder, NotThereError
from form4gen.workbench.host import Host
from form4gen.workbench.pasting import paste
from form4gen.workbench.saving import Done, Saved
from form4gen.workbench.starting import amend_request, in_boxes, next_request
from form4gen.workbench.states import REDO, UNDO
from form4gen.workbench.view import verdict_and_findings, verdict_of, view, withheld

Asked = dict[str, Any]
_TECOGEN = "tecogen-2017"
_STEM_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_ ")
_LONGEST_STEM = 60


class Work:
    """The work on the filings of a folder."""

    def __init__(self, folder: Folder, host: Host) -> None:
        self.folder, self._host = folder, host
        self._checker = Checker(folder, host)
        self._saved = Saved(folder, self._checker)
        self._desk = Desk(folder, self._checker)
        self.facts = Facts(folder, self._saved, lambda: host.now().date())

    def lines(self) -> list[Line]:
        """The desk."""
        return self._desk.lines(self._host.now())

    def filed(self) -> list[Filed]:
        """The forms on file as EDGAR has them."""
        return self._desk.filed()

    def filing(self, name: str) -> Filing | None:
        """A filing, if its file is one."""
        return self._checker.check(name).loaded.filing

    def view(self, name: str) -> dict[str, Any]:
        """The Form screen."""
        return self._view(self._checker.check(name))

    def state(self, name: str, digest: str) -> dict[str, Any]:
        """Whether a file is still the one with this digest, and the verdict now."""
        try:
            checked = self._checker.check(name)
        except NotThereError:
            return {"changed": True, "gone": True}
        line = shown("workbench.verdict.html.jinja", **verdict_of(checked))
        has_changed = checked.content.digest != digest
        said = self._saved.others(name, digest, checked.content) if has_changed else ""
        if not has_changed:
            self._saved.show(name, checked.content)
        return {"changed": has_changed, "gone": False, "verdict": line, "said": said}

    def line(self, name: str, pointer: str) -> int:
        """The line of the file that has a place, or the nearest part above it; the first is 1."""
        return self._checker.check(name).loaded.document.line_and_column(place_at(pointer))[0]

    def unprinted(self, name: str) -> str:
        """The data of a filing that its page does not show, to be edited beside it."""
        document = document_of(self._checker.check(name).loaded)
        return shown("workbench.unprinted.html.jinja", **unprinted(document)._asdict()) if document else ""

    def outputs(self, name: str) -> dict[str, Any]:
        """What the Downloads screen shows."""
        checked = self._checker.check(name)
        line = shown("workbench.verdict.html.jinja", **verdict_of(checked))
        return {"verdict": line, "withheld": withheld(checked)}

    def facts_screen(self, name: str) -> dict[str, Any]:
        """What the Facts screen shows."""
        return self.outputs(name) | self.facts.offered(self.filing(name))

    def compare(self, name: str, other: str) -> dict[str, Any]:
        """The Compare screen."""
        return compare(self.folder, self._checker, self._saved, name, other)

    def files_to_compare(self, name: str, other: str) -> tuple[tuple[str, bytes], tuple[str, bytes]]:
        """The two files of the Compare screen, the old one first."""
        return files_to_compare(self.folder, self._checker, self._saved, name, other)

    def next_from(self, name: str, given: Asked) -> tuple[str, list[str]]:
        """Start the next filing of the same persons, from this one and the forms on file; its file, and its sources."""
        request = next_request(given, self._host.now().date())
        return self._start(name, "next", lambda: next_draft(self._given(name), request))

    def amend(self, name: str, given: Asked) -> tuple[str, list[str]]:
        """Start a Form 4/A that corrects rows; its file, and its sources."""
        request = amend_request(given, self._host.now().date())
        return self._start(name, "amendment", lambda: amended_draft(self._given(name)[0], request))

    def _given(self, name: str) -> list[Given]:
        """A filing and the forms on file."""
        on_file = dict(self._checker.on_file())
        filing = on_file.pop(name, None) or self.filing(name)
        if filing is None:
            raise ImpossibleError("This file is not a filing yet.")
        return [Given(name, filing), *(Given(other, each) for other, each in on_file.items())]

    def _start(self, name: str, kind: str, make: Callable[[], Draft]) -> tuple[str, list[str]]:
        try:
            draft = make()
        except UnusableInputError as error:
            raise ImpossibleError(in_boxes(str(error))) from None
        made = self.folder.create(f"{name.rpartition('.')[0]}-{kind}", draft_text(draft).encode())
        return made, [in_boxes(line.removeprefix("form4gen: ")) for line in account_lines(draft)]

    def has_errors(self, name: str) -> bool:
        """Whether a filing has errors that no override accepts."""
        return bool(self._checker.check(name).facts["verdict"]["errors"])

    def change(self, name: str, given: Asked) -> dict[str, Any]:
        """Make the change that a browser asks for: the screen after it, and what to say."""
        do, seen = str(given.get("do", "")), str(given.get("digest", ""))
        if do in (UNDO, REDO):
            done = self._saved.undo(name, seen, do, also_foreign=given.get("anyway") is True)
            done = done._replace(words=f"{'Undone' if do == UNDO else 'Done again'}: {done.words}")
        elif do == "json":
            words = "JSON edited"
            done = Done(self._saved.write(name, seen, _text(given, "text"), words), words, "")
        else:
            done = self._saved.change(name, seen, self._change(do, given))
        return self._view(done.checked) | {"said": done.words, "at": done.at, "others": done.others}

    def save_again(self, name: str, given: Asked) -> str:
        """Write a file that another program removed: what to say."""
        self._saved.save_again(name, _text(given, "digest"))
        return f"{name} is saved again."

    def last_shown(self, name: str) -> str:
        """The digest of a filing as a browser last showed it; empty if that is not known any more."""
        return self._saved.last_shown(name)

    def tried(self, name: str, given: Asked) -> dict[str, Any]:
        """The verdict and the findings that a change would lead to; nothing is written."""
        change = self._change(str(given.get("do", "")), given)
        return verdict_and_findings(self._saved.tried(name, str(given.get("digest", "")), change))

    def keep_unsaved(self, name: str, given: Asked) -> str:
        """Keep what a tab shows with its changes that are not saved, to be compared: the digest of that."""
        listed = given.get("changes")
        if not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
            raise ImpossibleError("The request is not understood.")
        texts = [_text(each, "text") for each in listed if each.get("do") == "json"]
        changes = [self._change(str(each.get("do", "")), each) for each in listed if each.get("do") != "json"]
        return self._saved.keep_unsaved(name, _text(given, "digest"), changes, texts[-1] if texts else None)

    def _change(self, do: str, given: Asked) -> Callable[[Document, Checked], tuple[str, str]]:
        at = _text(given, "at")
        match do:
            case "cell":
                return partial(self._enter, at, _text(given, "kind"), _text(given, "text"))
            case "paste":
                return lambda document, _: _renumbered(document, self._paste(document, at, given))
            case "add" | "add-entry" | "address":
                return partial(_add, do, at, given)
            case "copy" | "up" | "down" | "delete":
                return lambda document, _: _renumbered(document, entries.change_entry(document, do, place_at(at)))
            case "notes":
                ids = [str(each) for each in given.get("notes", ())]
                return lambda document, _: (footnotes.attach(document, place_at(at), ids, _text(given, "new")), at)
            case "delete-note":
                return lambda document, _: (footnotes.delete(document, at), "")
            case "apply":
                return partial(_apply, _text(given, "rule"), at)
            case "accept":
                return partial(_accept, given, at)
        raise ImpossibleError("The request is not understood.")

    def _enter(self, at: str, kind: str, text: str, document: Document, _: Checked) -> tuple[str, str]:
        return changes.enter(document, at, kind, text, self._host.now().date()), at

    def _paste(self, document: Document, at: str, given: Asked) -> tuple[str, str]:
        return paste(document, at, _text(given, "kind"), given.get("rows"), self._host.now().date())

    def _view(self, checked: Checked) -> dict[str, Any]:
        self._saved.show(checked.name, checked.content)
        undoable = self._saved.undoable(checked.name, checked.content.digest)
        return view(checked, undoable)

    def new(self, origin: str, codes: str) -> str:
        """Start a filing: blank, for transaction codes, or the example; the name of its file.

        What is to be filled in is left blank, as the page shows it: reading takes the placeholders out.
        """
        if origin == "example":
            return self.folder.create(_TECOGEN, example(_TECOGEN).encode())
        letters = [each.strip().upper() for each in codes.split(",") if each.strip()]
        unknown = [each for each in letters if each not in CODES]
        if unknown:
            raise ImpossibleError(f"{unknown[0][:10]!r} is not a transaction code. The codes are {', '.join(CODES)}.")
        started = load(written(starting([CODES[each] for each in letters])).encode())
        return self.folder.create("form4", as_text(document_of(started) or {}).encode())

    def take(self, name: str, raw: bytes) -> tuple[str, list[str]]:
        """Take in a file: EDGAR's as JSON, ours as it is; the name of the file, and what could not be taken over.

        Raises UnusableInputError if it is neither.
        """
        stem = "".join(letter for letter in name.rpartition(".")[0] if letter in _STEM_LETTERS)[:_LONGEST_STEM].strip()
        if is_edgars(raw):
            imported = import_filing(raw)
            return self.folder.create(stem or "form4", as_text(imported.document).encode()), list(imported.remarks)
        loaded = load(raw)
        if loaded.has_ccc:
            raise UnusableInputError("This file contains a CCC, which form4gen never writes. Remove it first.")
        if not raw.lstrip().startswith(b"{"):
            raise UnusableInputError("This is neither EDGAR's XML, nor a submission, nor form4gen's JSON.")
        return self.folder.create(stem or "form4", raw), []

    def rule(self, rule: str) -> str:
        """What a rule means."""
        found = explanations().get(rule)
        if found is None:
            raise NotThereError(f"There is no rule {rule[:20]!r}.")
        return shown("workbench.rule.html.jinja", rule=found)


def _add(do: str, at: str, given: Asked, document: Document, _: Checked) -> tuple[str, str]:
    """Add a row, another entry, or the address of the first person to a further one."""
    if do == "add":
        return entries.add_row(document, at, _row_kind(given))
    return entries.add_entry(document, at) if do == "add-entry" else entries.same_address(document, place_at(at))


def _apply(rule: str, pointer: str, document: Document, checked: Checked) -> tuple[str, str]:
    for finding in checked.report.open:
        if (finding.rule, finding.at.pointer) == (rule, pointer) and finding.suggested is not None:
            value = finding.suggested.isoformat() if hasattr(finding.suggested, "isoformat") else finding.suggested
            changes.put(document, finding.at, value)
            return f"{name_of_place(pointer)}: {value} ({rule} applied)", pointer
    raise ImpossibleError(f"{rule} suggests no value here any more.")


def _accept(given: Asked, pointer: str, document: Document, checked: Checked) -> tuple[str, str]:
    rule = _text(given, "rule")
    found = [each for each in checked.report.open if (each.rule, each.at.pointer) == (rule, pointer)]
    if not found:
        raise ImpossibleError(f"{rule} finds nothing here any more.")
    if any(each.edgar is None or each.edgar.value == "suspends" for each in found):
        raise ImpossibleError(f"EDGAR suspends a filing with {rule}. Correct it.")
    return changes.accept(document, rule, pointer, _text(given, "reason"), _text(given, "by")), pointer


def _renumbered(document: Document, done: tuple[str, str]) -> tuple[str, str]:
    footnotes.number(document)
    return done


def _row_kind(given: Asked) -> str:
    kind = _text(given, "kind")
    if kind not in ("transaction", "holding"):
        raise ImpossibleError("A row is a transaction or a holding.")
    return kind


def _text(given: Asked, key: str) -> str:
    value = given.get(key, "")
    if not isinstance(value, str):
        raise ImpossibleError("The request is not understood.")
    return value

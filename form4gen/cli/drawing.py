"""One filing drawn: what ``render`` does with each input."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from html import unescape
from itertools import chain
from typing import NamedTuple

from form4gen.api.check import Severity
from form4gen.api.closing import render_closing
from form4gen.api.drawing import exhibit_texts, prepare_html, render_html
from form4gen.api.load import Filing, Loaded
from form4gen.api.reports import Report, report_html, report_text
from form4gen.cli import outputs
from form4gen.cli.checking import checked, tell_broken_rules
from form4gen.cli.engines import drawn_by, prepare_engine
from form4gen.cli.settings import settings_for
from form4gen.cli.streams import coloured, complain, full, say
from form4gen.errors import BrokenRuleError, MissingLibraryError, RefusedFilingError, UnusableInputError
from form4gen.report.text import found


class Wanted(NamedTuple):
    """What is asked for of every input; ``kinds`` are the options of that name, none for all that a filing has."""

    paths: tuple[str, ...]
    kinds: frozenset[str]
    folder: str
    draft: bool
    hide_address: bool
    templates: str | None
    engine: str | None
    force: bool
    filed_at: datetime | None
    config: str | None
    no_config: bool

    def has(self, kind: str) -> bool:
        """Whether this part of the form is drawn."""
        return kind in self.kinds or not self.kinds

    @property
    def has_pdf(self) -> bool:
        """Whether there will be any PDF."""
        return self.has("pdf") or "closing" in self.kinds

    def names(self, path: str) -> tuple[list[str], list[str], list[str]]:
        """The files of the form, of the memorandum and of the closing set that an input is drawn to."""
        stem = outputs.stem(path)
        memo = "memo" in self.kinds
        return (
            [f"{stem}.{kind}" for kind in ("html", "pdf") if self.has(kind)],
            [f"{stem}-memo.{kind}" for kind, wanted in (("html", memo), ("pdf", memo and self.has("pdf"))) if wanted],
            [f"{stem}-closing.pdf"] if "closing" in self.kinds else [],
        )


def draw(wanted: Wanted, path: str) -> tuple[int, None]:
    """Draw one filing and print the path of every file that is written; faults are raised."""
    settings = settings_for(path, wanted.config, search=not wanted.no_config)
    loaded, report = checked(path, wanted.filed_at, settings)
    filing = _sound(loaded, report, draft=wanted.draft)
    form, memos, sets = wanted.names(path)
    if sets and wanted.filed_at is None and filing.context.filed_at is None:
        raise UnusableInputError("A closing set is of one time of filing: give --filed-at, or context.filedAt in it.")
    texts = exhibit_texts(filing) if wanted.has("exhibits") else {}
    if "exhibits" in wanted.kinds and not texts:
        complain("form4gen: The filing attaches no power of attorney, so no exhibit is written.")
    places = _places(wanted, path, [*form, *memos, *sets], texts)
    contents = _drawn(form, wanted.engine, partial(_form, wanted, filing))
    contents |= _drawn(memos, wanted.engine, partial(report_html, report, filing))
    closed = partial(render_closing, filing, loaded.document.raw, report, draft=wanted.draft)
    contents |= {name: _told(closed) for name in sets}
    contents |= {name: text.encode() for name, text in texts.items()}
    for name, content in contents.items():
        outputs.write(places[name], content)
        say(f"{places[name]}\n")
    return 0, None


def check_names(wanted: Wanted) -> None:
    """Raises UnusableInputError when two inputs would be drawn to one file, or into one folder for their exhibits."""
    taken: dict[str, int] = {}
    for number, path in enumerate(wanted.paths):
        for name in (*chain.from_iterable(wanted.names(path)), outputs.stem(path)):
            other = taken.setdefault(name.casefold(), number)
            if other != number:
                raise UnusableInputError(_collision(wanted.paths[other], path, name))


def prepare(wanted: Wanted) -> None:
    """Load what every input needs, before workers are forked. Raises MissingLibraryError and UnusableInputError."""
    prepare_html(wanted.templates)
    if wanted.has_pdf:
        with _hinting():
            prepare_engine(wanted.engine)


def _collision(first: str, second: str, name: str) -> str:
    if os.path.abspath(first) == os.path.abspath(second):
        return f"{full(first)} is given twice. Name each input once."
    return (
        f"{full(first)} and {full(second)} would both be drawn to {name}. Rename one of them, or draw them apart, each "
        f"with a folder of its own (-o)."
    )


def _places(wanted: Wanted, path: str, names: Sequence[str], exhibits: Iterable[str]) -> dict[str, str]:
    """Where the files go. The exhibits of several inputs, whose names may be the same, go to folders of their own."""
    free = partial(outputs.places, source=path, force=wanted.force, others=wanted.paths)
    if len(wanted.paths) == 1 or not exhibits:
        return free(wanted.folder, [*names, *exhibits])
    return free(wanted.folder, names) | free(outputs.own_folder(wanted.folder, path), exhibits)


def _sound(loaded: Loaded, report: Report, *, draft: bool) -> Filing:
    """The filing, if it may be drawn; otherwise the report goes to standard error and the filing is refused."""
    broken, errors = report.outcome.could_not_run, report.count(Severity.ERROR)
    if loaded.filing is not None and (draft or not (broken or errors)):
        tell_broken_rules(report)
        if report.open:
            complain(f"form4gen: {found(report)}; `form4gen validate` shows them.")
        return loaded.filing
    complain(report_text(report, colour=coloured(sys.stderr), proof=False))
    if broken:
        tell_broken_rules(report)
        raise BrokenRuleError("Nothing is drawn from a filing that was not checked whole; --draft draws it as a draft")
    if loaded.filing is None:
        raise RefusedFilingError("Nothing is drawn: the document is not a filing yet")
    raise RefusedFilingError("Nothing is drawn: correct the errors, or draw with --draft")


def _drawn(names: list[str], engine: str | None, draw: Callable[[], str]) -> dict[str, bytes]:
    """The content of the HTML and the PDF of a page, which is made of that HTML."""
    if not names:
        return {}
    page = draw()
    return {name: page.encode() if name.endswith(".html") else _told(partial(drawn_by, engine, page)) for name in names}


def _form(wanted: Wanted, filing: Filing) -> str:
    """The HTML of the form; an address that is to be hidden and stands in another place too is told."""
    page = render_html(filing, draft=wanted.draft, hide_address=wanted.hide_address, templates=wanted.templates)
    if wanted.hide_address:
        shown = unescape(page).casefold()
        for owner in filing.reporting_owners:
            if owner.rpt_owner_street1 and owner.rpt_owner_street1.casefold() in shown:
                complain(f"form4gen: The address {owner.rpt_owner_street1!r} stands in another text too and is shown.")
    return page


def _told(draw: Callable[[], tuple[bytes, tuple[str, ...]]]) -> bytes:
    """The content of a PDF; what is missing to draw it is told."""
    with _hinting():
        content, missing = draw()
    for character in missing:
        complain(f"form4gen: U+{ord(character):04X} has no glyph in the font of the PDF and is not printed there.")
    return content


@contextmanager
def _hinting() -> Iterator[None]:
    try:
        yield
    except MissingLibraryError as error:
        raise MissingLibraryError(f"{error} Until then, --html, --memo and --exhibits work.") from None

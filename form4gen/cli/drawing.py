"""Print one filing: what ``render`` does with each input."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from html import unescape
from itertools import chain
from typing import Protocol

from form4gen.api.check import Settings, Severity
from form4gen.api.closing import render_closing
from form4gen.api.drawing import exhibit_texts, prepare_html, render_html
from form4gen.api.filing_time import TimeBasis
from form4gen.api.load import Filing, Loaded
from form4gen.api.reports import Report, report_html, report_text
from form4gen.cli import outputs
from form4gen.cli.checking import checked, warnings
from form4gen.cli.engines import boxed, code_points, pdf_by, prepare_engine
from form4gen.cli.output import Output
from form4gen.cli.streams import full, in_utf_8, shows_color
from form4gen.errors import BrokenRuleError, MissingLibraryError, RefusedFilingError, TooCostlyError, UnusableInputError
from form4gen.records import NamedTuple
from form4gen.report.provenance import consequences, version_and_settings
from form4gen.report.text import found


class Flag(Protocol):
    """A flag that the processes of a run share; it is set if it is not 0."""

    value: int


class Request(NamedTuple):
    """What is to be made of every input; ``kinds`` are the options of that name, none for all that a filing has.

    ``too_slow`` is set as soon as the templates take too long, so that the other inputs of a run do not wait for them.
    """

    paths: tuple[str, ...]
    kinds: frozenset[str]
    folder: str
    draft: bool
    hide_address: bool
    templates: str | None
    engine: str | None
    force: bool
    filed_at: datetime | None
    settings: Settings
    too_slow: Flag | None = None

    def has(self, kind: str) -> bool:
        """Whether this part of the form is made."""
        return kind in self.kinds or not self.kinds

    @property
    def has_pdf(self) -> bool:
        """Whether any PDF is made."""
        return self.has("pdf") or "closing" in self.kinds

    def names(self, path: str) -> tuple[list[str], list[str], list[str]]:
        """The files of the form, of the memorandum and of the closing set that are made of an input."""
        stem = outputs.stem(path)
        memo = "memo" in self.kinds
        return (
            [f"{stem}.{kind}" for kind in ("html", "pdf") if self.has(kind)],
            [f"{stem}-memo.{kind}" for kind, wanted in (("html", memo), ("pdf", memo and self.has("pdf"))) if wanted],
            [f"{stem}-closing.pdf"] if "closing" in self.kinds else [],
        )


def draw(request: Request, path: str, output: Output, *, content: bytes | None = None) -> tuple[int, None]:
    """Make the files of one filing and print the path of each that is written; faults are raised.

    ``content`` is drawn in place of what is in the file.
    """
    loaded, report = checked(path, request.filed_at, request.settings, content=content)
    filing = _fit_to_print(loaded, report, output, draft=request.draft)
    form, memos, sets = request.names(path)
    if sets and report.time_basis is TimeBasis.CLOCK:
        raise UnusableInputError(
            "A closing set needs a filing time: give --filed-at, or context.filedAt in the document."
        )
    texts = exhibit_texts(filing) if request.has("exhibits") else {}
    if "exhibits" in request.kinds and not texts:
        output.warn("form4gen: The filing attaches no power of attorney, so no exhibit is written.")
    places = _places(request, path, [*form, *memos, *sets], texts)
    lacking: list[str] = []
    drawn = partial(_html_and_pdf, request.engine, output, lacking)
    with _timed(request.too_slow):
        contents = drawn(form, partial(_form, request, filing, report, output))
    contents |= drawn(memos, partial(report_html, report, filing))
    for name in sets:
        with _hinting():
            contents[name], missing = render_closing(filing, loaded.document.raw, report, draft=request.draft)
        lacking += missing
    _only_in_a_draft(dict.fromkeys(lacking), output, draft=request.draft)
    contents |= {name: text.encode() for name, text in texts.items()}
    for name, made in contents.items():
        outputs.write(places[name], made, replaces=request.force, root=request.folder)
        output.print(f"{in_utf_8(places[name])}\n")
    output.warn(version_and_settings(report.settings), is_general=True)
    return 0, None


def check_names(request: Request) -> None:
    """Raises UnusableInputError when two inputs would share an output file, or the folder of their exhibits."""
    taken: dict[str, int] = {}
    for number, path in enumerate(request.paths):
        for name in (*chain.from_iterable(request.names(path)), outputs.stem(path)):
            other = taken.setdefault(name.casefold(), number)
            if other != number:
                raise UnusableInputError(_collision(request.paths[other], path, name))


def prepare(request: Request) -> None:
    """Load what every input needs, before processes are forked. Raises MissingLibraryError and UnusableInputError."""
    prepare_html(request.templates)
    if request.has_pdf:
        with _hinting():
            prepare_engine(request.engine)


def _collision(first: str, second: str, name: str) -> str:
    if os.path.abspath(first) == os.path.abspath(second):
        return f"{full(first)} is listed twice."
    return (
        f"{full(first)} and {full(second)} would both be written to {name}. Rename one, or run them separately with "
        f"different -o folders."
    )


def _places(request: Request, path: str, names: Sequence[str], exhibits: Iterable[str]) -> dict[str, str]:
    """The paths of the files. Exhibits of different inputs may share a name, so each input has a folder for its own."""
    free = partial(outputs.places, source=path, force=request.force, others=request.paths)
    if len(request.paths) == 1 or not exhibits:
        return free(request.folder, [*names, *exhibits])
    return free(request.folder, names) | free(outputs.own_folder(request.folder, path), exhibits)


def _fit_to_print(loaded: Loaded, report: Report, output: Output, *, draft: bool) -> Filing:
    """The filing, if it may be printed; otherwise the report goes to standard error and the filing is refused."""
    broken, errors = report.outcome.could_not_run, report.count(Severity.ERROR)
    if loaded.filing is not None and (draft or not (broken or errors)):
        for line in (*(f"form4gen: {each}" for each in consequences(report)), *warnings(report)):
            output.warn(line)
        if report.open:
            output.warn(f"form4gen: {found(report)}; run `form4gen validate` to see them.")
        return loaded.filing
    output.warn(report_text(report, color=shows_color(sys.stderr), proof=False))
    for line in warnings(report):
        output.warn(line)
    if broken:
        raise BrokenRuleError(
            "Nothing was printed: an internal error kept the filing from being fully checked. Use --draft to print it "
            "anyway."
        )
    if loaded.filing is None:
        raise RefusedFilingError("Nothing was printed: the document is not yet a filing.")
    raise RefusedFilingError("Nothing was printed: correct the errors, or use --draft.")


def _html_and_pdf(
    engine: str | None, output: Output, lacking: list[str], names: list[str], html: Callable[[], str]
) -> dict[str, bytes]:
    """The content of the HTML and the PDF of a page; the PDF is made of that HTML.

    The characters that its font lacks are added to ``lacking``.
    """
    if not names:
        return {}
    page = html()
    contents = {}
    for name in names:
        if name.endswith(".html"):
            contents[name] = page.encode()
            continue
        with _hinting():
            (contents[name], missing), notice = pdf_by(engine, page)
        if notice:
            output.warn(f"form4gen: {notice}", is_general=True)
        lacking += missing
    return contents


@contextmanager
def _timed(too_slow: Flag | None) -> Iterator[None]:
    """Stop at once if the templates took too long for another input, and note it if they do for this one."""
    if too_slow is not None and too_slow.value:
        raise TooCostlyError("No other form is printed with these templates, because they take too long.")
    try:
        yield
    except TooCostlyError:
        if too_slow is not None:
            too_slow.value = 1
        raise


def _form(request: Request, filing: Filing, report: Report, output: Output) -> str:
    """The HTML of the form; warns of an address that is to be hidden but appears elsewhere too."""
    page = render_html(
        filing, draft=request.draft, hide_address=request.hide_address, templates=request.templates, report=report
    )
    if request.hide_address:
        shown = unescape(page).casefold()
        for owner in filing.reporting_owners:
            if owner.rpt_owner_street1 and owner.rpt_owner_street1.casefold() in shown:
                output.warn(
                    f"form4gen: The address {owner.rpt_owner_street1!r} also appears in other text on the form and is "
                    "not hidden there."
                )
    return page


def _only_in_a_draft(lacking: Collection[str], output: Output, *, draft: bool) -> None:
    """Name the characters that the font lacks. Raises RefusedFilingError if the pages are not those of a draft."""
    if not lacking:
        return
    if not draft:
        raise RefusedFilingError(
            f"Nothing was printed: the font of the PDF lacks {code_points(lacking)}. Write the text in Latin letters, "
            "use --draft, which prints each as a box with its code point, or use --html."
        )
    output.warn(boxed(lacking))


@contextmanager
def _hinting() -> Iterator[None]:
    try:
        yield
    except MissingLibraryError as error:
        raise MissingLibraryError(f"{error} Until then, --html, --memo and --exhibits work.") from None

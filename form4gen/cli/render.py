"""``form4gen render``."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from html import unescape

import click

from form4gen.api import (
    Filing,
    Loaded,
    Report,
    Severity,
    exhibit_texts,
    render_closing,
    render_html,
    report_html,
    report_text,
)
from form4gen.cli import options, outputs
from form4gen.cli.checking import checked, tell_broken_rules
from form4gen.cli.engines import PLUTOPRINT, WEASYPRINT, drawn_by
from form4gen.cli.settings import settings_for
from form4gen.cli.streams import coloured, complain, say
from form4gen.errors import BrokenRuleError, MissingLibraryError, RefusedFilingError, UnusableInputError
from form4gen.report.text import found


@click.command(
    "render",
    epilog=options.examples(
        "form4gen render form4.json -o out",
        "form4gen render form4.json --html --draft",
        "form4gen render form4.json --memo --pdf -o out",
        "form4gen render form4.json --closing --filed-at 2026-11-09T16:05",
        "form4gen render - --pdf -o out --force < form4.json",
    ),
)
@click.argument("path", metavar="INPUT")
@click.option("--html", is_flag=True, help="The page as one self-contained HTML file.")
@click.option("--pdf", is_flag=True, help="The page as PDF.")
@click.option("--exhibits", is_flag=True, help="Each attached power of attorney as a text for EDGAR (EX-24).")
@click.option("--memo", is_flag=True, help="The pre-filing memorandum as HTML, and with --pdf as PDF too.")
@click.option("--closing", is_flag=True, help="All in one PDF/A-3, with the filing, its XML and the findings inside.")
@click.option("-o", "--output", "folder", default=".", metavar="DIR", help="Where to write; made if it is not there.")
@click.option("--draft", is_flag=True, help="Draw a filing that has errors too, with DRAFT across every page.")
@click.option("--hide-address", is_flag=True, help="Leave the addresses of the owners out, for circulation.")
@options.templates
@click.option(
    "--engine",
    type=click.Choice([WEASYPRINT, PLUTOPRINT]),
    help="What draws the PDF. Default: weasyprint, and where its libraries are missing plutoprint, without tags.",
)
@click.option("--force", is_flag=True, help="Replace files that are there already.")
@options.filed_at
@options.config
def command(
    path: str,
    folder: str,
    draft: bool,  # noqa: FBT001  click passes each by name
    hide_address: bool,  # noqa: FBT001
    templates: str | None,
    engine: str | None,
    force: bool,  # noqa: FBT001
    filed_at: datetime | None,
    config: str | None,
    no_config: bool,  # noqa: FBT001
    **kinds: bool,
) -> None:
    """Draw the form: HTML, PDF and exhibits, or those of them, the memorandum and the closing set that are asked for.

    The files take the name of INPUT, exhibits their own. What was written is printed, one path a line. A filing with
    errors is refused, unless it is drawn as a draft.
    """
    html, pdf, exhibits, memo, closing = (kinds[kind] for kind in ("html", "pdf", "exhibits", "memo", "closing"))
    if hide_address and (memo or closing):
        raise UnusableInputError("--hide-address goes with neither --memo nor --closing: both quote the filing.")
    if closing and engine == PLUTOPRINT:
        raise UnusableInputError("--closing is a tagged PDF/A, which plutoprint cannot draw. Leave --engine out.")
    options.check_templates(templates, form=html or pdf or not any(kinds.values()), closing=closing)
    loaded, report = checked(path, filed_at, settings_for(path, config, search=not no_config))
    filing = _sound(loaded, report, draft=draft)
    if closing and filed_at is None and filing.context.filed_at is None:
        raise UnusableInputError("A closing set is of one time of filing: give --filed-at, or context.filedAt in it.")
    everything = not any(kinds.values())
    texts = exhibit_texts(filing) if exhibits or everything else {}
    if exhibits and not texts:
        complain("form4gen: The filing attaches no power of attorney, so no exhibit is written.")
    stem = outputs.stem(path)
    form = [f"{stem}.{kind}" for kind, wanted in (("html", html), ("pdf", pdf)) if wanted or everything]
    memos = [f"{stem}-memo.{kind}" for kind, wanted in (("html", memo), ("pdf", memo and pdf)) if wanted]
    sets = [f"{stem}-closing.pdf"] if closing else []
    places = outputs.places(folder, [*form, *memos, *sets, *texts], source=path, force=force)
    contents = _drawn(form, engine, partial(_form, filing, templates, draft=draft, hide_address=hide_address))
    contents |= _drawn(memos, engine, partial(report_html, report, filing))
    closed = partial(render_closing, filing, loaded.document.raw, report, draft=draft)
    contents |= {name: _told(closed) for name in sets}
    contents |= {name: text.encode() for name, text in texts.items()}
    for name, content in contents.items():
        outputs.write(places[name], content)
        say(f"{places[name]}\n")


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


def _form(filing: Filing, templates: str | None, *, draft: bool, hide_address: bool) -> str:
    """The HTML of the form; an address that is to be hidden and stands in another place too is told."""
    page = render_html(filing, draft=draft, hide_address=hide_address, templates=templates)
    if hide_address:
        shown = unescape(page).casefold()
        for owner in filing.reporting_owners:
            if owner.rpt_owner_street1 and owner.rpt_owner_street1.casefold() in shown:
                complain(f"form4gen: The address {owner.rpt_owner_street1!r} stands in another text too and is shown.")
    return page


def _told(draw: Callable[[], tuple[bytes, tuple[str, ...]]]) -> bytes:
    """The content of a PDF; what is missing to draw it is told."""
    try:
        content, missing = draw()
    except MissingLibraryError as error:
        raise MissingLibraryError(f"{error} Until then, --html, --memo and --exhibits work.") from None
    for character in missing:
        complain(f"form4gen: U+{ord(character):04X} has no glyph in the font of the PDF and is not printed there.")
    return content

"""``form4gen render``."""

from __future__ import annotations

from datetime import datetime
from functools import partial

import click

from form4gen.cli import many, options
from form4gen.cli.drawing import Wanted, check_names, draw, prepare
from form4gen.cli.engines import PLUTOPRINT, WEASYPRINT
from form4gen.cli.settings import settings_for
from form4gen.errors import UnusableInputError

_WORTH_A_WORKER = 100  # files without a PDF: what they cost is about what a worker costs
_WORDS = {0: "drawn", 1: "refused", 2: "could not be drawn", 70: "stopped by a bug"}


@click.command(
    "render",
    epilog=options.examples(
        "form4gen render form4.json -o out",
        "form4gen render form4.json --html --draft",
        "form4gen render form4.json --memo --pdf -o out",
        "form4gen render form4.json --closing --filed-at 2026-11-09T16:05",
        "form4gen render - --pdf -o out --force < form4.json",
        "form4gen render november/*.json --pdf -o out --jobs 4",
    ),
)
@options.inputs
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
@options.jobs
@options.filed_at
@options.config
def command(
    paths: tuple[str, ...],
    folder: str,
    draft: bool,  # noqa: FBT001  click passes each by name
    hide_address: bool,  # noqa: FBT001
    templates: str | None,
    engine: str | None,
    force: bool,  # noqa: FBT001
    jobs: int | None,
    filed_at: datetime | None,
    config: str | None,
    no_config: bool,  # noqa: FBT001
    **kinds: bool,
) -> None:
    """Draw the form: HTML, PDF and exhibits, or those of them, the memorandum and the closing set that are asked for.

    The files take the name of INPUT, exhibits their own. What was written is printed, one path a line. A filing with
    errors is refused, unless it is drawn as a draft.

    Several inputs are drawn by several workers, each input by itself: a bad one does not stop the others. Their
    exhibits go to a folder of the name of the input. The exit code is that of the gravest.
    """
    asked = frozenset(kind for kind, is_asked in kinds.items() if is_asked)
    if hide_address and asked & {"memo", "closing"}:
        raise UnusableInputError("--hide-address goes with neither --memo nor --closing: both quote the filing.")
    if "closing" in asked and engine == PLUTOPRINT:
        raise UnusableInputError("--closing is a tagged PDF/A, which plutoprint cannot draw. Leave --engine out.")
    wanted = Wanted(paths, asked, folder, draft, hide_address, templates, engine, force, filed_at, config, no_config)
    options.check_templates(templates, form=wanted.has("html") or wanted.has("pdf"), closing="closing" in asked)
    if len(paths) == 1:
        draw(wanted, *paths)
    else:
        click.get_current_context().exit(_draw_all(wanted, jobs))


def _draw_all(wanted: Wanted, jobs: int | None) -> int:
    """Draw several inputs; the exit code of the gravest."""
    many.check_inputs(wanted.paths)
    check_names(wanted)
    if wanted.config:
        settings_for("", wanted.config)
    prepare(wanted)
    team = many.team_size(jobs, len(wanted.paths), 1 if wanted.has_pdf else _WORTH_A_WORKER)
    return many.summed(many.run(wanted.paths, partial(draw, wanted), team, "Drawing"), _WORDS)

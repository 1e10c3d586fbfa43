"""``form4gen render``."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from functools import partial

import click

from form4gen.cli import many, options
from form4gen.cli.drawing import Request, check_names, draw, prepare
from form4gen.cli.engines import PLUTOPRINT, WEASYPRINT
from form4gen.cli.heading import FLAGS
from form4gen.cli.output import attempt, finish
from form4gen.cli.settings import headed, settings_of_run
from form4gen.cli.streams import STANDARD, read
from form4gen.errors import UnusableInputError

_WORTH_A_PROCESS = 100  # files without a PDF: printing them takes about as long as starting a process
_WORDS = {0: "printed", 1: "refused", 2: "could not be printed", 70: "stopped by an internal error"}


@click.command(
    "render",
    epilog=options.examples(
        "form4gen render form4.json -o out",
        "form4gen render form4.json --html --draft",
        "form4gen render 0000320193-26-000123.txt --memo -o out",
        "form4gen render form4.json --memo --pdf -o out",
        "form4gen render form4.json --closing --filed-at 2026-11-09T16:05",
        "form4gen render - --pdf -o out --force < form4.json",
        "form4gen render november/*.json --pdf -o out --jobs 4",
    ),
)
@options.inputs
@click.option("--html", is_flag=True, help="The form as a single self-contained HTML file.")
@click.option("--pdf", is_flag=True, help="The form as PDF.")
@click.option("--exhibits", is_flag=True, help="Each attached power of attorney as an EDGAR text file (EX-24).")
@click.option("--memo", is_flag=True, help="The pre-filing memorandum as HTML; with --pdf, also as PDF.")
@click.option(
    "--closing",
    is_flag=True,
    help="A closing set: one PDF/A-3 of the form, memorandum and exhibits, with INPUT, the XML and the findings "
    "attached.",
)
@options.heading
@options.output_folder
@click.option("--draft", is_flag=True, help="Print a filing even if it has errors, with DRAFT across every page.")
@click.option("--hide-address", is_flag=True, help="Omit reporting persons' addresses, for circulation.")
@options.templates
@click.option(
    "--engine",
    type=click.Choice([WEASYPRINT, PLUTOPRINT]),
    help="PDF engine. Default: weasyprint; if its libraries are missing, plutoprint (PDF without accessibility tags).",
)
@options.force
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
    """Print one or more forms as HTML and PDF, with their exhibits.

    INPUT is form4gen's JSON, EDGAR's ownership XML or a full submission (.txt), told apart by its content.

    Without a choice among --html, --pdf, --exhibits, --memo and --closing, writes HTML, PDF and exhibits. Output files
    are named after INPUT; exhibits keep their own file names. Each path written is printed. A filing with errors is
    refused unless --draft is given.

    With several inputs, each is printed separately and one that fails does not stop the others. Each input's exhibits
    go in a folder named after it. The exit code is the most severe one.
    """
    chosen = frozenset(kind for kind, is_chosen in kinds.items() if is_chosen)
    if hide_address and chosen & {"memo", "closing"}:
        raise UnusableInputError(
            "--hide-address cannot be used with --memo or --closing, because both quote the filing."
        )
    if "closing" in chosen and engine == PLUTOPRINT:
        raise UnusableInputError("--closing needs a tagged PDF/A, which plutoprint cannot make. Omit --engine.")
    heading = options.given_heading()
    if heading and not chosen & {"memo", "closing"}:
        raise click.UsageError(f"{FLAGS} require --memo or --closing.")
    settings = headed(settings_of_run(config, search=not no_config), heading)
    request = Request(paths, chosen, folder, draft, hide_address, templates, engine, force, filed_at, settings)
    options.check_templates(templates, form=request.has("html") or request.has("pdf"), closing="closing" in chosen)
    click.get_current_context().exit(_draw_all(request, jobs) if len(paths) > 1 else _draw_one(request))


def _draw_one(request: Request) -> int:
    """Print one input; its exit code. A PDF is made in a process of its own, which a library may crash."""
    step = partial(draw, request)
    if request.paths[0] == STANDARD:  # which a process of its own cannot read
        step = partial(draw, request, content=read(STANDARD))
    if not request.has_pdf:
        return finish(attempt(step, request.paths[0]))
    ((_, result),) = many.run(request.paths, step)
    return result.code


def _draw_all(request: Request, jobs: int | None) -> int:
    """Print several inputs; the most severe exit code."""
    many.check_inputs(request.paths)
    check_names(request)
    prepare(request)
    if request.templates:
        from form4gen.cli.workers import flag  # noqa: PLC0415  few firms have templates of their own

        request = request._replace(too_slow=flag())
    team = many.team_size(jobs, len(request.paths), 1 if request.has_pdf else _WORTH_A_PROCESS)
    results = many.run(request.paths, partial(draw, request), team, "Printing")
    return many.summarize(Counter(result.code for _, result in results), _WORDS)

"""``form4gen validate``."""

from __future__ import annotations

from datetime import datetime
from functools import partial

import click

from form4gen.cli import options
from form4gen.cli.validating import FORMS, Asked, report_on


@click.command(
    "validate",
    epilog=options.examples(
        "form4gen validate form4.json --filed-at 2026-11-09T16:05",
        "form4gen validate form4.json --select TC --select RO102 --strict",
        "form4gen validate form4.json --prior september.xml --prior october.json",
        "form4gen validate - --format json < form4.json",
        "form4gen validate november/*.json --format concise",
    ),
)
@options.inputs
@options.form(*FORMS)
@options.filed_at
@click.option(
    "--prior",
    multiple=True,
    metavar="FILE",
    help="An earlier filing of the same person: JSON, ownership XML or a full submission; may be repeated.",
)
@options.jobs
@options.config
@click.option("--select", multiple=True, metavar="RULE", help="Apply only this rule or family; may be repeated.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave out this rule or family; may be repeated.")
@click.option("--strict/--no-strict", default=None, help="Let warnings fail the run as errors do.")
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    form: str,
    filed_at: datetime | None,
    prior: tuple[str, ...],
    jobs: int | None,
    config: str | None,
    no_config: bool,  # noqa: FBT001  click passes each by name
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    strict: bool | None,  # noqa: FBT001
) -> None:
    """Check a filing: every rule, with place, citation and remedy of every finding.

    The report ends with the deadline of every row and the balance of every line, whether or not anything is wrong.
    Findings that an override of the filing accepts are shown, and do not fail the run. Options stand in the place of
    the same settings of a settings file.

    Of several inputs each is checked by itself, and the reports come in their order; JSON then is one report a line,
    and SARIF one log. Each --prior stands by those inputs that it precedes. The exit code is that of the gravest.
    """
    asked = Asked(form, filed_at, config, no_config, _names(select), _names(ignore), strict, len(paths) > 1)
    if asked.is_of_many:
        from form4gen.cli.validate_many import check_all  # noqa: PLC0415  most runs check one filing

        ctx.exit(check_all(asked, paths, prior, jobs))
    earlier = None
    if prior:
        from form4gen.cli import priors  # noqa: PLC0415  few runs have such

        earlier = partial(priors.earlier, prior)
    ctx.exit(report_on(asked, paths[0], earlier))


def _names(given: tuple[str, ...]) -> tuple[str, ...]:
    """The names one by one, as the catalogue writes them; commas part them too."""
    return tuple(name.strip().upper() for names in given for name in names.split(",") if name.strip())

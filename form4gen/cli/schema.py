"""``form4gen schema``."""

from __future__ import annotations

import click

from form4gen.api.load import schema
from form4gen.api.reports import report_schema
from form4gen.api.rules import catalogue_schema
from form4gen.cli import options
from form4gen.cli.streams import write_output


@click.command(
    "schema",
    epilog=options.examples("form4gen schema > form4.schema.json", "form4gen schema --report > report.schema.json"),
)
@click.option("--report", is_flag=True, help="Print the schema of `validate --format json` instead.")
@click.option("--rules", is_flag=True, help="Print the schema of `rules --format json` instead.")
def command(report: bool, rules: bool) -> None:  # noqa: FBT001  click passes each by name
    """Print the JSON Schema (2020-12) of a filing, for an editor or another program."""
    if report and rules:
        raise click.UsageError("--report and --rules cannot be combined.")
    write_output(report_schema() if report else catalogue_schema() if rules else schema())

"""``form4gen schema``."""

from __future__ import annotations

import click

from form4gen.api.comparison import comparison_schema
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
@click.option("--diff", is_flag=True, help="Print the schema of `diff --format json` instead.")
def command(report: bool, rules: bool, diff: bool) -> None:  # noqa: FBT001  click passes each by name
    """Print the JSON Schema (2020-12) of a filing, for an editor or another program."""
    wanted = {"--report": report, "--rules": rules, "--diff": diff}
    named = [name for name, is_wanted in wanted.items() if is_wanted]
    if len(named) > 1:
        raise click.UsageError(f"{' and '.join(named)} cannot be combined.")
    write_output(_SCHEMAS[named[0]]() if named else schema())


_SCHEMAS = {"--report": report_schema, "--rules": catalogue_schema, "--diff": comparison_schema}

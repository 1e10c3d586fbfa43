"""``form4gen rules``."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import click

from form4gen.api.check import Edgar, Severity
from form4gen.api.rules import explanations, nearest
from form4gen.cli import options
from form4gen.cli.streams import coloured, say
from form4gen.report.explanation import in_full, in_full_json, listing, listing_json


@click.command("rules", epilog=options.examples("form4gen rules --family TC --edgar suspends", "form4gen rules RO102"))
@click.argument("rule_id", metavar="[ID]", required=False)
@options.form()
@click.option("--family", multiple=True, metavar="XX", help="Only the ids that begin so; may be repeated.")
@click.option("--severity", type=click.Choice([each.value for each in Severity]), help="Only this severity.")
@click.option("--edgar", type=click.Choice([each.value for each in Edgar]), help="Only where EDGAR does this.")
def command(rule_id: str | None, form: str, family: tuple[str, ...], severity: str | None, edgar: str | None) -> None:
    """List the rules (id, severity, what EDGAR does, title), or explain the one with this ID.

    JS ids are the faults for which a document is not a filing yet. The format json holds everything that is known of
    each rule; `form4gen schema --rules` describes it.
    """
    known = explanations()
    if rule_id is not None:
        each = known.get(rule_id.upper())
        if each is None:
            raise click.UsageError(f"There is no rule {rule_id!r}.{_hint(rule_id, known)}")
        say(in_full_json(each) if form == "json" else in_full(each, colour=coloured(sys.stdout)))
        return
    families = {each.family for each in known.values()}
    wanted = {name.upper() for name in family}
    for name in sorted(wanted - families):
        raise click.UsageError(f"There is no family {name!r}. The families are {', '.join(sorted(families))}.")
    shown = [
        each
        for each in known.values()
        if (not wanted or each.family in wanted)
        and severity in (None, each.severity.value)
        and edgar in (None, each.edgar and each.edgar.value)
    ]
    say(listing_json(shown) if form == "json" else listing(shown, colour=coloured(sys.stdout)))


def _hint(rule_id: str, known: Iterable[str]) -> str:
    near = nearest(rule_id.upper(), known)
    return f" Did you mean {near}?" if near else " `form4gen rules` lists them all."

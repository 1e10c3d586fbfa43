"""``form4gen rules``."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import click

from form4gen.api.check import Edgar, Severity
from form4gen.api.rules import explanations, nearest
from form4gen.cli import options
from form4gen.cli.streams import shows_color, write_output
from form4gen.report.explanation import Explanation, in_full, in_full_json, listing, listing_json, named


@click.command(
    "rules",
    epilog=options.examples(
        "form4gen rules --family TC --edgar suspends", "form4gen rules RO102", "form4gen rules late filing"
    ),
)
@click.argument("words", metavar="[ID|WORDS]", nargs=-1)
@options.form()
@click.option("--family", multiple=True, metavar="XX", help="Only rules of this family, such as TC. Repeatable.")
@click.option("--severity", type=click.Choice([each.value for each in Severity]), help="Only rules of this severity.")
@click.option(
    "--edgar",
    type=click.Choice([each.value for each in Edgar]),
    help="Only rules for which EDGAR responds in this way.",
)
def command(
    words: tuple[str, ...], form: str, family: tuple[str, ...], severity: str | None, edgar: str | None
) -> None:
    """List the rules (ID, severity, EDGAR's response, name), or explain the rule with this ID.

    WORDS find rules by name: a single match is explained, several are listed. IDs beginning with JS are faults that
    keep a document from being a filing; XM101 is what EDGAR's schema does not allow. --format json
    gives all details; `form4gen schema --rules` describes it.
    """
    known = explanations()
    text = " ".join(words)
    if text.upper() in known:
        _explain(known[text.upper()], form)
        return
    families = {each.family for each in known.values()}
    wanted = {name.upper() for name in family}
    for name in sorted(wanted - families):
        raise click.UsageError(f"There is no family {name!r}. The families are {', '.join(sorted(families))}.")
    shown = [
        each
        for each in (named(text, known.values()) if text else known.values())
        if (not wanted or each.family in wanted)
        and severity in (None, each.severity.value)
        and edgar in (None, each.edgar and each.edgar.value)
    ]
    if text and not shown:
        raise click.UsageError(f"No rule has the ID or name {text!r}.{_hint(text, known)}")
    if text and len(shown) == 1:
        _explain(shown[0], form)
    else:
        write_output(listing_json(shown) if form == "json" else listing(shown, color=shows_color(sys.stdout)))


def _explain(each: Explanation, form: str) -> None:
    write_output(in_full_json(each) if form == "json" else in_full(each, color=shows_color(sys.stdout)))


def _hint(text: str, known: Iterable[str]) -> str:
    near = nearest(text.upper(), known)
    return f" Did you mean {near}?" if near else " Run `form4gen rules` to list all rules."

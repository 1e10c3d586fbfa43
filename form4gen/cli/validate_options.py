"""The options of ``validate``, and the check of one input under them, whether click has read them or ``plain``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from form4gen.api.load import Filing
from form4gen.cli.declared import CONFIG, FILED_AT, NO_CONFIG, Option, form, repeatable, switch
from form4gen.cli.heading import FLAGS, HEADING, heading_of
from form4gen.cli.output import Output, attempt, finish
from form4gen.cli.settings import headed, overridden, rule_names, settings_of_run
from form4gen.cli.validating import FORMS, Fixing, Request, report_on
from form4gen.typed import Any

OPTIONS = (
    form(*FORMS),
    FILED_AT,
    repeatable(
        "--prior",
        "prior",
        "FILE|FOLDER",
        "An earlier filing of the same reporting person and issuer (JSON, ownership XML or full submission), or a "
        "folder of filings, without its subfolders: those of other persons and issuers are not used. Repeatable.",
    ),
    CONFIG,
    NO_CONFIG,
    repeatable(
        "--select",
        "select",
        "RULE",
        "Run only this rule or family: a look, not a check of the filing. Repeatable. Also drops the settings file's "
        "ignore list.",
    ),
    repeatable(
        "--ignore",
        "ignore",
        "RULE",
        "Drop what this rule or family finds, unless EDGAR suspends it. Repeatable.",
    ),
    Option("--strict", "strict", "Treat warnings as errors.", opposite="--no-strict"),
    *HEADING,
    switch("--fix", "fixes", "Correct in the file what is a matter of spelling alone, and show the changes."),
    switch("--diff", "shows", "Show what --fix would change, and write nothing."),
)

Given = Mapping[str, Any]
"""The value of each option, by its name."""


def misuse(given: Given) -> str:
    """Why the options cannot be given together; empty if they can."""
    if given["shows"] and given["form"] != "text":
        return "--diff prints no report: leave out --format."
    if heading_of(given) and given["form"] != "html":
        return f"{FLAGS} require --format html."
    return ""


def request_of(given: Given, *, is_of_many: bool = False) -> Request:
    """How each input is to be checked. Raises UnusableInputError if the settings cannot be read."""
    found = headed(settings_of_run(given["config"], search=not given["no_config"]), heading_of(given))
    select, ignore = rule_names(given["select"]), rule_names(given["ignore"])
    settings = overridden(found, select, ignore, strict=given["strict"])
    # With --fix and --diff, nothing is written.
    fixing = Fixing.SHOW if given["shows"] else Fixing.WRITE if given["fixes"] else Fixing.NONE
    return Request(given["form"], given["filed_at"], settings, is_of_many, fixing)


def check_one(given: Given, path: str) -> int:
    """Check one input and print the report; the exit code. Raises UnusableInputError."""
    return finish(attempt(partial(_step, request_of(given), given["prior"]), path))


def _step(request: Request, prior: tuple[str, ...], path: str, output: Output) -> tuple[int, None]:
    report = _reporter(request)
    if not prior:
        return report(request, path, output)
    from form4gen.cli import priors  # noqa: PLC0415  few runs have such

    given, skipped = priors.read_priors(prior)
    for line in skipped:
        output.warn(line)
    warned: set[str] = set()  # a corrected document is checked again

    def earlier(filing: Filing, filed_at: datetime) -> list[Filing]:
        found = priors.preceding(given, filing, filed_at)
        for line in priors.unused(given, {prior.path for prior in found}):
            if line not in warned:
                output.warn(line)
            warned.add(line)
        return [prior.filing for prior in found]

    return report(request, path, output, earlier)


def _reporter(request: Request) -> Callable[..., tuple[int, None]]:
    if request.fixing is Fixing.NONE:
        return report_on
    from form4gen.cli.fixing import report_on_fixed  # noqa: PLC0415  most runs correct nothing

    return report_on_fixed

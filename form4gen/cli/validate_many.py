"""Several filings checked: what ``validate`` does with more than one input."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import NamedTuple

from form4gen.api.load import Filing
from form4gen.api.reports import Check, Report, reports_sarif
from form4gen.api.rules import check_names
from form4gen.cli import many
from form4gen.cli.checking import tell_broken_rules
from form4gen.cli.priors import Prior, preceding, read_priors, tell_unused
from form4gen.cli.settings import settings_for
from form4gen.cli.streams import Ended, say
from form4gen.cli.validating import Asked, check, told
from form4gen.errors import UnusableInputError

_WORTH_A_WORKER = 100  # files: what they cost is about what a worker costs
_WORDS = {0: "passed", 1: "failed", 2: "could not be checked", 70: "not checked whole, for a bug"}


class _Given(NamedTuple):
    """What the check of one input gives beside what it says: its report, for SARIF, and the earlier files used."""

    report: Report | None
    used: tuple[str, ...]


def check_all(asked: Asked, paths: Sequence[str], prior: Sequence[str], jobs: int | None) -> int:
    """Check every input and tell the reports in their order; the exit code of the gravest."""
    many.check_inputs(paths)
    if asked.form == "html":
        raise UnusableInputError(
            "--format html is the memorandum on one filing. `form4gen render INPUT... --memo --draft -o DIR` writes "
            "one for each."
        )
    check_names((*asked.select, *asked.ignore))
    if asked.config:
        settings_for("", asked.config)
    priors = read_priors(prior)
    team = many.team_size(jobs, len(paths), _WORTH_A_WORKER)
    ended = many.run(paths, partial(_check, asked, priors), team, "Checking" if team > 1 else "")
    if asked.form == "sarif":
        say(reports_sarif(_as_check(path, each) for path, each in zip(paths, ended, strict=True)))
    used = {path for each in ended if each.given for path in each.given.used}
    tell_unused(priors, used, ", for any of the inputs")
    return many.summed(ended, _WORDS)


def _check(asked: Asked, priors: Sequence[Prior], path: str) -> tuple[int, _Given]:
    used: list[Prior] = []

    def earlier(filing: Filing, filed_at: datetime) -> list[Filing]:
        used.extend(preceding(priors, filing, filed_at))
        return [prior.filing for prior in used]

    loaded, report, code = check(asked, path, earlier)
    is_told_later = asked.form == "sarif"
    if not is_told_later:
        blank = "\n" if asked.form == "text" else ""
        say(told(asked, report, loaded.filing, code) + blank)
    tell_broken_rules(report)
    return code, _Given(report if is_told_later else None, tuple(prior.path for prior in used))


def _as_check(path: str, ended: Ended) -> Check:
    faults = tuple(each.text for each in ended.said if each.is_complaint)
    return Check(path, ended.code, ended.given.report if ended.given else None, faults)

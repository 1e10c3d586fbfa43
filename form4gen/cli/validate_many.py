"""Check several filings: what ``validate`` does with more than one input."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from form4gen.api.load import Filing
from form4gen.api.reports import Check, reports_sarif, sarif_part
from form4gen.api.rules import check_names
from form4gen.cli import many
from form4gen.cli.checking import warnings
from form4gen.cli.output import Output, Result
from form4gen.cli.priors import Prior, preceding, read_priors, unused
from form4gen.cli.streams import name_of, write_error, write_output
from form4gen.cli.validating import Request, check, in_format
from form4gen.errors import UnusableInputError
from form4gen.records import NamedTuple
from form4gen.report.provenance import version_and_settings

if TYPE_CHECKING:
    from form4gen.api.reports import Part

_WORTH_A_PROCESS = 100  # files: checking them takes about as long as starting a process
_WORDS = {
    0: "passed",
    1: "failed",
    2: "could not be read",
    70: "not fully checked (internal error)",
}


class _Checked(NamedTuple):
    """What the check of one input returns for the command: its part of a SARIF log, and the earlier filings used."""

    part: Part | None
    used: tuple[str, ...]


def check_all(request: Request, paths: Sequence[str], prior: Sequence[str], jobs: int | None) -> int:
    """Check every input and write the reports in order; the most severe exit code."""
    many.check_inputs(paths)
    if request.form == "html":
        raise UnusableInputError(
            "--format html is the memorandum on one filing. `form4gen render INPUT... --memo --draft -o DIR` writes "
            "one for each."
        )
    check_names((*request.settings.select, *request.settings.ignore))
    priors = read_priors(prior)
    team = many.team_size(jobs, len(paths), _WORTH_A_PROCESS)
    codes: Counter[int] = Counter()
    used: set[str] = set()
    parts: list[Part] = []
    try:
        for path, result in many.run(paths, partial(_check, request, priors), team, "Checking" if team > 1 else ""):
            codes[result.code] += 1
            used.update(result.value.used if result.value else ())
            if request.form == "sarif":
                parts.append(result.value.part if result.value else _failed(path, result))
    finally:  # the log of what was checked is written even if the run is interrupted
        if request.form == "sarif":
            write_output(reports_sarif(parts))
    for line in unused(priors, used, " for any input"):
        write_error(line)
    return many.summarize(codes, _WORDS)


def _check(request: Request, priors: Sequence[Prior], path: str, output: Output) -> tuple[int, _Checked]:
    used: list[Prior] = []

    def earlier(filing: Filing, filed_at: datetime) -> list[Filing]:
        used.extend(preceding(priors, filing, filed_at))
        return [prior.filing for prior in used]

    loaded, report, code = check(request, path, earlier)
    is_sarif = request.form == "sarif"  # one log for all inputs, written at the end
    if not is_sarif:
        blank = "\n" if request.form == "text" else ""
        output.print(in_format(request, report, loaded.filing, code) + blank)
    if request.form == "concise":
        output.warn(version_and_settings(report.settings), is_general=True)
    for line in warnings(report):
        output.warn(line)
    part = sarif_part(Check(report.file, code, report)) if is_sarif else None
    return code, _Checked(part, tuple(prior.path for prior in used))


def _failed(path: str, result: Result) -> Part:
    faults = tuple(message.text for message in result.messages if message.is_error)
    return sarif_part(Check(name_of(path), result.code, None, faults))

"""Check several filings: what ``validate`` does with more than one input."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from form4gen.api.load import Filing
from form4gen.api.preparing import prepare
from form4gen.api.reports import Check, sarif_log, sarif_part
from form4gen.api.rules import check_names
from form4gen.cli import fixing, many
from form4gen.cli.checking import warnings
from form4gen.cli.expanding import Input, Inputs, content_of
from form4gen.cli.output import Output, Result
from form4gen.cli.priors import Prior, preceding, read_priors, unused
from form4gen.cli.streams import name_of, write_error, write_output
from form4gen.cli.validating import Fixing, Request, check, in_format
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
_WORDS_OF_DIFFERENCES = _WORDS | {0: "without corrections", 1: "with corrections"}


class _Checked(NamedTuple):
    """What the check of one input returns for the command: its part of a SARIF log, and the earlier filings used."""

    part: Part | None
    used: tuple[str, ...]


def check_all(request: Request, inputs: Inputs | Sequence[str], prior: Sequence[str], jobs: int | None) -> int:
    """Check every input and write the reports in order; the most severe exit code.

    The inputs are paths, or what folders, archives and the like contain. Nothing is kept of a report that was written.
    """
    if request.form == "html":
        raise UnusableInputError(
            "--format html is the memorandum on one filing. `form4gen render INPUT... --memo --draft -o DIR` writes "
            "one for each."
        )
    check_names((*request.settings.select, *request.settings.ignore))
    priors, skipped = read_priors(prior)
    for line in skipped:
        write_error(line)
    team = many.team_size(jobs, len(inputs) if isinstance(inputs, Sequence) else None, _WORTH_A_PROCESS)
    codes: Counter[int] = Counter()
    used: set[str] = set()
    log = sarif_log() if request.form == "sarif" else None
    if team > 1:
        prepare(partial(_check_example, request))
    if log:
        write_output(log.opening())
    try:
        for each, result in many.run(inputs, partial(_check, request, priors), team, "Checking" if team > 1 else ""):
            codes[result.code] += 1
            used.update(result.value.used if result.value else ())
            if log:
                write_output(log.add(result.value.part if result.value else _failed(str(each), result)))
    finally:  # the log of what was checked is whole even if the run is interrupted
        for text in log.closing() if log else ():
            write_output(text)
    for line in unused(priors, used, " for any input"):
        write_error(line)
    if isinstance(inputs, Inputs) and (line := inputs.words_on_others()):
        write_error(line)
    return many.summarize(codes, _WORDS_OF_DIFFERENCES if request.fixing is Fixing.SHOW else _WORDS)


def _check(request: Request, priors: Sequence[Prior], given: Input, output: Output) -> tuple[int, _Checked]:
    path, content = str(given), content_of(given)
    if content is not None and request.fixing is not Fixing.NONE:
        raise UnusableInputError("Nothing in an archive can be corrected. Unpack it.")
    used: list[Prior] = []

    def earlier(filing: Filing, filed_at: datetime) -> list[Filing]:
        found = preceding(priors, filing, filed_at)
        used.extend(found)
        return [prior.filing for prior in found]

    if request.fixing is Fixing.SHOW:
        return fixing.show(request, path, output, earlier), _Checked(None, tuple(prior.path for prior in used))
    if request.fixing is Fixing.WRITE:
        loaded, report, code = fixing.check_fixed(request, path, output, earlier)
    else:
        loaded, report, code = check(request, path, earlier, content)
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


def _check_example(request: Request, path: str, content: bytes) -> None:
    loaded, report, code = check(request, path, None, content)
    if request.form == "sarif":
        sarif_part(Check(path, code, report))
    else:
        in_format(request, report, loaded.filing, code)


def _failed(path: str, result: Result) -> Part:
    faults = tuple(message.text for message in result.messages if message.is_error)
    return sarif_part(Check(name_of(path), result.code, None, faults))

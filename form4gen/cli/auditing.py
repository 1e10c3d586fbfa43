"""Read, check and sum up many filings: what ``audit`` does."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date, datetime
from functools import partial
from typing import Any

from form4gen import __version__
from form4gen.api.auditing import (
    Group,
    Key,
    Record,
    audit_html,
    check_group,
    day,
    described,
    prepare,
    sealed,
)
from form4gen.api.check import Settings
from form4gen.api.filing_time import FilingTime, TimeBasis
from form4gen.api.rules import check_names
from form4gen.archives.member import Member
from form4gen.audit import cluster
from form4gen.audit.grouping import fingerprint, groups, one_by_one
from form4gen.audit.store import VERSION, Store, kept_in
from form4gen.audit.summary import page
from form4gen.audit.tables import TABLES, Tables
from form4gen.cli import many, outputs
from form4gen.cli.clock import filing_time, now
from form4gen.cli.confidential import known_cccs
from form4gen.cli.data_sets import data_sets_in
from form4gen.cli.expanding import Input, Inputs, whole
from form4gen.cli.output import Output, Result, attempt
from form4gen.cli.progress import Progress
from form4gen.cli.streams import STANDARD, Message, full, in_utf_8, name_of, read, write_error, write_output
from form4gen.cli.workers import in_order
from form4gen.errors import UnusableInputError
from form4gen.records import NamedTuple
from form4gen.signals import noted
from form4gen.temporary import new_folder, remove_abandoned

_STATE, _PAGE = "audit.unfinished", "audit.html"
_WORDS = {0: "passed", 1: "failed", 2: "could not be read", 70: "not fully checked (internal error)"}

_Process = Callable[..., Generator[tuple[Group, Result], None, None]]


class Request(NamedTuple):
    """What to audit, and how."""

    paths: Sequence[str]
    listed: str | None
    folder: str
    since: date | None
    issuers: Sequence[str]
    settings: Settings
    jobs: int | None
    scheduler: str | None
    force: bool


def audit(request: Request) -> int:
    """Check every input, and write the tables and the page; the most severe exit code."""
    check_names(request.settings.select)
    state = os.path.join(request.folder, _STATE)
    if not os.path.exists(state):
        names = (_PAGE, *(f"{name}.parquet" for name in TABLES))
        outputs.places(request.folder, names, source=STANDARD, force=request.force)
    _make_folder(request.folder)
    store = Store(state, _plan(request))
    is_done = False
    try:
        if request.scheduler:
            _reach(request.scheduler)
        dated = partial(_dated, datetime.fromisoformat(store.plan["time"]))
        jobs = many.team_size(request.jobs, None)
        with kept_in(store):
            if not store.is_read():
                _read(request, store, dated, jobs)
            _check(request, store, dated, jobs)
            code = _sum_up(request, store)
        is_done = True
    except KeyboardInterrupt:
        write_error("form4gen: The audit is unfinished. Give the same command again to go on.")
        raise
    finally:
        store.close(is_done=is_done)
    return code


def _plan(request: Request) -> dict[str, Any]:
    """What a run that goes on must have in common with the one that it continues."""
    since = request.since.isoformat() if request.since else ""
    settings = request.settings._replace(file=None, options=())
    return {
        "inputs": [*map(ascii, request.paths), ascii(request.listed)],
        "options": [since, *request.issuers, str(settings)],
        VERSION: __version__,
        "time": now().isoformat(),
    }


def _make_folder(folder: str) -> None:
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise UnusableInputError(
            f"Cannot write into {full(folder)}: {error.strerror}. Choose another one with -o."
        ) from None
    remove_abandoned(folder)


def _dated(at: datetime, written: FilingTime | None) -> FilingTime:
    """The filing time of an input: the one that it states, otherwise the time at which the audit began."""
    return filing_time(None, written) if written else FilingTime(at, TimeBasis.CLOCK)


def _read(request: Request, store: Store, dated: partial[FilingTime], jobs: int) -> None:
    """Keep what puts each input in its place; a run that goes on skips what is kept already."""
    inputs = Inputs(request.paths, request.listed, data_sets_in(request.folder))
    number = store.count()
    step = partial(_describe, dated)
    for given, result in many.run(_rest(inputs, store, number), step, jobs, "Reading"):
        name = str(given)
        if result.value is None:
            store.add_fault(number, name, _fault(result))
        else:
            key, record, content, mark = result.value
            if request.issuers and key.issuer not in request.issuers:
                store.add_other(number, name)
            else:
                store.add(number, name, key, record, content, mark)
        number += 1
    if line := inputs.words_on_others():
        write_error(line)
    store.finish_reading(request.since.isoformat() if request.since else "")


def _rest(inputs: Inputs, store: Store, known: int) -> Iterator[Input]:
    """The inputs behind those that are kept. Raises UnusableInputError if these are not the first ones."""
    number = -1
    for number, given in enumerate(inputs):
        if number >= known:
            yield given
        elif store.name_of(number) != str(given):
            break
    else:
        if number >= known - 1:
            return
    raise UnusableInputError(f"The inputs have changed since the audit began. Delete {full(store.path)} to start anew.")


def _describe(
    dated: partial[FilingTime], given: Input, _: Output
) -> tuple[int, tuple[Key, Record, bytes | None, bytes | None]]:
    raw = whole(given)
    content = _sealed(raw)
    name = name_of(str(given))
    key, record = described(name, content, dated, given.lacks if isinstance(given, Member) else None)
    return 0, (key, record, None, fingerprint(raw)) if isinstance(given, str) else (key, record, content, None)


def _sealed(raw: bytes) -> bytes:
    return sealed(raw, known_cccs()).content


def _check(request: Request, store: Store, dated: partial[FilingTime], jobs: int) -> None:
    step = partial(attempt, partial(_check_group, request.settings, dated))
    left, total = store.left()
    if left:
        prepare(request.settings, dated)
    given = groups(store, read, _sealed)
    with (
        noted() as is_stopped,
        _team(request.scheduler, jobs) as (process, room),
        closing(process(step, given, room, is_stopped)) as results,
        Progress("Checking", total, total - left) as progress,
    ):
        for group, result in results:
            found = result.value
            if found is None and len(group.checks) > 1:  # a crash of one costs no other its check
                alone = process(step, one_by_one(group), 1, is_stopped)
                found = [record for each, single in alone for record in single.value or _faults(each, single)]
            store.add_checks(_faults(group, result) if found is None else found)
            progress.advance(len(group.checks))


def _reach(scheduler: str) -> None:
    """Raise UnusableInputError if a cluster cannot be worked with, before the inputs are read.

    A process of its own connects, because the threads of a connection and processes that are forked do not go together.
    """
    for _, result in in_order(partial(attempt, _connect), (scheduler,), 1):
        if result.code:
            raise UnusableInputError(_fault(result))


def _connect(scheduler: str, _: Output) -> tuple[int, None]:
    with cluster.connected(scheduler):
        return 0, None


@contextmanager
def _team(scheduler: str | None, jobs: int) -> Iterator[tuple[_Process, int | None]]:
    """What takes a step with each group, and with how many at a time: processes here, or the workers of a cluster."""
    if scheduler is None:
        yield in_order, jobs
    else:
        with cluster.connected(scheduler) as client:
            yield partial(cluster.in_order, client, _lost), None


def _lost(reason: str) -> Result:
    return Result(
        70, (Message(f"form4gen: internal error: The cluster could not check this: {reason}.", is_error=True),)
    )


def _check_group(
    settings: Settings, dated: partial[FilingTime], group: Group, _: Output
) -> tuple[int, list[tuple[int, Record]]]:
    return 0, check_group(settings, dated, group)


def _faults(group: Group, result: Result) -> list[tuple[int, Record]]:
    fault = {"fault": _fault(result), "is_internal": result.code == 70}  # noqa: PLR2004  our code for a bug
    return [(number, fault) for number, _ in group.checks]


def _fault(result: Result) -> str:
    """Why an input was not read or checked, as standard error said it."""
    return " ".join(message.text.removeprefix("form4gen: ") for message in result.messages if not message.is_general)


def _sum_up(request: Request, store: Store) -> int:
    """Write the tables and the page; the exit code."""
    with new_folder(request.folder) as work:
        tables = Tables(request.folder, work)
        try:
            tables.write(store)
            html = audit_html(page(tables, list(_limits(request))))
            codes = _codes(tables, strict=request.settings.strict)
        finally:
            tables.close()
    target = os.path.join(request.folder, _PAGE)
    outputs.write(target, html.encode(), replaces=True)
    for path in (target, *(os.path.join(request.folder, f"{name}.parquet") for name in TABLES)):
        write_output(f"{in_utf_8(path)}\n")
    if not codes.total():
        write_error("form4gen: There is no Form 4 to check.")
        return 0
    return many.summarize(codes, _WORDS)


def _limits(request: Request) -> Iterator[str]:
    """What the options leave out, in sentences."""
    if request.since:
        yield f"Forms filed before {day(request.since)} were not checked. They were read as earlier filings."
    if request.issuers:
        yield f"Filings on other issuers were left out. Issuers: {', '.join(request.issuers)}."
    if request.settings.is_look:
        yield f"Only some rules were run: {', '.join(request.settings.select)}."
    elif request.settings != Settings():
        yield f"Settings: {request.settings.words}."


def _codes(tables: Tables, *, strict: bool) -> Counter[int]:
    """How many inputs call for which exit code."""
    query = (
        "SELECT CASE WHEN number IN (SELECT number FROM errors) THEN 70 WHEN errors > 0 OR (? AND warnings > 0) THEN 1"
        " ELSE 0 END AS code, count(*) FROM filings WHERE verdict IS NOT NULL GROUP BY code"
        " UNION ALL SELECT CASE WHEN is_internal THEN 70 ELSE 2 END, count(*) FROM errors"
        " WHERE number NOT IN (SELECT number FROM filings) GROUP BY 1"
    )
    codes: Counter[int] = Counter()
    for code, number in tables.ask(query, [strict]):
        codes[code] += number
    return codes

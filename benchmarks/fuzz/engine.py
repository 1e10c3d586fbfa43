"""The loop: changes inputs, keeps those that show something new, and stores those that break a property."""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import traceback
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from types import FrameType
from typing import Any, NamedTuple

from changes import MOST_BYTES
from properties import Fault, kind
from targets import Target

from form4gen.errors import BrokenRuleError, Form4genError

SECONDS = 20  # of computing for one input; the largest needs about two
MEMORY = 4 * 1024**3
_SHRINKING = 60  # seconds of computing
_EVERY = 8  # inputs, of which one is checked thoroughly


class TooLongError(BaseException):
    """An input needs too much computing; no handler of ``Exception`` may keep it."""


class Run(NamedTuple):
    """Where the results of a run go."""

    name: str
    folder: Path
    record: dict[str, Any]


def cpu() -> float:
    """Seconds of computing of this process and of the children that it waited for."""
    return sum(os.times()[:4])


@contextmanager
def limited() -> Iterator[None]:
    """Raises TooLongError after the limit of computing."""

    def stop(number: int, frame: FrameType | None) -> None:
        del number, frame
        raise TooLongError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def tried(target: Target, raw: bytes, *, thoroughly: bool) -> tuple[frozenset[str], str, str]:
    """What an input showed, and, if it broke a property, the name of that fault and the traceback."""
    found: list[str] = []
    try:
        with limited():
            found.extend(target.check(raw, thoroughly))
    except Form4genError as error:
        if not isinstance(error, BrokenRuleError):
            return frozenset((*found, f"refused: {kind(error)}")), "", ""
        return frozenset(found), _name(error), traceback.format_exc()[-6000:]
    except (Exception, TooLongError) as error:  # noqa: BLE001  each is a finding
        return frozenset(found), _name(error), traceback.format_exc()[-6000:]
    return frozenset(found), "", ""


def take(target: Target, raw: bytes, run: Run, *, thoroughly: bool) -> frozenset[str]:
    """Try an input, and store it if it breaks a property that no input has broken yet."""
    found, fault, details = tried(target, raw, thoroughly=thoroughly)
    run.record["inputs"] += 1
    run.record["digest"] = zlib.crc32(raw, run.record["digest"])
    if fault and fault not in run.record["faults"]:
        run.record["faults"][fault] = f"{zlib.crc32(fault.encode()):08x}"
        small = shrunk(target, raw, fault)
        place = run.folder / run.name
        place.mkdir(parents=True, exist_ok=True)
        stem = place / run.record["faults"][fault]
        stem.with_suffix(".input").write_bytes(small)
        stem.with_suffix(".txt").write_text(f"{fault}\n\n{details}\n", "utf-8", "backslashreplace")
        print(f"{run.name}: {fault}: {stem}.input ({len(small)} bytes)", flush=True)
    return found


def shrunk(target: Target, raw: bytes, fault: str) -> bytes:
    """The input without what its fault does not need, as far as a minute suffices."""
    end = cpu() + _SHRINKING
    size = len(raw) // 2
    while size and cpu() < end:
        place = 0
        while place < len(raw) and cpu() < end:
            shorter = raw[:place] + raw[place + size :]
            if tried(target, shorter, thoroughly=True)[1] == fault:
                raw = shorter
            else:
                place += size
        size //= 2
    return raw


def fuzz(target: Target, run: Run, seed: int, seconds: float, most: int) -> None:
    """Change inputs until so much computing is done, or so many inputs are tried."""
    rng = Random(seed)
    pool = list(target.seeds())
    seen: set[str] = set()
    start, noted = cpu(), 0.0
    for raw in pool[: most // 2] if most else pool:
        seen |= take(target, raw, run, thoroughly=True)
    while (not most or run.record["inputs"] < most) and cpu() - start < seconds:
        raw = changed(target, rng, pool)
        found = take(target, raw, run, thoroughly=rng.randrange(_EVERY) == 0)
        if not found <= seen:
            seen |= take(target, raw, run, thoroughly=True) | found
            pool.append(raw)
            run.record["kept"] += 1
        if cpu() - noted > SECONDS:
            noted = cpu()
            note(run, noted - start)
    note(run, cpu() - start)


def changed(target: Target, rng: Random, pool: Sequence[bytes]) -> bytes:
    """An input of the pool, changed once or more; recent ones are preferred."""
    place = len(pool) - 1 - min(int(rng.expovariate(4 / len(pool))), len(pool) - 1)
    raw = pool[place if rng.randrange(2) else rng.randrange(len(pool))]
    for _ in range(rng.choice((1, 1, 1, 2, 3, 6))):
        raw = target.change(rng, raw, pool)
    return raw[:MOST_BYTES]


def note(run: Run, seconds: float) -> None:
    """Write how far the run is."""
    run.record["cpuMinutes"] = round(seconds / 60, 2)
    place = run.folder / "runs"
    place.mkdir(parents=True, exist_ok=True)
    (place / f"{run.name}-{run.record['seed']}-{os.getpid()}.json").write_text(
        json.dumps(run.record, indent=1), "utf-8"
    )


def ended(run: Run) -> int:
    """Print how the run went; its exit code."""
    record, faults = run.record, len(run.record["faults"])
    counts = f"{record['inputs']:,} inputs in {record['cpuMinutes']} minutes of computing, {record['kept']:,} kept"
    print(f"{run.name}: {counts}, {faults} faults", flush=True)
    return int(faults > 0)


def limit_memory() -> None:
    """More memory than this is a fault."""
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _name(error: BaseException) -> str:
    """The fault and the innermost function of form4gen in which it arose."""
    if isinstance(error, Fault):
        return error.name
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "form4gen/" in frame.filename]
    place = f"{os.path.basename(frames[-1].filename)}:{frames[-1].name}" if frames else "the fuzzer"
    return f"{type(error).__name__} in {place}"

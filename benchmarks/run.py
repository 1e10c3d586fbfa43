"""Prints every measurement, and how many goals are met: ``python benchmarks/run.py [SCRIPT...]``.

A goal that is missed does not change the exit code, which is 1 only if a script could not measure. The table of goals
is in ``docs/architecture.md``.
"""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from goal import FAILED, NOT_MEASURED, PASSED, verdict

SCRIPTS = (
    "cold", "warm", "peers", "filings", "footnotes", "growth", "memory", "printing", "many", "batch", "workbench",
)  # fmt: skip


def followed(script: str) -> tuple[list[str], bool]:
    """The lines of a script, each printed as soon as it is there, and whether the script came to its end."""
    command = (sys.executable, "-u", str(Path(__file__).parent / f"{script}.py"))
    lines = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            lines.append(line.rstrip("\n"))
    return lines, process.returncode == 0


def summary(lines: Iterable[str]) -> str:
    """How many goals are met, missed and not measured, and the lines of those that are missed."""
    listed = list(lines)
    found = Counter(map(verdict, listed))
    counts = f"{found[PASSED]} met, {found[FAILED]} missed, {found[NOT_MEASURED]} not measured"
    return "\n".join((f"Goals: {counts}", *(line for line in listed if verdict(line) == FAILED)))


def main(scripts: Iterable[str]) -> int:
    lines, broken = [], []
    for script in scripts:
        printed, is_whole = followed(script)
        lines += printed
        broken += [] if is_whole else [script]
    print(summary(lines))
    for script in broken:
        print(f"{script}.py could not measure; its error is above.")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or SCRIPTS))

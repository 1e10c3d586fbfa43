"""Fuzzes one target or all: ``python benchmarks/fuzz/run.py [TARGET] [MINUTES] [--seed N] [--inputs N]``.

An input that breaks a property is made small and stored with its traceback. The exit code is 1 if there is one.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from engine import Run, ended, fuzz, limit_memory
from targets import TARGETS


def main() -> int:
    parser = argparse.ArgumentParser(description="Change inputs at random, and store those that break a property.")
    parser.add_argument("target", nargs="?", choices=(*TARGETS, "all"), default="all")
    parser.add_argument("minutes", nargs="?", type=float, default=5, help="of computing for each target; default 5")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same inputs; default 1")
    parser.add_argument("--inputs", type=int, default=0, help="end after so many inputs of each target")
    parser.add_argument("--folder", type=Path, default=Path("out", "fuzz"), help="for what is found; default out/fuzz")
    parser.add_argument("--guided", action="store_true", help="by atheris, which must be installed; one target only")
    chosen = parser.parse_args()
    if chosen.guided and chosen.target == "all":
        parser.error("--guided needs one target.")
    limit_memory()
    return max([_fuzz(name, chosen) for name in (TARGETS if chosen.target == "all" else (chosen.target,))])


def _fuzz(name: str, chosen: argparse.Namespace) -> int:
    record: dict[str, Any] = {
        "target": name, "seed": chosen.seed, "inputs": 0, "kept": 0, "digest": 0, "cpuMinutes": 0.0, "faults": {},
    }  # fmt: skip
    run = Run(name, chosen.folder, record)
    limits = chosen.seed, chosen.minutes * 60, chosen.inputs
    if chosen.guided:
        import atheris  # noqa: PLC0415  an optional package
        from guided import fuzz_guided  # noqa: PLC0415  the same

        fuzz_guided(atheris, TARGETS[name], run, *limits)
    fuzz(TARGETS[name], run, *limits)
    return ended(run)


if __name__ == "__main__":
    sys.exit(main())

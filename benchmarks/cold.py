"""Whole commands, cold, in one interleaved run: medians, and ratios to what they are measured against."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
EXAMPLE = str(ROOT / "schemas" / "examples" / "tecogen-2017.json")
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "15"))

EMPTY_PAGE = "import weasyprint; weasyprint.HTML(string='<p></p>').write_pdf()"
CALL = "import sys; sys.argv[0] = 'form4gen'; from form4gen.cli.main import run; run()"
# Bytecode is kept, as everywhere but on some build machines: else each start would compile all again.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
VALIDATE = ("-c", CALL, "validate", EXAMPLE)


def _commands(folder: str) -> dict[str, tuple[str, ...]]:
    render = ("-c", CALL, "render", EXAMPLE, "--force", "-o", folder)
    return {
        "python -c pass": ("-c", "pass"),
        "python -c 'import click'": ("-c", "import click"),
        "form4gen --help": ("-c", CALL, "--help"),
        "form4gen validate": VALIDATE,
        "form4gen render --html": (*render, "--html"),
        "form4gen render --pdf": (*render, "--pdf"),
        "weasyprint, an empty page": ("-c", EMPTY_PAGE),
    }


def _seconds(command: tuple[str, ...]) -> float:
    start = time.perf_counter()
    subprocess.run(
        (sys.executable, *command), env=ENVIRONMENT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    return time.perf_counter() - start


def _peak_of_validate() -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    subprocess.run((sys.executable, *VALIDATE), env=ENVIRONMENT, check=True, stdout=subprocess.DEVNULL)
    return max(before, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        peak = _peak_of_validate()  # first, for the kernel remembers only the largest child
        commands = _commands(folder)
        times: dict[str, list[float]] = {name: [] for name in commands}
        for command in commands.values():
            _seconds(command)
        for _ in range(ROUNDS):
            for name, command in commands.items():
                times[name].append(_seconds(command))
    median = {name: statistics.median(found) for name, found in times.items()}
    print(f"Cold, median of {ROUNDS} interleaved rounds")
    for name, found in median.items():
        print(f"  {name:28} {found * 1000:8.1f} ms {found / median['python -c pass']:6.2f} x python")
    ratio = median["form4gen render --pdf"] / median["weasyprint, an empty page"]
    print(f"  validate: {median['form4gen validate'] / median['python -c pass']:.2f} x python (budget 7)")
    print(f"  render --pdf: {ratio:.2f} x an empty page (budget 1.35)")
    print(f"  validate, peak memory: {peak:.1f} MB (budget 35)")


if __name__ == "__main__":
    main()

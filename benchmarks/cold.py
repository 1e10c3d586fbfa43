"""Whole commands, cold, in one interleaved run: medians of CPU time, and ratios to what they are measured against.

The CPU time of a child, unlike the time on the clock, hardly depends on what else the computer does.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from goal import at_most

ROOT = Path(__file__).parent.parent
EXAMPLE = str(ROOT / "schemas" / "examples" / "tecogen-2017.json")
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "15"))

EMPTY_PAGE = "import weasyprint; weasyprint.HTML(string='<p></p>').write_pdf(pdf_variant='pdf/ua-1')"
# The same page drawn by WeasyPrint alone. With an empty path it finds no compiler, which it would start a few times.
PLAINLY = (
    "import os, sys; os.environ['PATH'] = ''; import weasyprint; "
    "weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_variant='pdf/ua-1')"
)
CALL = "import sys; sys.argv[0] = 'form4gen'; from form4gen.cli.main import run; run()"
# Bytecode is kept, as everywhere but on some build machines: else each start would compile all again.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
VALIDATE = ("-c", CALL, "validate", EXAMPLE)
TEN_ROWS = "form4gen render --pdf, 10 rows"
PLAINEST, OTHERS = 5.0, 6.5
"""Goals of ``validate`` in times ``python -c pass``: with a sound filing and no options, and otherwise."""


def _commands(folder: str) -> dict[str, tuple[str, ...]]:
    from warm import sample  # noqa: PLC0415  what is imported here would count as memory of the first child

    from form4gen.api.drawing import render_html  # noqa: PLC0415  the same
    from form4gen.api.filings import export_filing  # noqa: PLC0415  the same
    from form4gen.api.load import load  # noqa: PLC0415  the same

    ten, page = os.path.join(folder, "ten.json"), os.path.join(folder, "ten-plainly.html")
    Path(ten).write_bytes(sample(10, 6, sentences=3))
    filing = load(Path(ten).read_bytes()).filing
    assert filing is not None  # noqa: S101  the sample is a filing
    Path(page).write_text(render_html(filing), "utf-8")
    wrong, line, xml = (os.path.join(folder, name) for name in ("findings.json", "one-line.json", "ownership.xml"))
    document = json.loads(Path(EXAMPLE).read_text("utf-8"))
    Path(line).write_text(json.dumps(document), "utf-8")
    sound = load(Path(EXAMPLE).read_bytes()).filing
    assert sound is not None  # noqa: S101  the example is a filing
    Path(xml).write_bytes(export_filing(sound)[0].form)
    document["nonDerivativeTable"][0]["transactionCode"] = "Q"
    document["reportingOwners"][0]["officerTitle"] = ""
    Path(wrong).write_text(json.dumps(document, indent=2), "utf-8")
    render = ("-c", CALL, "render", "--draft", "--force", "-o", folder)
    return {
        "python -c pass": ("-c", "pass"),
        **{f"python -c 'import {name}'": ("-c", f"import {name}") for name in ("click", "jinja2", "lxml.etree")},
        "form4gen --help": ("-c", CALL, "--help"),
        "form4gen validate": VALIDATE,
        "validate, JSON on one line": (*VALIDATE[:-1], line),
        "validate, findings": (*VALIDATE[:-1], wrong),
        "validate, findings as JSON": (*VALIDATE[:-1], wrong, "--format", "json"),
        "validate --format sarif": (*VALIDATE, "--format", "sarif"),
        "validate --format html": (*VALIDATE, "--format", "html"),
        "validate --strict": (*VALIDATE, "--strict"),
        "validate --prior": (*VALIDATE, "--prior", EXAMPLE),
        "validate --select": (*VALIDATE, "--select", "TC"),
        "validate, ownership XML": (*VALIDATE[:-1], xml),
        "form4gen render --html": (*render, EXAMPLE, "--html"),
        "form4gen render --pdf": (*render, EXAMPLE, "--pdf"),
        TEN_ROWS: (*render, ten, "--pdf"),
        "the same page plainly": ("-c", PLAINLY, page, f"{page}.pdf"),
        "weasyprint, an empty page": ("-c", EMPTY_PAGE),
    }


def _seconds(command: tuple[str, ...]) -> float:
    before = _used()
    subprocess.run(
        (sys.executable, *command), env=ENVIRONMENT, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )  # a filing with errors ends with 1
    return _used() - before


def _used() -> float:
    """The CPU time of all children until now."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


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
    print(f"Cold, CPU time, median of {ROUNDS} interleaved rounds")
    for name, found in median.items():
        print(f"  {name:30} {found * 1000:8.1f} ms {found / median['python -c pass']:6.2f} x python")
    empty, check = median["weasyprint, an empty page"], median["form4gen validate"]
    for name, found in median.items():
        if "validate" in name:
            goal = PLAINEST if name == "form4gen validate" else OTHERS
            print(f"  {name}: {at_most(found / median['python -c pass'], goal, 'x python')}")
    print(f"  validate, peak memory: {at_most(peak, 35, 'MB')}")
    print(f"  render --html: {at_most(median['form4gen render --html'] / check, 2.5, 'x validate')}")
    print(f"  render --pdf: {at_most(median['form4gen render --pdf'] / empty, 1.35, 'x an empty page')}")
    ten = median[TEN_ROWS]
    print(f"  10 rows: {at_most(ten / median['the same page plainly'], 0.75, 'x the same page plainly')}")
    print(f"  10 rows: {(ten - empty) * 1000:+.0f} ms against an empty page (goal at most 60, and 20 a page of text)")


if __name__ == "__main__":
    main()

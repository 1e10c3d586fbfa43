"""Prints what the workbench costs: its start until a page is painted, a change of a large form, and memory over many.

The start is measured with a shipped example, up to the paint in Chromium, which is open already, as it is for a user.
The clock counts only where cores are free. The large form has 30 + 30 rows and 99 footnotes. ``FORM4GEN_EDITS=10000``
makes so many changes of it.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from statistics import median
from typing import Any
from zoneinfo import ZoneInfo

from cores import has_free
from goal import NOT_MEASURED, at_most

sys.path.insert(0, str(Path(__file__).parent.parent))

from form4gen.api.check import Settings
from form4gen.api.filing_time import FilingTime, TimeBasis
from form4gen.records import NamedTuple
from form4gen.resources import path_of
from form4gen.workbench.folder import open_folder
from form4gen.workbench.host import Host
from form4gen.workbench.work import Work

NOW = datetime(2026, 11, 6, 16, 30, tzinfo=ZoneInfo("America/New_York"))
NAME, ROWS, NOTES = "form4.json", 30, 99
MANY = int(os.environ.get("FORM4GEN_EDITS", "200"))
EXAMPLE = "exercise-and-sale.json"
STARTS, LIMIT, KEYSTROKE, GROWTH = 5, 1.5, 150, 10
PAINTED = """
const done = arguments[0];
const paint = () => performance.getEntriesByName("first-contentful-paint")[0];
const look = () => {
  const isShown = paint() && document.body.dataset.ready && (!document.querySelector("#page") || page.children.length);
  if (!isShown) { setTimeout(look, 5); return; }
  requestAnimationFrame(() => setTimeout(() => done([performance.timeOrigin / 1000, Date.now() / 1000])));
};
look();
"""
"""When a page was begun, and when it was painted and ready for the keyboard."""


def large_form() -> dict[str, Any]:
    """A purchase and a grant in each row, three footnotes to each price of Table I, and two more to the last."""
    row = {"kind": "transaction", "securityTitle": "Common Stock", "transactionDate": "2026-11-05"}
    row |= {"directOrIndirectOwnership": "D", "transactionAcquiredDisposedCode": "A"}
    bought = row | {"transactionCode": "P", "transactionShares": 100}
    granted = row | {"transactionCode": "A", "securityTitle": "Stock Option", "transactionShares": 10}
    granted |= {"conversionOrExercisePrice": 10, "exerciseDate": "2027-01-01", "expirationDate": "2036-01-01"}
    granted |= {"underlyingSecurityTitle": "Common Stock", "underlyingSecurityShares": 10}
    notes = {f"F{number}": f"Fill {number} of several at the price in this column." for number in range(1, NOTES + 1)}
    ids = list(notes)
    return {
        "documentType": "4",
        "periodOfReport": "2026-11-05",
        "issuer": {"issuerCik": "0009990001", "issuerName": "Example Corp", "issuerTradingSymbol": "XMPL"},
        "reportingOwners": [{"rptOwnerCik": "0009990002", "rptOwnerName": "SAMPLE JANE Q", "isDirector": True}],
        "nonDerivativeTable": [
            bought
            | {"transactionPricePerShare": {"value": 12.5, "footnotes": ids[3 * number : 3 * number + 3]}}
            | {"sharesOwnedFollowingTransaction": 1000 + 100 * number}
            for number in range(1, ROWS + 1)
        ],
        "derivativeTable": [
            granted | {"transactionPricePerShare": 0, "sharesOwnedFollowingTransaction": 10 * number}
            for number in range(1, ROWS + 1)
        ],
        "footnotes": notes,
        "ownerSignatures": [{"signatureName": "/s/ Jane Q. Sample", "signatureDate": "2026-11-06"}],
    }


class Start(NamedTuple):
    """Seconds on the clock until the desk and the form are painted, and of computing: ours, and the browser's."""

    desk: float
    form: float
    own: float
    browser: float


def start(driver: Any, folder: str) -> Start:
    """Start the workbench of a folder, and show the desk and the form in an open browser."""
    command = (sys.executable, "-m", "form4gen", "workbench", folder, "--no-browser")
    browser, own, began = _of_browser(driver), _of_children(), time.time()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            address = next(iter(process.stdout or ())).strip()
            driver.get(address)
            _, desk = driver.execute_async_script(PAINTED)
            driver.get(f"{driver.current_url}f/{EXAMPLE}")
            opened, form = driver.execute_async_script(PAINTED)
        finally:
            process.kill()
    used = _of_browser(driver) - browser
    driver.get("about:blank")
    return Start(desk - began, desk - began + form - opened, _of_children() - own, used)


@contextmanager
def chromium() -> Iterator[Any]:
    """A driver of Chromium without a window; None where there is none."""
    browser, controls = shutil.which("chromium"), shutil.which("chromedriver")
    try:
        from selenium import webdriver  # noqa: PLC0415  only here
    except ImportError:
        browser = None
    if not browser or not controls:
        yield None
        return
    chosen = webdriver.ChromeOptions()
    chosen.binary_location = browser
    for option in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1280,800"):
        chosen.add_argument(option)
    driver = webdriver.Chrome(options=chosen, service=webdriver.ChromeService(controls))
    try:
        driver.set_script_timeout(60)
        yield driver
    finally:
        driver.quit()


def _of_browser(driver: Any) -> float:
    """Seconds of computing of the browser's processes, where the system lists processes as Linux does."""
    family, seconds = {driver.service.process.pid}, 0.0
    for process in sorted(map(int, filter(str.isdecimal, os.listdir("/proc")))):
        with suppress(OSError):
            parts = Path("/proc", str(process), "stat").read_text("utf-8").rpartition(")")[2].split()
            if process in family or int(parts[1]) in family:
                family.add(process)
                seconds += sum(map(int, parts[11:15])) / os.sysconf("SC_CLK_TCK")
    return seconds


def starts() -> list[str]:
    """The lines on the start."""
    with chromium() as driver, tempfile.TemporaryDirectory() as folder:
        if driver is None:
            return [f"workbench, start: {NOT_MEASURED}: it takes chromium, chromedriver and selenium"]
        shutil.copy(path_of("schemas", "examples", EXAMPLE), folder)
        is_idle = has_free(2)
        found = [start(driver, folder) for _ in range(STARTS)]
    desk, form, own, browser = (median(values) for values in zip(*found, strict=True))
    clock = [
        f"workbench, start until the {name} is painted: {at_most(seconds, LIMIT, 's', is_idle=is_idle)}"
        for name, seconds in (("desk", desk), ("form", form))
    ]
    return [*clock, f"workbench, computing of that start: {own:.2f} s here, {browser:.2f} s in the browser"]


def _of_children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def memory() -> float:
    """The memory of this process that is in use now, in MB; where the system does not say, the most it ever had."""
    try:
        pages = int(Path("/proc/self/statm").read_text("utf-8").split()[1])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return pages * resource.getpagesize() / 1024**2


def main() -> None:
    for line in starts():
        print(line, flush=True)
    host = Host(Settings, lambda given: given or FilingTime(NOW, TimeBasis.CLOCK), lambda: NOW)
    with tempfile.TemporaryDirectory() as path:
        (Path(path) / NAME).write_text(json.dumps(large_form()), "utf-8")
        with open_folder(path) as folder:
            work = Work(folder, host)
            digest, times, sizes = work.view(NAME)["digest"], [], []
            for number in range(MANY):
                at = "/remarks" if number % 2 else f"/nonDerivativeTable/{number % ROWS}/transactionShares"
                kind = "lines" if number % 2 else "amount"
                given = {"do": "cell", "at": at, "kind": kind, "text": str(1000 + number), "digest": digest}
                began = time.process_time()
                digest = work.change(NAME, given)["digest"]
                times.append(time.process_time() - began)
                if number in (MANY // 10, MANY // 2, MANY - 1):
                    sizes.append((number + 1, memory()))
    form = f"a change of {ROWS} + {ROWS} rows and {NOTES} footnotes"
    print(f"workbench, {form}: {at_most(median(times) * 1000, KEYSTROKE, 'ms of computing')}")
    shown = ", ".join(f"{size:.1f} MB after {count:,} changes" for count, size in sizes)
    growth = 100 * (max(size for _, size in sizes) / sizes[0][1] - 1)
    print(f"workbench, memory of {shown}: growth {at_most(growth, GROWTH, '%')}")


if __name__ == "__main__":
    main()

"""Prints what the workbench costs: its start until the first page, a change of a large form, and memory over many.

The large form has 30 + 30 rows and 99 footnotes. ``FORM4GEN_EDITS=10000`` makes so many changes of it.
"""

from __future__ import annotations

import http.client
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).parent.parent))

from form4gen.api.check import Settings
from form4gen.api.filing_time import FilingTime, TimeBasis
from form4gen.workbench.folder import open_folder
from form4gen.workbench.host import Host
from form4gen.workbench.work import Work

NOW = datetime(2026, 11, 6, 16, 30, tzinfo=ZoneInfo("America/New_York"))
NAME, ROWS, NOTES = "form4.json", 30, 99
MANY = int(os.environ.get("FORM4GEN_EDITS", "200"))
STARTS = 5


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


def first_pages(folder: str) -> tuple[float, float]:
    """Seconds until the workbench has answered with the desk, and then with the form: on the clock, and computed."""
    command = (sys.executable, "-m", "form4gen", "workbench", folder, "--no-browser")
    began, used = time.monotonic(), _of_children()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            parts = urlsplit(next(iter(process.stdout or ())).strip())
            connection = http.client.HTTPConnection("127.0.0.1", parts.port, timeout=60)
            connection.request("GET", f"{parts.path}?{parts.query}", headers={"Host": parts.netloc})
            answer = connection.getresponse()
            answer.read()
            headers = {"Host": parts.netloc, "Cookie": answer.headers["Set-Cookie"].partition(";")[0]}
            for path in ("/", "/page.css", f"/f/{NAME}", f"/f/{NAME}/view"):
                connection.request("GET", path, headers=headers)
                connection.getresponse().read()
            connection.close()
            passed = time.monotonic() - began
        finally:
            process.kill()
    return passed, _of_children() - used


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
    host = Host(Settings, lambda given: given or FilingTime(NOW, TimeBasis.CLOCK), lambda: NOW)
    with tempfile.TemporaryDirectory() as path:
        (Path(path) / NAME).write_text(json.dumps(large_form()), "utf-8")
        starts = [first_pages(path) for _ in range(STARTS)]
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
    passed, used = map(min, zip(*starts, strict=True))
    print(f"workbench: {passed:.2f} s until the form is sent to the browser, {used:.2f} s of CPU; the limit is 1.5 s")
    form = f"a change of {ROWS} + {ROWS} rows and {NOTES} footnotes"
    print(f"workbench: {form} takes {median(times) * 1000:.0f} ms of CPU; the limit is 150")
    print(f"workbench: {', '.join(f'{size:.1f} MB after {count:,} changes' for count, size in sizes)}")


if __name__ == "__main__":
    main()

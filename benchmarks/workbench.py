"""Prints what a change of a large form costs the workbench: 30 + 30 rows, 99 footnotes; and its memory over many."""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path
from statistics import median
from typing import Any
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).parent.parent))

from form4gen.api.check import Settings
from form4gen.api.filing_time import FilingTime, TimeBasis
from form4gen.workbench.folder import open_folder
from form4gen.workbench.host import Host
from form4gen.workbench.work import Work

NOW = datetime(2026, 11, 6, 16, 30, tzinfo=ZoneInfo("America/New_York"))
NAME, ROWS, NOTES = "form4.json", 30, 99
FEW, MANY = 20, int(os.environ.get("FORM4GEN_EDITS", "200"))


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


def main() -> None:
    host = Host(Settings, lambda given: given or FilingTime(NOW, TimeBasis.CLOCK), lambda: NOW)
    with tempfile.TemporaryDirectory() as path:
        (Path(path) / NAME).write_text(json.dumps(large_form()), "utf-8")
        with open_folder(path) as folder:
            work = Work(folder, host)
            digest, times, sizes = work.view(NAME)["digest"], [], []
            for number in range(MANY):
                given = {"do": "cell", "at": "/remarks", "kind": "lines", "text": f"text {number}", "digest": digest}
                began = time.process_time()
                digest = work.change(NAME, given)["digest"]
                times.append(time.process_time() - began)
                if number in (FEW, MANY - 1):
                    sizes.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    print(
        f"workbench: a change of {ROWS} + {ROWS} rows and {NOTES} footnotes takes {median(times) * 1000:.0f} ms of CPU"
    )
    print(f"workbench: {sizes[0]:.0f} MB after {FEW} changes, {sizes[-1]:.0f} MB after {MANY}")


if __name__ == "__main__":
    main()

"""Archives of many filings to measure with: real ones where they can be had, or else the shipped examples.

Each filing has an issuer, persons and days of its own, so that none is a copy of another, and an issuer and a person
have several.
"""

from __future__ import annotations

import re
import sys
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from corpus import forms_4  # noqa: E402  found by the line above

from form4gen.api.filings import export_filing  # noqa: E402
from form4gen.api.load import load  # noqa: E402

EXAMPLES = ROOT / "schemas" / "examples"
OF_AN_ISSUER, OF_A_PERSON = 40, 8
_CIK = re.compile(rb"<(issuer|rptOwner)Cik>\d+<")
_DAY = re.compile(rb"(?<=>)20\d\d-\d\d-\d\d(?=<)")


def forms() -> tuple[str, list[bytes]]:
    """What the forms are, and each as ownership XML, in an order that gives a few of them the mix of all."""
    try:
        found = sorted((path.read_bytes() for path in forms_4()), key=lambda raw: sha256(raw).digest())
    except pytest.skip.Exception:
        found = []
    return ("real filings", found) if found else ("the shipped examples", list(_examples()))


def make_archive(path: str, contents: list[bytes], count: int) -> str:
    """An archive of so many filings, each with an accession number as its name."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(count):
            content = varied(contents[number % len(contents)], number)
            archive.writestr(f"{number // 1_000_000 + 1:010}-24-{number % 1_000_000:06}.xml", content)
    return path


def varied(form: bytes, number: int) -> bytes:
    """The form with another issuer, other persons and other days: those of an issuer and of a person repeat."""
    issuer, person = number // OF_AN_ISSUER, number // OF_A_PERSON
    owners = iter(range(100))

    def cik(found: re.Match[bytes]) -> bytes:
        value = 5_000_000 + issuer if found[1] == b"issuer" else 6_000_000 + person * 100 + next(owners)
        return b"<%sCik>%010d<" % (found[1], value)

    def day(found: re.Match[bytes]) -> bytes:
        moved = date.fromisoformat(found[0].decode()) + timedelta(weeks=number % OF_A_PERSON)
        return moved.isoformat().encode()

    return _DAY.sub(day, _CIK.sub(cik, form))


def _examples() -> Iterator[bytes]:
    for path in sorted(EXAMPLES.glob("*.json")):
        filing = load(path.read_bytes()).filing
        if filing and not filing.is_amendment and all(each.rpt_owner_cik for each in filing.reporting_owners):
            yield export_filing(filing)[0].form

"""What others take for one real filing of median size, where they are installed, and what they do and do not do.

No other checks a filing or draws the official page in Python, so each line names what the two do. To install the peers:
``.venv/bin/pip install edgartools datamule secfiler``. ``FORM4GEN_STYLESHEET`` is the path of the SEC's stylesheet,
which turns the XML into its page with libxslt.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib.util import find_spec
from typing import Any, NamedTuple

from goal import NOT_MEASURED, at_most
from lxml import etree
from warm import CORPUS, FILED_AT, MEDIAN_FILING

from form4gen.api.filings import export_filing, import_filing
from form4gen.intake.structure import structure
from form4gen.model.filing import Filing
from form4gen.prose.reading import read, statements_of
from form4gen.render.html import html
from form4gen.rules.engine import check

ROUNDS = int(os.environ.get("BENCH_PEER_ROUNDS", "30"))
FILED = datetime(2019, 8, 12, 18, 0, tzinfo=FILED_AT.tzinfo)

Work = Callable[[], object]


class Pair(NamedTuple):
    """What a peer does, and the work of form4gen that it is compared with; ``goal`` is the largest ratio, if any."""

    peer: str
    theirs: Work
    name: str
    ours: Work
    goal: float | None


def _checked(raw: bytes) -> object:
    read.cache_clear()
    statements_of.cache_clear()
    return check(structure(import_filing(raw).document), FILED)


def _filing(raw: bytes) -> Filing:
    return structure(import_filing(raw).document)


def _edgartools(raw: bytes) -> Iterator[Pair]:
    from edgar.ownership import Ownership, owners  # noqa: PLC0415  only where it is installed

    owners.Entity = lambda _: None  # it asks the SEC about each owner, over the network; that is not measured
    xml = raw.decode()
    parsed, filing = Ownership.from_xml(xml), _filing(raw)
    yield Pair(
        "edgartools, XML to objects",
        lambda: Ownership.from_xml(xml),
        "import and all rules",
        lambda: _checked(raw),
        1.0,
    )
    yield Pair("edgartools, HTML of its own", parsed.to_html, "official page as HTML", lambda: html(filing), None)


def _rows(raw: bytes) -> Any:
    from datamule import Document  # noqa: PLC0415  only where it is installed

    document = Document(
        type="4", content=raw, filename="form4.xml", accession="000000000019000001", filing_date="2019-08-12"
    )
    return list(document.tables)


def _datamule(raw: bytes) -> Iterator[Pair]:
    _rows(raw)
    yield Pair(
        "datamule, XML to rows of tables", lambda: _rows(raw), "import and all rules", lambda: _checked(raw), 1.0
    )


def _secfiler(raw: bytes) -> Iterator[Pair]:
    """It writes rows as datamule reads them: no order of holdings and transactions, no counts, no checks."""
    from secfiler.parser import construct_document  # noqa: PLC0415  only where it is installed

    rows, filing = _rows(raw), _filing(raw)
    yield Pair(
        "secfiler, rows to XML, unchecked",
        lambda: construct_document(rows, "4"),
        "export as XML",
        lambda: export_filing(filing),
        None,
    )


def _libxslt(raw: bytes) -> Iterator[Pair]:
    transform = etree.XSLT(etree.parse(os.environ["FORM4GEN_STYLESHEET"]))
    yield Pair(
        "libxslt, XML to the SEC's page", lambda: str(transform(etree.fromstring(raw))),
        "import and page as HTML", lambda: html(_filing(raw)), None,
    )  # fmt: skip


PEERS: dict[str, tuple[Callable[[bytes], Iterator[Pair]], Callable[[], bool], str]] = {
    "edgartools": (_edgartools, lambda: find_spec("edgar") is not None, "it is not installed"),
    "datamule": (_datamule, lambda: find_spec("datamule") is not None, "it is not installed"),
    "secfiler": (
        _secfiler,
        lambda: find_spec("secfiler") is not None and find_spec("datamule") is not None,
        "it is not installed, or datamule is not",
    ),
    "libxslt": (_libxslt, lambda: bool(os.environ.get("FORM4GEN_STYLESHEET")), "it takes FORM4GEN_STYLESHEET"),
}


def _milliseconds(*works: Work) -> list[float]:
    """The medians of some interleaved rounds, in processor time."""
    found: list[list[float]] = [[] for _ in works]
    for work in works:
        work()
    for _ in range(ROUNDS):
        for work, times in zip(works, found, strict=True):
            start = time.process_time()
            work()
            times.append((time.process_time() - start) * 1000)
    return [statistics.median(times) for times in found]


def main() -> None:
    path = CORPUS / MEDIAN_FILING
    if not path.exists():
        print(f"Peers: {NOT_MEASURED}; it takes a folder of real filings")
        return
    raw = path.read_bytes()
    print(f"Peers, one real filing, median of {ROUNDS} interleaved rounds")
    for name, (pairs, is_there, reason) in PEERS.items():
        if not is_there():
            print(f"  {name}: {NOT_MEASURED}; {reason}")
            continue
        for pair in pairs(raw):
            theirs, mine = _milliseconds(pair.theirs, pair.ours)
            ratio = f"{mine / theirs:.2f} x" if pair.goal is None else at_most(mine / theirs, pair.goal, "x")
            print(f"  {pair.peer}: {theirs:.2f} ms; form4gen, {pair.name}: {mine:.2f} ms: {ratio}")


if __name__ == "__main__":
    main()

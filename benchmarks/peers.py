"""What others take for a real filing: which of them are installed, and the SEC's stylesheet in libxslt.

``FORM4GEN_STYLESHEET`` is the path of the stylesheet. ``warm.py`` measures edgartools.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from importlib.util import find_spec

from lxml import etree
from warm import CORPUS, MEDIAN_FILING

from form4gen.api.filings import import_filing
from form4gen.intake.structure import structure
from form4gen.render.html import html

ROUNDS = 30


def _milliseconds(run: Callable[[], object]) -> float:
    run()
    found = []
    for _ in range(ROUNDS):
        start = time.process_time()
        run()
        found.append((time.process_time() - start) * 1000)
    return statistics.median(found)


def main() -> None:
    print("Peers")
    found = "measured above" if find_spec("edgar") else "not measured: it is not installed"
    print(f"  edgartools: {found}")
    stylesheet, path = os.environ.get("FORM4GEN_STYLESHEET"), CORPUS / MEDIAN_FILING
    if not stylesheet or not path.exists():
        print("  libxslt: not measured; it takes FORM4GEN_STYLESHEET and a folder of real filings")
        return
    raw = path.read_bytes()
    transform = etree.XSLT(etree.parse(stylesheet))
    peer = _milliseconds(lambda: str(transform(etree.fromstring(raw))))
    ours = _milliseconds(lambda: html(structure(import_filing(raw).document)))
    print(f"  libxslt, XML to HTML: {peer:.2f} ms; form4gen: {ours:.2f} ms")


if __name__ == "__main__":
    main()

"""The PDF of a form of median size in a process that has printed before, against the same page by WeasyPrint alone."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import weasyprint
from goal import at_most
from warm import sample

from form4gen.api.drawing import render_html, render_pdf
from form4gen.api.load import load

ROWS, NOTES, SENTENCES, ROUNDS = 4, 3, 6, 15  # as many as a median filing of the real ones has


def _seconds(run: Callable[[], object]) -> float:
    """Seconds of the core, which hardly depend on what else the machine does."""
    start = time.process_time()
    run()
    return time.process_time() - start


def main() -> None:
    filing = load(sample(ROWS, NOTES, SENTENCES)).filing
    assert filing is not None  # noqa: S101  the sample is a filing
    page = render_html(filing, draft=True)
    first = _seconds(lambda: render_pdf(page))
    plain = lambda: weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")  # noqa: E731
    plain()
    pairs = [(_seconds(lambda: render_pdf(render_html(filing, draft=True))), _seconds(plain)) for _ in range(ROUNDS)]
    ours, theirs = (statistics.median(each) for each in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    print(f"PDF of a form of {ROWS} rows and {NOTES} footnotes, warm, median of {ROUNDS} rounds on one core")
    print(f"  form4gen {ours * 1000:.0f} ms, the first {first * 1000:.0f} ms; WeasyPrint alone {theirs * 1000:.0f} ms")
    print(f"  warm PDF: {at_most(ratio, 0.79, 'x the same page plainly')}")


if __name__ == "__main__":
    main()

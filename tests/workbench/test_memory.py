"""Memory stays the same over many changes: a text that is gone leaves nothing behind."""

from __future__ import annotations

import gc
from collections import Counter
from pathlib import Path

from workbench_app import EXAMPLE, example, work_on

from form4gen.model.filing import Filing
from form4gen.prose.reading import KEPT
from form4gen.workbench.states import MOST
from form4gen.workbench.work import Work

FIRST, MORE = 70, 150
FEW = 50  # objects; each change of this form makes more than a thousand
OF_TEXTS = ("Reading", "_Statements")  # of the texts read last, up to a number that this test does not reach


def edit(work: Work, digest: str, number: int) -> str:
    """Other words, another number and another row at each step, and what it leads to undone every third time."""
    given = {
        "do": "cell",
        "at": "/remarks",
        "kind": "lines",
        "text": f"Amount {number} of the trade.",
        "digest": digest,
    }
    if number % 3 == 1:
        at = f"/nonDerivativeTable/{number % 5}/transactionShares"
        given = {"do": "cell", "at": at, "kind": "amount", "text": str(1000 + number), "digest": digest}
    elif number % 3 == 2:
        work.tried(EXAMPLE, given)
        given = {"do": "undo", "digest": digest}
    digest = work.change(EXAMPLE, given)["digest"]
    work.state(EXAMPLE, digest)
    return digest


def kept() -> Counter[str]:
    gc.collect()
    return Counter(type(each).__name__ for each in gc.get_objects())


def test_objects_do_not_grow_with_the_number_of_changes(tmp_path: Path) -> None:
    example(tmp_path)
    work = work_on(tmp_path)
    digest = work.view(EXAMPLE)["digest"]
    for number in range(FIRST):
        digest = edit(work, digest, number)
    before = kept()
    for number in range(FIRST, FIRST + MORE):
        digest = edit(work, digest, number)
    after = kept()
    more = after - before
    found = {name: more.pop(name, 0) for name in OF_TEXTS}
    assert more.total() < FEW, more.most_common(10)
    assert all(number <= MORE for number in found.values())
    assert all(after[name] <= 2 * KEPT for name in OF_TEXTS)
    assert len(list((tmp_path / ".form4gen" / EXAMPLE).iterdir())) <= 2 * MOST


def test_only_a_few_of_the_filings_that_were_checked_are_kept(tmp_path: Path) -> None:
    issuer = {"issuerCik": "0009990001", "issuerName": "Many Changes Corp", "issuerTradingSymbol": "XMPL"}
    example(tmp_path, issuer=issuer)
    work = work_on(tmp_path)
    digest = work.view(EXAMPLE)["digest"]
    for number in range(40):
        digest = edit(work, digest, number)
    gc.collect()
    found = [each for each in gc.get_objects() if isinstance(each, Filing)]
    assert 0 < sum(each.issuer.issuer_name == "Many Changes Corp" for each in found) < 20

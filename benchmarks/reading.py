"""How well the words of footnotes are read: precision and recall of each claim over the labeled texts.

``python benchmarks/reading.py`` prints them, ``python benchmarks/reading.py CLAIM...`` all disagreements on them.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from prose.labeled import asked, labeled, scores, total  # noqa: E402

from form4gen.prose.reading import read  # noqa: E402

ASKED = ("says", "excuses", "quoted")


def table() -> None:
    """A line a claim: precision, recall, and the counts behind them."""
    silencers, used = asked("excuses"), asked(*ASKED)
    for name, score in scores().items():
        use = "silences" if name in silencers else "asked" if name in used else ""
        print(
            f"{name:<22} precision {score.precision:.3f}  recall {score.recall:.3f}  "
            f"right {score.right:>3}  wrong {score.wrong:>2}  missed {score.missed:>2}  {use}"
        )
    for what, names in (("asked", used), ("all", set(scores()))):
        score = total({name: each for name, each in scores().items() if name in names})
        print(f"{what:<22} precision {score.precision:.3f}  recall {score.recall:.3f}")


def disagreements(names: list[str]) -> None:
    """Every text on which reading and label differ."""
    for each in labeled():
        found = set(read(each.text).stated())
        for name in names:
            if (name in found) != (name in each.labels):
                print(f"{'wrong' if name in found else 'missed'} {name}: {each.text}\n")


if __name__ == "__main__":
    try:
        disagreements(sys.argv[1:]) if sys.argv[1:] else table()
    except pytest.skip.Exception as absent:
        print(absent)

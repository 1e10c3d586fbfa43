"""Breaks in the ledgers of real persons, judged by a person who read the filings."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from ledger_breaks import Cause, breaks, read_judged, real_histories

PAGE = Path(__file__).parents[2] / "docs" / "drafting.md"


def test_each_break_that_was_judged_real_is_found_and_each_error_of_the_ledger_is_not() -> None:
    found = set(breaks(real_histories()))
    assert [each for each in read_judged() if (each.found in found) is (each.cause is Cause.LEDGER)] == []


def test_the_judgments_are_of_50_filings_and_each_has_a_reason() -> None:
    judged = read_judged()
    assert len({each.found.file for each in judged}) == len(judged) == 50
    assert all(each.reason for each in judged)


def test_the_page_gives_the_share_of_each_cause() -> None:
    section = PAGE.read_text("utf-8").split("## Breaks in the ledger")[1].split("\n## ")[0]
    shown = {cause: int(count) for count, cause in re.findall(r"^\| (\d+) \| ([a-z ]+) \|", section, re.MULTILINE)}
    assert shown == Counter(each.cause.value for each in read_judged())

"""HD106 and HD107: the title of a security identifies its class, and is the same in every row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from form4gen.accounts.titles import titles_of
from form4gen.law.authorities import FORM_4
from form4gen.model.filing import Filing
from form4gen.model.rows import Row
from form4gen.prose.texts import words
from form4gen.rules.catalogue import ACCEPTS, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances

_NO_CLASS = frozenset({
    "stock", "stocks", "shares", "share", "security", "securities", "equity", "common", "units", "unit",
})  # fmt: skip


_SHORT = 4
"""Letters of a word up to which another letter makes another class: A and B, RSU and PSU, Call and Put."""


@rule(
    "HD106",
    name="title does not identify the class",
    on=Row,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 3(b)"),),
)
def title_does_not_identify_the_class(row: Row, circumstances: Circumstances) -> Iterator[Breach]:
    """The title of a security must clearly identify the class, even if the issuer has only one class outstanding.

    A bare word such as Shares, Common or Units, the trading symbol, or the issuer's name does not; Common Shares and
    Ordinary Shares do. In Table II the title of the underlying security is checked too. EDGAR does not check this.

    Remedy: Enter the title used in the charter, for example "Common Stock" or "Class A Common Stock", and use it in
    every row of that class.
    """
    issuer = circumstances.filing.issuer
    nobody = {words(issuer.issuer_trading_symbol), words(issuer.issuer_name)} - {""}
    for cell in titles_of(row):
        title = words(cell.value)
        if title in _NO_CLASS or title in nobody:
            yield Breach(
                cell.at,
                f'{row.name}: the title "{cell.value}" does not identify the class of securities. Enter, for example, '
                "Common Stock or Class A Common Stock.",
                cell.value,
            )


@rule(
    "HD107",
    name="one class under two titles",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 3(b)"), FORM_4.at("Instruction 4(a)(i)")),
)
def one_class_under_two_titles(filing: Filing) -> Iterator[Breach]:
    """A class of securities must carry the same title throughout the form.

    Titles that differ only in case, punctuation, spacing, a plural s, par value, or one or two letters of a longer
    word appear to be one class, whose balance cannot be followed across two titles. A different letter, numeral or
    short word (Class A and Class B, RSU and PSU) means a different class. EDGAR does not check this.

    Remedy: Use one title for the class in every row. If they are two classes, make their titles distinguish them.
    """
    seen: list[str] = []
    for row in filing.rows:
        for cell in titles_of(row):
            title = cell.value or ""
            if not title or title in seen:
                continue
            first = next((each for each in seen if _are_one(each, title)), None)
            seen.append(title)
            if first is not None:
                yield Breach(
                    cell.at,
                    f'"{first}" and "{title}" appear to be one class under two titles, so its balance cannot be '
                    "followed from row to row.",
                    found=title,
                    expected=first,
                    fix=first if first.split() == title.split() else None,
                )


def _are_one(one: str, other: str) -> bool:
    left, right = _plain(one), _plain(other)
    if left == right:
        return True
    return len(left) == len(right) and all(map(_are_one_word, left, right))


def _are_one_word(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) <= _SHORT or one[0] != other[0] or not (one + other).isalpha():
        return False
    return _distance(one, other) <= 2  # noqa: PLR2004  one or two letters


def _distance(one: str, other: str) -> int:
    """The least number of letters to add, drop or change."""
    above = list(range(len(other) + 1))
    for row, left in enumerate(one, 1):
        line = [row]
        for column, right in enumerate(other, 1):
            line.append(min(above[column] + 1, line[-1] + 1, above[column - 1] + (left != right)))
        above = line
    return above[-1]


def _plain(title: str) -> list[str]:
    """The words of a title without par value, punctuation and plural."""
    found = re.findall(r"[a-z0-9]+", _par_value().sub(" ", title.casefold()))
    return [word.removesuffix("s") if len(word) > _SHORT else word for word in found]


@cache
def _par_value() -> re.Pattern[str]:
    return re.compile(
        r",?\s*\(?(?:(?:no|with(?:out)?|nominal)? ?par value(?: of)?(?: \$?\s?[\d.]+)?(?: per share| each)?"
        r"|\$\s?[\d.]+ (?:nominal|par) value(?: per share)?)\)?"
    )

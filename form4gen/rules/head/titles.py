"""HD106 and HD107: the title of a security identifies its class, and is the same in every row."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.accounts.titles import titles_of
from form4gen.law.authorities import FORM_4
from form4gen.law.unseen import as_seen
from form4gen.model.filing import Filing
from form4gen.model.rows import Row
from form4gen.prose.class_titles import Titles, identifies_no_class
from form4gen.rules.catalogue import ACCEPTS, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances


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
    for cell in titles_of(row):
        if identifies_no_class(cell.value, issuer.issuer_trading_symbol, issuer.issuer_name):
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
    titles = Titles()
    for row in filing.rows:
        for cell in titles_of(row):
            title = as_seen(cell.value or "")
            first = titles.add(title) if title else None
            if first is not None:
                yield Breach(
                    cell.at,
                    f'"{first}" and "{title}" appear to be one class under two titles, so its balance cannot be '
                    "followed from row to row.",
                    found=title,
                    expected=first,
                    fix=first if first.split() == title.split() else None,
                )

"""Which rules cannot be run on a filing that is made of the tables of a data set, because a table is missing.

A rule is in the list of a table if, without the table, it finds in real filings what it does not find in the whole
form, or if it compares earlier filings that are as incomplete.
"""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.api.check import Settings
from form4gen.model.filing import Filing
from form4gen.rules.applying import rules_of

NATURE = "NATURE_OF_OWNERSHIP"
"""The column that no data set has in a state that can be used: in a part of the filings it is that of another row."""

FOOTNOTES = "FOOTNOTES"
BOX = "AFF10B5ONE"
"""The column of the Rule 10b5-1(c) box, which older data sets do not have."""

_COMPARED = ("AD101", "AD102", "AD106", "AM105", "AM106", "HB107", "HB108", "TC110")
_ROWS = ("FN1", "HB102", "HB103", "HB106", *_COMPARED)
CANNOT_RUN = {
    "REPORTINGOWNER": ("RO", "SG", "AD103", "TP104", *_COMPARED),
    "NONDERIV_TRANS": ("AM103", "HD101", "HD102", "HD103", "HD107", "PA101", "TP104", "TP106", *_ROWS),
    "NONDERIV_HOLDING": _ROWS,
    "DERIV_TRANS": ("AM103", "HD101", "HD102", "HD103", "HD107", "PA102", "TP104", "TP106", *_ROWS),
    "DERIV_HOLDING": _ROWS,
    # A footnote may answer almost any question of judgment.
    FOOTNOTES: ("AD", "AM", "DL1", "DV1", "FN", "HB1", "HD1", "PA", "PR1", "RO1", "SG1", "TC1", "TP"),
    "OWNER_SIGNATURE": ("SG",),
    BOX: ("DL105", "TP"),
    NATURE: ("FN101", "HB1", "TC116", *_COMPARED),
}
"""By what is missing: the rules that cannot be run, as the beginnings of their ids."""

_NEVER = ("SG104", "EX")  # no data set has exhibits
_CELLS = ("DV2", "HB2", "TC2")  # in a part of the filings, numbers and values that EDGAR accepted are in other rows


def without(settings: Settings, filing: Filing, lacks: tuple[str, ...]) -> Settings:
    """The settings for a filing of a data set without the tables ``lacks``: a look at the rules that can be run."""
    spared = (*_NEVER, *_CELLS, *(rule for table in _missing(filing, lacks) for rule in CANNOT_RUN[table]))
    selected = tuple(each.id for each in rules_of(settings) if settings.selects(each.id))
    selected = tuple(each for each in selected if not each.startswith(spared))
    return settings._replace(select=selected, is_look=True)


def _missing(filing: Filing, lacks: tuple[str, ...]) -> Iterator[str]:
    """What is missing, as far as the filing has something for it."""
    for table in lacks:
        if table != FOOTNOTES or any(row.footnotes for row in filing.rows):
            yield table
    if any(row.direct_or_indirect_ownership.value == "I" for row in filing.rows):
        yield NATURE

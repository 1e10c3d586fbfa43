"""The day on which a reporting person left, as the texts of a form tell it."""

from __future__ import annotations

from datetime import date

from form4gen.model.filing import Filing
from form4gen.prose.days import days_in
from form4gen.prose.reading import read
from form4gen.prose.texts import sentences


def day_of_leaving(filing: Filing) -> date | None:
    """The last day that stands in a sentence which says that the person left; None where no text says so."""
    parts = [part for text in _texts(filing) for part in sentences(text)]
    return max((each for part in parts if read(part).says("former") for each in days_in(part)), default=None)


def _texts(filing: Filing) -> list[str]:
    return [*(note.text for note in filing.footnotes), filing.remarks or ""]

"""What the texts beside the boxes of Item 5 say."""

from __future__ import annotations

import re
from functools import cache

from form4gen.model.filing import ReportingOwner
from form4gen.prose.reading import read
from form4gen.prose.texts import words
from form4gen.records import NamedTuple

_ON_THE_BOARD = frozenset({
    "independent", "non", "nonexecutive", "executive", "outside", "lead", "board", "co", "director", "directors",
})  # fmt: skip


class Pointer(NamedTuple):
    """Where a text says that the rest of it is: the remarks or the footnotes, and the number of a footnote."""

    is_to_remarks: bool
    is_to_footnote: bool
    number: str | None


def is_no_office(title: str | None) -> bool:
    """Whether a title is that of a seat on the board or of something else that is no office, and of no office."""
    text = read(title)
    return (_is_board_seat(title or "") or text.says("no_office")) and not text.excuses("office")


def title_of_one_who_left(owner: ReportingOwner) -> str:
    """The text of Item 5 that describes a person as former or the like; empty for a director or a 10% owner."""
    if owner.is_director or owner.is_ten_percent_owner:
        return ""
    return next((text for text in (owner.officer_title, owner.other_text) if read(text).says("left_office")), "") or ""


def pointer(text: str | None) -> Pointer | None:
    """Where a text points to, such as "See Remarks" or "See footnote 2"; None when it points nowhere."""
    typed = " ".join((text or "").split())
    found = _pointer().search(typed) if "see " in typed.casefold() else None
    if found is None:
        return None
    where = found["where"].casefold()
    return Pointer(where.startswith("remark"), where in ("footnote", "note"), found["number"])


def _is_board_seat(title: str) -> bool:
    """Whether a title says director and nothing but which kind of director."""
    found = words(title.replace("-", " ")).split()
    return not {"director", "directors"}.isdisjoint(found) and _ON_THE_BOARD.issuperset(found)


@cache
def _pointer() -> re.Pattern[str]:
    return re.compile(
        r"\bsee (?:the )?(?P<where>remark|footnote|note|below|explanation)s?(?: ?\(?(?P<number>\d++))?", re.IGNORECASE
    )

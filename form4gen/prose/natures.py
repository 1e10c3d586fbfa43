"""Whether a nature of indirect ownership identifies one holder."""

from __future__ import annotations

from form4gen.model.filing import Filing
from form4gen.model.rows import Row
from form4gen.prose.reading import Readings, notes_of, read

_UNNAMED = {
    "trust_unnamed": "trust_mentioned",
    "family_unnamed": "family_mentioned",
    "llc_unnamed": "llc_mentioned",
    "partnership_unnamed": "partnership_mentioned",
}
"""What a nature may say without a name, and what a note says that may name it."""


def identifies_no_holder(nature: str, notes: Readings) -> bool:
    """Whether a nature is a bare word such as "Indirect" or "By Trust", and no note mentions the trust."""
    said = read(nature)
    if not said.is_one_sentence:
        return False
    if said.says("holder_unnamed"):
        return True
    return any(said.says(bare) and not notes.excuses(named) for bare, named in _UNNAMED.items())


def leaves_holder_open(row: Row, filing: Filing) -> bool:
    """Whether a row is held indirectly through somebody whom neither its nature nor a footnote identifies."""
    nature = row.nature_of_ownership
    if row.direct_or_indirect_ownership.value != "I" or not nature.value or nature.footnotes:
        return False
    return identifies_no_holder(" ".join(nature.value.split()), notes_of(row, filing))


def names_two_holders(nature: str) -> bool:
    """Whether a nature names two holders. A semicolon between them is enough; that of ``&amp;`` is none."""
    return read(nature).says("two_holders") or ";" in nature.replace("&amp;", "")

"""What our JSON cannot represent of ownership XML: one note for each part that is left out."""

from __future__ import annotations

from form4gen.edgar.parse import Element
from form4gen.location import Place
from form4gen.model.cell_names import cell_name
from form4gen.records import NamedTuple

REMOVE = "Remove what EDGAR's schema does not allow; EDGAR suspends such a document."


class Note(NamedTuple):
    """A part of the XML that is left out: a sentence, the place to which it belongs, and the element.

    ``remedy`` is empty if EDGAR's schema allows the part, such as a CCC; otherwise it says what to do. ``found`` is the
    text that cannot be read, and ``expected`` what is. With ``is_named``, the sentence already says where the part is.
    With ``is_of_markup``, it is about all that is inside the element.
    """

    message: str
    at: Place
    element: Element
    remedy: str = REMOVE
    found: str | None = None
    expected: str | None = None
    is_named: bool = False
    is_of_markup: bool = False

    @property
    def words(self) -> str:
        """The sentence with the name of the cell before it."""
        return self.message if self.is_named else f"{cell_name(self.at)}: {self.message}"

    @property
    def is_fault(self) -> bool:
        """Whether EDGAR's schema does not allow the part."""
        return bool(self.remedy)

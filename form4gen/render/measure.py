"""How wide a text is, without loading a font: Arimo has the widths of Arial.

Widths are thousandths of the font size.
"""

from __future__ import annotations

_BY_WIDTH = {
    191: "'", 222: "ijl", 260: "|", 278: " \u00a0!,./:;I[\\]ft", 333: "()-`r", 334: "{}", 355: '"', 389: "*",
    469: "^", 500: "Jcksvxyz", 556: "#$0123456789?L_abdeghnopqu", 584: "+<=>~", 611: "FTZ", 667: "&ABEKPSVXY",
    722: "CDHNRUw", 778: "GOQ", 833: "Mm", 889: "%", 944: "W", 1015: "@",
}  # fmt: skip
_WIDTHS = {character: width for width, characters in _BY_WIDTH.items() for character in characters}
# Other letters are about as wide as capitals. From Arabic on, the font has few: the rest are printed as boxes.
_LETTER, _BOX = 722, 2700
_FIRST_BOX = "\u0600"
_PUNCTUATION = range(0x2000, 0x2200)


def width(text: str) -> int:
    """The width of a text on one line."""
    return sum(_WIDTHS.get(character) or _width_of(character) for character in text)


def _width_of(character: str) -> int:
    is_box = character >= _FIRST_BOX and ord(character) not in _PUNCTUATION
    return _BOX if is_box else _LETTER

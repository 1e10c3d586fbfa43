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
# Of other alphabets only the usual width is known: letters are about as wide as capitals, ideographs are squares.
_LETTER, _SQUARE = 722, 1000
_FIRST_SQUARE = "\u1100"


def width(text: str) -> int:
    """The width of a text on one line."""
    return sum(_WIDTHS.get(character) or (_LETTER if character < _FIRST_SQUARE else _SQUARE) for character in text)

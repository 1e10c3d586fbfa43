"""Characters that no text of a filing may contain."""

from __future__ import annotations

# C0 and C1 controls save tab and line ends, surrogates, line and paragraph separators, bidirectional controls, byte
# order marks, annotation marks, invisible tags and non-characters: XML or the page cannot show them, or they make a
# text look other than it is. Written as the inside of a character class.
UNFIT = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u061c"
    "\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f"
)

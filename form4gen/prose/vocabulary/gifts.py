"""Gifts and inheritances."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "gift_made",
        "A gift or a charitable donation was made.",
        phrase("gift|gifts ..!received|from (of|to|by)", ()),
        phrase("^ (bona fide)? gift|gifts", ()),
        phrase("gifted|donated", ()),
        phrase("charitable .. (gift|donation|contribution)", ()),
        unless=(phrase("(received|acquired|recipient) ... gift|gifts|donation", ()),),
    ),
    claim(
        "gift_received",
        "A gift was received.",
        phrase("(received|acquired) ... (gift|gifts|donation)", ()),
        phrase("gift|gifts .. from", ()),
    ),
    claim(
        "inheritance",
        "By will, intestacy, or from an estate.",
        phrase("inherit*", ()),
        phrase("intestacy|bequest|bequeathed", ()),
        phrase("(by|under) .. will .. (of|from)?", ()),
        phrase("(from|by) .. estate of", ()),
        phrase("distribut* .... !planning estate", ()),
    ),
)

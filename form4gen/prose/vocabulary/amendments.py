"""What an amendment says that it adds or corrects. Wider than the claims of a note: a rule asks them of a 4/A alone."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

_VALUES = ("price", "prices", "number", "numbers", "amount", "amounts", "shares", "date", "dates", "code", "quantity")
_ROWS = ("transaction", "transactions", "sale", "sales", "purchase", "purchases")
_CORRECTED = {
    "correct*": "corrected", "incorrect*": "incorrect", "erroneous*": "erroneous", "misstated": "misstated",
    "misreported": "misreported", "restat*": "restated", "revis*": "revised", "(amend* to)": "amended to be right",
}  # fmt: skip
_OTHER_VALUES = ("number", "numbers", "amount", "amounts", "date", "dates", "code", "quantity")
_OTHERS = "|".join(_OTHER_VALUES)
_WHAT, _HOW = "|".join((*_VALUES, *_ROWS)), "|".join(_CORRECTED)

CLAIMS = (
    claim(
        "adds_transaction",
        "The amendment adds a transaction that was left out before.",
        phrase(
            "omitted|omission",
            ("The sale was omitted.", "By an omission, the sale is missing."),
            "The sale was reported.",
        ),
        phrase(
            "failed to report|include|disclose",
            ("It failed to report a sale.", "It failed to include a sale.", "It failed to disclose a sale."),
            ("It failed to sell.", "It had to report it.", "Options failed; he was to sell."),
        ),
        phrase(
            "not|never previously|been? previously|been|timely? reported|included|disclosed",
            (
                "It was not reported.", "It was never reported.", "It was not included.", "It was not disclosed.",
                "It was not previously reported.", "It has not been reported.", "It was not timely reported.",
                "It had not been previously reported.", "It had not previously been reported.",
                "It had not been timely reported.",
            ),
            ("It was previously reported.", "It was not sold."),
        ),
        phrase(
            "to add|include|report a|an|the|additional",
            (
                "Filed to add a sale.", "Filed to include the sale.", "Filed to report an award.",
                "Filed to add additional sales.",
            ),
            ("Filed to sell a share.", "Adds the sale.", "To add nothing."),
        ),
        unless=(
            phrase(
                "to add|include|report a|an|the|additional ... exhibit|exhibits|(power of attorney)",
                (
                    "Filed to add an exhibit.", "Filed to include the exhibits.", "Filed to add a power of attorney.",
                    "Filed to report the exhibit.", "Filed to add additional exhibits.",
                ),
                "Filed to add a sale.",
            ),
        ),
        of="mention",
    ),
    claim(
        "corrects_transaction",
        "The amendment corrects a price, a number, a date, a code, or a whole transaction.",
        phrase(
            f"{_HOW} .... {_WHAT}",
            (
                *(f"It is {how} as to its price." for how in _CORRECTED.values()),
                *(f"It corrects the {what}." for what in (*_VALUES, *_ROWS)),
            ),
            ("It corrects a word.", "It gives the price."),
        ),
        phrase(
            f"{_WHAT} .... {_HOW}",
            (
                *(f"The price was {how}." for how in _CORRECTED.values()),
                *(f"The {what} had been misstated." for what in (*_VALUES, *_ROWS)),
            ),
            "The price was reported.",
        ),
        of="mention",
    ),
    claim(
        "corrects_price",
        "The amendment corrects a price.",
        phrase(
            f"{_HOW} .... price|prices",
            (*(f"It is {how} as to its price." for how in _CORRECTED.values()), "It corrects the prices."),
            ("It corrects the number.", "It gives the price."),
        ),
        phrase(
            f"price|prices .... {_HOW}",
            (*(f"The price was {how}." for how in _CORRECTED.values()), "The prices were misstated."),
            "The price was reported.",
        ),
        of="mention",
    ),
    claim(
        "more_than_price",
        "A sentence on a price has a number, a date or a code beside it.",
        phrase(
            f"price|prices .. and|or|nor .. {_OTHERS}",
            (
                "The prices and the number.", "The price or the date.", "Neither the price nor the code.",
                *(f"The price and the {what}." for what in _OTHER_VALUES),
            ),
            "The price.",
        ),
        phrase(
            f"{_OTHERS} .. and|or|nor .. price|prices",
            (
                "The number and the prices.", "The date or the price.", "Neither the code nor the price.",
                *(f"The {what} and the price." for what in _OTHER_VALUES),
            ),
            "The price of the number.",
        ),
        of="mention",
    ),
)  # fmt: skip

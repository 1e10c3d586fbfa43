"""Prices of depositary shares beside the shares that they represent."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "price_per_ads",
        "The price reported is per depositary share.",
        phrase(
            "price ... per|each .. @ads",
            (
                "The price reported is the price per American Depositary Share.",
                "The price paid for each ADS is reported.",
            ),
            "The price is per ordinary share.",
        ),
        phrase(
            "price ... of|for one|an .. @ads",
            (
                "The price shown is that of one American Depositary Share.",
                "This is the price of an ADS.",
                "This is the price for one ADS.",
            ),
            "The price of the stock.",
        ),
        unless=(
            phrase(
                "divided|dividing|converted|equivalent|equal",
                (
                    "The price per ADS was divided by ten.",
                    "Computed by dividing the price per ADS by ten.",
                    "The price is converted from the price per ADS.",
                    "The price is the equivalent of a price per ADS of $30.00.",
                    "The price is equal to a tenth of the price per ADS.",
                ),
            ),
        ),
        of="mention",
    ),
    claim(
        "ads_price_divided",
        "The price of a depositary share was divided by the number of shares that it represents.",
        phrase(
            "price .... divided|dividing|converted",
            (
                "The price per ADS was divided by ten.",
                "The price was computed by dividing.",
                "The price was converted to that of an ordinary share.",
            ),
            "The price is per ADS.",
        ),
        phrase(
            "divided|dividing|converted .... price",
            (
                "Divided from the ADS price.",
                "Computed by dividing the ADS price by ten.",
                "Converted from the ADS price.",
            ),
            "The price is per ADS.",
        ),
        phrase(
            "price ... per ordinary|common",
            ("The price shown is per ordinary share.", "The price is per common share."),
            "The price is per ADS.",
        ),
        of="mention",
    ),
)

"""Gifts and inheritances."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "gift_made",
        "A gift or a charitable donation was made.",
        phrase(
            "gift .. made by",
            "Represents a gift made by the Reporting Person to his spouse.",
            "A gift received, made by a friend.",
        ),
        phrase(
            "transfer* .. .. to ... children|grandchildren|child|relative .... no consideration",
            (
                "Transferred shares to his children for no consideration.",
                "Transferred to two grandchildren for no consideration.",
                "Transferred to a child for no consideration.",
                "Transferred to a relative for no consideration.",
            ),
            "Transferred to his children.",
        ),
        phrase(
            "transfer* to .. charity|charities|university|church",
            (
                "Transfer to a charity.",
                "Transferred to two charities.",
                "Transferred to a university.",
                "Transferred to her church.",
            ),
            "Transfer to a bank.",
        ),
        phrase("transferred as a gift", "The shares were transferred as a gift.", "Received as a gift."),
        phrase(
            "given to .... without|no consideration",
            "Shares given to the grandchildren without consideration.",
            "Notice was given to the Issuer.",
        ),
        phrase(
            "donation|donations of|to",
            ("A donation to a museum.", "She made a donation of stock.", "Made donations to a museum."),
            "A program of donation matching.",
        ),
        phrase(
            "contribut* .... (donor advised)|charit*",
            "Contribution to a donor-advised fund.",
            "Contribution to the 401(k) plan.",
        ),
        phrase(
            "gift|gifts ..!received of|to",
            "The trust reports gifts to family members.",
            "Gift from the reporting person's spouse.",
        ),
        phrase(
            "^ a? (bona fide)? gift|donation",
            "Bona fide gift.",
            "Represents a bona fide gift received by the reporting person's spouse from a parent.",
        ),
        phrase(
            "gifted|donated", "The reporting person donated these shares to a university.", "Acquired by inheritance."
        ),
        phrase(
            "charitable .. gift|donation|contribution",
            "Charitable donation of common stock.",
            "Gift received to hold in trust.",
        ),
        unless=(
            phrase(
                "may|permits ... gift|gifts",
                (
                    "The trust may make gifts to charity.",
                    "The plan permits transfers by gift of the holder.",
                    "The holder may make a gift of shares.",
                ),
            ),
            phrase("recipient of .. gift", "He was the recipient of a gift of shares."),
            phrase(
                "gift to the reporting person from|by",
                ("A gift to the Reporting Person from her father.", "A gift to the Reporting Person by her father."),
            ),
            phrase("gifted to the reporting person by", "Shares gifted to the Reporting Person by her father."),
            phrase("received|acquired ... gift", "The fund received these shares by gift of the founder."),
            phrase("gift .. received|from", "Gift received from the reporting person's father."),
        ),
    ),
    claim(
        "gift_received",
        "A gift was received.",
        phrase("recipient of .. gift", "He was the recipient of a gift.", "The recipient of the notice."),
        phrase(
            "gift to the reporting person from|by",
            ("A gift to the Reporting Person from her father.", "A gift to the Reporting Person by her father."),
            "A gift to a museum.",
        ),
        phrase(
            "gifted to the reporting person by",
            "Shares gifted to the Reporting Person by her father.",
            "Shares gifted to a museum.",
        ),
        phrase(
            "received|acquired ... gift",
            "The shares were received as a gift.",
            "Gift to charity; no consideration was received.",
        ),
        phrase(
            "gift .. received", "Gift received to hold in trust.", "Gift to charity; no consideration was received."
        ),
        phrase("gift from", "Gift from the reporting person's spouse.", "A bona fide gift."),
    ),
    claim(
        "inheritance",
        "By will, intestacy, or from an estate.",
        phrase("through the estate", "Received through the estate of her husband.", "Through the fund."),
        phrase(
            "distribut* .... executor|executrix|(the estate of)",
            (
                "Distributed by the executor.",
                "Distributed by the executrix.",
                "Distributed by the estate of her mother.",
            ),
            "Distributed for estate planning.",
        ),
        phrase(
            "passed to .... death", "Passed to the Reporting Person upon the death of a relative.", "The day passed."
        ),
        phrase(
            "beneficiary|heir .. of .. estate !planning",
            "Received as a beneficiary of the estate of a relative.",
            "A beneficiary of an estate planning vehicle.",
        ),
        phrase(
            "acquired|received ... laws of descent",
            "Acquired under the laws of descent and distribution.",
            "Not transferable other than by the laws of descent.",
        ),
        phrase("inherit*", "Shares inherited from a parent.", "Performance requirements apply."),
        phrase("intestacy|bequest|intestate", "Bequest from a relative.", "Vests in February."),
        phrase(
            "acquired|received|passed ..!than by will",
            "Received by will from a relative.",
            "The option may not be transferred, and may not be received other than by will.",
        ),
        phrase(
            "under .. will of",
            "Shares received under the will of the reporting person's late husband.",
            "Shares will be delivered upon vesting.",
        ),
        phrase(
            "from ..!real estate !planning",
            "Distribution from an estate to its beneficiaries.",
            "From real estate held by the fund.",
        ),
        unless=(phrase("bought|purchased from", "Bought from the estate of a stranger."),),
    ),
)

"""Mergers, tender offers, and public offerings."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "merger",
        "The row follows from a merger, acquisition, exchange offer, spin-off, or reorganization.",
        phrase("(merger sub) .. .. offer", "Acquired by Merger Sub in its offer.", "Merger Sub is a party."),
        phrase(
            "acquisition of ..!@stock by the @issuer",
            "Shares acquired in connection with the acquisition of Sample Labs by the Issuer.",
            "Acquisition of shares by the Issuer.",
        ),
        phrase(
            "(holding company) reorganization", "The holding company reorganization closed.", "The holding company."
        ),
        phrase(
            "tender offer and accepted",
            "Tendered in the tender offer and accepted for payment.",
            "The tender offer expired.",
        ),
        phrase(
            "consideration for .. sale|acquisition of ..!assets to|by",
            (
                "Received as consideration for the sale of Target to the Issuer.",
                "Received as consideration for the acquisition of Target by the Issuer.",
            ),
            "Consideration for the sale of assets to a bank.",
        ),
        phrase(
            "(split off)|(split up)|(spun off)",
            ("Received in a split-off.", "Received in a split-up.", "The business was spun off."),
            "The split.",
        ),
        phrase("spinoff", "Acquired in the spinoff of Example SpinCo.", "The spin."),
        phrase(
            "in|through|by the|a merger|reorganization",
            (
                "Acquired in the reorganization.",
                "Acquired through a merger.",
                "Acquired by the merger with Sample Labs.",
            ),
            "The merger vote was held.",
        ),
        phrase("share exchange", "Acquired in a share exchange.", "Shares on the exchange."),
        phrase(
            "when the @issuer acquired",
            "Received when the Issuer acquired Sample Labs.",
            "Received after the Issuer approved.",
        ),
        phrase(
            "tender offer .. by !the|issuer|company",
            "Tendered in a tender offer by Sample Bidder Inc.",
            (
                "Tendered in the tender offer by the holder.",
                "Tendered in a tender offer by Company.",
                "Tendered in a tender offer by Issuer.",
            ),
        ),
        phrase(
            "tender offer .... parent|purchaser|offeror|(merger sub)|(acquisition sub)",
            (
                "Tendered in the tender offer by Parent.",
                "The tender offer of the purchaser.",
                "The tender offer by the offeror.",
                "The tender offer made by Merger Sub.",
                "The tender offer of Acquisition Sub.",
            ),
            "The tender offer expired.",
        ),
        phrase(
            "merger agreement|consideration",
            "Shares received as merger consideration.",
            "The award accelerates if the merger agreement is signed.",
        ),
        phrase(
            "plan of merger|reorganization",
            "Shares issued under the Agreement and Plan of Merger.",
            "Grant under the 2012 Stock Incentive Plan.",
        ),
        phrase(
            "pursuant|result|connection|closing|consummation|completion|effective ... the merger|(business "
            "combination)|reorganization",
            "Upon consummation of the merger, the units were assumed.",
            "The lock-up ends six months after the closing of the merger.",
        ),
        phrase(
            "@issuer acquisition of",
            "Shares issued in the Issuer's acquisition of Sample Labs.",
            "Sale of private company shares by the Issuer privately.",
        ),
        phrase(
            "acquisition of the @issuer",
            "In connection with the acquisition of the company by Example Parent, Inc., the options were assumed.",
            "Sale of private company shares by the Issuer privately.",
        ),
        phrase(
            "merger of|with",
            "The merger of Sample Labs with a subsidiary of the Issuer closed on May 1.",
            "Acquired under a subscription agreement with the Issuer.",
        ),
        phrase(
            "~issuer exchange offer",
            "Tendered in the exchange offer made by the purchaser.",
            "Shares surrendered in a tax-free exchange.",
        ),
        phrase("spin off", "Acquired in the spin-off of Example SpinCo by Example Parent.", "See Remarks."),
        unless=(
            phrase("if .. merger", "The award accelerates if the merger agreement is signed."),
            phrase(
                "days|months|years .. after|following", "The lock-up ends three months following the merger agreement."
            ),
            phrase("not being filed", "This report is not being filed as a result of the merger."),
        ),
    ),
    claim(
        "issuer_tender",
        "The row follows from a tender or repurchase offer of the issuer.",
        phrase(
            "issuer|company .. offer to purchase|repurchase|exchange",
            (
                "In the Issuer offer to purchase shares.",
                "The Issuer made an offer to repurchase shares.",
                "The Issuer made an offer to exchange options.",
            ),
            "The Issuer made an offer of employment.",
        ),
        phrase(
            "@issuer .. exchange offer",
            "Tendered in the Issuer option exchange offer.",
            "The exchange offer by Parent.",
        ),
        phrase("dutch auction", "Tendered in a modified Dutch auction.", "The auction."),
        phrase(
            "tender offer .. by|of the @issuer",
            ("Tendered in the tender offer by the Issuer.", "The tender offer of the Company."),
            "The tender offer of the fund.",
        ),
        phrase(
            "@issuer .. tender offer",
            "Tendered in the Issuer's tender offer at $30.00 per share.",
            "Shares acquired under the Company's 401(k) plan.",
        ),
        phrase("self tender", "The shares were accepted in a self-tender offer.", "1 for 1."),
    ),
    claim(
        "offering",
        "The row is part of a public offering, or closes with one.",
        phrase(
            "underwriter* .... option to purchase additional",
            "Sold on the underwriters' exercise of their option to purchase additional shares.",
            "An option to purchase additional shares.",
        ),
        phrase(
            "(follow on)|rights offering",
            ("Sold in a follow-on offering.", "Bought in a rights offering."),
            "The offering.",
        ),
        phrase("offering ... closed", "The offering closed on May 5, 2025.", "The offering period of the plan."),
        phrase(
            "public|direct offering",
            "Bought in the initial public offering.",
            "The lock-up runs 180 days from the public offering.",
        ),
        phrase("ipo", "Occurs upon the closing of the IPO.", "Acquired by gift."),
        phrase(
            "registered|underwritten|secondary .. offering",
            "Shares sold in an underwritten secondary offering.",
            "The Issuer sold shares in an underwritten deal.",
        ),
        phrase(
            "over allotment",
            "Sold in connection with the exercise of the underwriters' over-allotment option in the offering.",
            "The RSUs vest over three years.",
        ),
        unless=(
            phrase(
                "forfeiture .... public offering",
                "Includes shares subject to forfeiture depending on the over-allotment in the initial public offering.",
            ),
            phrase(
                "years|months|days|meeting ... following|after|from .... public offering",
                "The lock-up ends 180 days after the date of the initial public offering.",
            ),
            phrase(
                "public offering .... .... will convert",
                "Upon the closing of the initial public offering the shares will convert.",
            ),
        ),
    ),
)

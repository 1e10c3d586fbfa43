"""Mergers, tender offers, and public offerings."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "merger",
        "The row follows from a merger, an acquisition, a tender or exchange offer by another, a spin-off, or a reorganization.",
        phrase(
            "merger agreement|consideration",
            "Tendered in the offer for $20.00 per share in cash under the merger agreement with Example Purchaser Corp.",
            "The award accelerates if the merger agreement is signed.",
        ),
        phrase(
            "plan of merger|reorganization",
            "Acquired under an Agreement and Plan of Merger dated May 1, 2022.",
            "Restricted stock award granted under the 2015 Stock Plan.",
        ),
        phrase(
            "pursuant|result|connection|closing|consummation|completion|effective ...!change the merger|(business combination)|reorganization",
            "Pursuant to the merger, each share was exchanged for 0.45 of a share of the parent.",
            "The lock-up ends six months after the closing of the merger.",
        ),
        phrase(
            "@issuer acquisition of",
            "Shares issued in the Issuer's acquisition of Sample Labs.",
            "Shares retained by the Issuer to satisfy withholding tax.",
        ),
        phrase(
            "acquisition of the @issuer",
            "In connection with the acquisition of the company by Example Parent, Inc., the options were assumed.",
            "Represents shares acquired under the Company's employee stock purchase plan.",
        ),
        phrase(
            "merger of|with",
            "The merger of Sample Labs with a subsidiary of the Issuer closed on May 1.",
            "The award accelerates upon a merger or change in control.",
        ),
        phrase(
            "exchange offer",
            "Tendered in the exchange offer made by the purchaser.",
            "The shares were accepted in a self-tender offer.",
        ),
        phrase(
            "(spin off)|spinoff",
            "Acquired in the spin-off of Example SpinCo by Example Parent.",
            "Acquired by inheritance.",
        ),
        unless=(
            phrase("if|event .. merger", "The award accelerates if the merger agreement is signed."),
            phrase(
                "days|months|years .. after|following|from",
                "The lock-up ends six months after the closing of the merger.",
            ),
            phrase("not being filed", "This report is not being filed as a result of the merger."),
        ),
    ),
    claim(
        "issuer_tender",
        "The row follows from a tender or repurchase offer of the issuer.",
        phrase(
            "@issuer ..!parent tender offer",
            "Shares accepted for purchase in the Issuer's modified Dutch auction tender offer.",
            "Shares issued pursuant to the Company's long-term incentive program.",
        ),
        phrase("self tender", "The shares were accepted in a self-tender offer.", "Acquired by will."),
    ),
    claim(
        "offering",
        "The row is part of a public offering, or closes with one.",
        phrase(
            "public|direct offering",
            "Shares purchased in the directed share program of the Issuer's initial public offering.",
            "The lock-up ends 180 days after the date of the initial public offering.",
        ),
        phrase("ipo", "Occurs upon the closing of the IPO.", "Bona fide gift."),
        phrase(
            "registered|underwritten|secondary .. offering",
            "Concurrently with the secondary offering, the Issuer repurchased from the underwriters 1,000,000 shares.",
            "The shares were registered on Form S-8.",
        ),
        phrase(
            "over allotment",
            "Sold in connection with the exercise of the underwriters' over-allotment option in the offering.",
            "Includes shares subject to forfeiture depending on the over-allotment in the initial public offering.",
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

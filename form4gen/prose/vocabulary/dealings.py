"""Mergers and exempt events beside a sale or another code, and one security turned into another."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "given_up_in_deal",
        "Mentions securities converted, canceled, exchanged, or tendered in a merger or an offer.",
        phrase(
            "convert*|cancel*|exchanged|tendered|disposed|(right to receive) .... .... "
            "merger|(effective time)|(tender offer)|(exchange offer)|(business combination)",
            (
                "Each share was converted into cash in the merger.",
                "Each option was canceled in the merger.",
                "The shares were exchanged for cash at the effective time.",
                "The shares were tendered in the tender offer.",
                "The shares were disposed of in the exchange offer.",
                "Each share became a right to receive cash in the business combination.",
            ),
            ("The shares were converted at the close of the year.", "The merger needs the consent of the lenders."),
        ),
        phrase(
            "merger|(effective time)|(tender offer)|(exchange offer)|(business combination) .... .... "
            "convert*|cancel*|exchanged|tendered|disposed|(right to receive)",
            (
                "In the merger, each share was converted into cash.",
                "At the effective time, each option was canceled.",
                "In the tender offer, the shares were tendered.",
                "In the exchange offer, the shares were exchanged for notes.",
                "In the business combination, the shares were disposed of for cash.",
                "By the merger, each share became a right to receive cash.",
            ),
            "The merger was announced.",
        ),
        phrase("merger consideration", "Paid as merger consideration.", "The merger is under consideration."),
        unless=(
            phrase("lock up", "The lock-up ends when the shares are exchanged in the merger."),
            phrase(
                "after|following|since|before|received|acquired|issued|sold",
                (
                    "The shares were tendered after the merger.",
                    "The option was canceled following the merger.",
                    "The shares were disposed of since the merger.",
                    "The shares were converted before the merger.",
                    "The shares were received when the units were converted in the merger.",
                    "The shares were acquired when the units were converted in the merger.",
                    "The shares were issued when the units were converted in the merger.",
                    "The shares were sold once the units were converted in the merger.",
                ),
            ),
            phrase("prior to", "The shares were converted prior to the merger."),
        ),
        of="mention",
    ),
    claim(
        "exempt_event",
        "Mentions a split, pro rata rights, a spin-off, a reinvested dividend, a domestic relations order, or a change "
        "in form.",
        phrase(
            "received|distributed|acquired .... (spin off)|spinoff",
            (
                "Received in the spin-off of Sample Labs.",
                "Distributed to all shareholders in the spinoff.",
                "Acquired in a spin-off.",
            ),
            "Sold after the spin-off.",
        ),
        phrase(
            "(spin off)|spinoff dividend|distribution",
            (
                "From the spin-off distribution of Sample Labs.",
                "From the spinoff of May; a spin-off dividend.",
                "From a spinoff dividend.",
            ),
            "Sold after the spin-off.",
        ),
        phrase(
            "pro rata ... dividend|distribution .... shareholders|stockholders",
            (
                "A pro rata dividend of Sample Labs stock to its shareholders.",
                "A pro rata distribution of Sample Labs stock to its stockholders.",
            ),
            "A pro rata distribution of stock.",
        ),
        phrase("pro rata .... rights", "Received in a pro rata distribution of rights.", "A pro rata payment."),
        phrase("rights .... pro rata", "Rights were issued pro rata to all holders.", "A pro rata payment."),
        phrase(
            "stock split|dividend", ("Received in a stock split.", "Received as a stock dividend."), "A cash dividend."
        ),
        phrase("dividend reinvestment", "Acquired by dividend reinvestment.", "Dividend payments ended."),
        phrase(
            "reinvested dividend|dividends",
            ("A reinvested dividend.", "Bought with reinvested dividends."),
            "The proceeds were reinvested.",
        ),
        phrase(
            "reinvestment of dividend|dividends",
            ("By reinvestment of dividends.", "By reinvestment of dividend payments."),
            "By reinvestment of proceeds.",
        ),
        phrase("drip", "Acquired through the DRIP.", "Dripping Springs."),
        phrase("domestic relations", "Under a domestic relations order.", "A domestic corporation."),
        phrase("divorce|divorced", ("On divorce.", "Transferred when they divorced."), "On marriage."),
        phrase(
            "change in the? form of beneficial? ownership",
            ("A change in form of ownership.", "A mere change in the form of beneficial ownership."),
            "A change in ownership.",
        ),
        phrase(
            "rule 16a-9|16a-11|16a-12|16a-13",
            ("Exempt by Rule 16a-9.", "Exempt by Rule 16a-11.", "Exempt by Rule 16a-12.", "Exempt by Rule 16a-13."),
            ("Exempt by Rule 16b-3.", "Reported by Rule 16a-3."),
        ),
        phrase(
            "transfer* ... revocable|grantor|living trust",
            (
                "Transferred to a revocable trust.",
                "Transferred to the grantor trust.",
                "A transfer to his living trust.",
            ),
            "Transferred to a trust company.",
        ),
        unless=(
            phrase(
                "adjust*|reflect*|includ*",
                (
                    "Adjusted for the stock split.",
                    "Reflects the stock split.",
                    "Includes shares of the stock split.",
                ),
            ),
            phrase("giving effect", "Giving effect to the stock split."),
            phrase("partners|members", ("A stock dividend to its partners.", "A stock dividend to its members.")),
            phrase("portfolio company", "A stock dividend of a portfolio company."),
            phrase(
                "award|awards|option|options|@units|convert*",
                (
                    "An award received in the spin-off.",
                    "Awards received in the spin-off.",
                    "An option received in the spin-off.",
                    "Options received in the spin-off.",
                    "Units received in the spin-off.",
                    "Converted into shares received in the spin-off.",
                ),
            ),
            phrase("prior to", "Acquired prior to the stock split."),
            phrase("before|any", ("Acquired before the stock split.", "Subject to any stock split.")),
        ),
        of="mention",
    ),
    claim(
        "derivative_exchanged",
        "Mentions an exchange or reclassification of one security into another.",
        phrase("in exchange for", "Received in exchange for the warrant.", "Listed on the exchange."),
        phrase(
            "exchanged|reclassif*", ("The units were exchanged.", "The units were reclassified."), "The units vest."
        ),
        phrase(
            "received|acquired|issued on|upon .. exercise|conversion|exchange",
            (
                "Received on exercise.",
                "Warrants acquired upon the exercise of the option.",
                "Units issued upon conversion of the notes.",
                "Options issued on exchange of the old options.",
            ),
            ("Received on Monday.", "Payable upon exercise."),
        ),
        of="mention",
    ),
    claim(
        "form_only",
        "Mentions a change of form of ownership, or that nothing else changed.",
        phrase("16a-13", "Exempt under Rule 16a-13.", "Exempt under Rule 16a-9."),
        phrase(
            "change|changes|changed|changing in|of|only the? form",
            (
                "A change in form.",
                "The transfer changes only the form of the holding.",
                "He changed the title and thus changed only the form.",
                "A transfer changing only form.",
                "A change of form.",
            ),
            "A change in the title.",
        ),
        phrase(
            "form of beneficial? ownership",
            ("Only the form of ownership differs.", "Only the form of beneficial ownership differs."),
            "A form of trust.",
        ),
        phrase("mere change", "A mere change of title.", "A mere gift."),
        phrase(
            "no|not|without .. change|changed|changes|changing",
            (
                "There is no change in pecuniary interest.",
                "The pecuniary interest has not changed.",
                "The transfer took place without changing the pecuniary interest.",
                "The transfer makes no changes to the pecuniary interest.",
            ),
            "The interest changed.",
        ),
        of="mention",
    ),
    claim(
        "board_seat",
        "Mentions that somebody serves on the board or represents a holder there.",
        phrase(
            "serve|serves|member|represent*|seat|director ... board",
            (
                "Two partners serve on the board.",
                "A partner serves on the board.",
                "A partner is a member of the board.",
                "A partner represents the fund on the board.",
                "The fund has a seat on the board.",
                "A partner is a director and chairs the board.",
            ),
            "Approved by the board.",
        ),
        phrase(
            "designee|designated", ("The designee of the fund.", "A director designated by the fund."), "By design."
        ),
        of="mention",
    ),
    claim(
        "separate_report",
        "Mentions a report that somebody else files.",
        phrase(
            "separate|separately ... form*|report*|file*|filing*",
            (
                "On a separate Form 4.",
                "He separately reports.",
                "He separately filed his own.",
                "In a separate filing.",
            ),
            "A separate account.",
        ),
        phrase(
            "form*|report*|file*|filing* ... separate|separately",
            (
                "Form 4 of the director is separate.",
                "Reported separately.",
                "He files separately.",
                "The filing of the director is separate.",
            ),
            "Held separately.",
        ),
        of="mention",
    ),
    claim(
        "transaction_described",
        "Mentions the transactions reported, or code J.",
        phrase("code j", "Code J: shares lent to a bank.", "Code of ethics."),
        phrase(
            "transaction|transactions",
            ("The transaction was a loan.", "The transactions were loans."),
            "See Exhibit 24.",
        ),
        of="mention",
    ),
)

"""Distributions, changes of form, divorces, pledges, short positions, and debt."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "distribution",
        "A pro rata or other in-kind distribution by a partnership, fund, or trust to its holders, without payment.",
        phrase(
            "(pro rata|in kind) .. distribut*",
            "The fund made a pro rata distribution of shares.",
            "The award vests pro rata.",
        ),
        phrase("distribution in kind", "A distribution-in-kind of 500 shares.", "A gift in kind."),
        phrase(
            "distribut* .... to .... @holder",
            "Shares distributed to the limited partners.",
            "Shares distributed to the bank.",
        ),
        phrase(
            "distribut* .. by|from ... @entity",
            "Shares received in a distribution from Sample Fund.",
            "Shares received in a distribution from the Issuer.",
        ),
        phrase(
            "distribut* .... no|without .. consideration",
            "The shares were distributed for no consideration.",
            "The shares were distributed for cash.",
        ),
        unless=(
            phrase(
                "intends|may|will .. distribut*",
                (
                    "Sample Fund intends to distribute its shares to its partners.",
                    "The fund may distribute shares to its partners.",
                    "The fund will distribute shares to its partners.",
                ),
            ),
            phrase("annuity", "Annuity distribution from the trust of the annuitant to its beneficiary."),
            phrase(
                "distribut* .... estate !planning", "A distribution by the estate of Jane Sample to its beneficiaries."
            ),
            phrase(
                "deferred .... distribut*",
                "Under the deferred compensation plan, shares were distributed by the trust.",
            ),
            phrase(
                "distribut* .... (deferred|stockholders|shareholders|of the board)",
                "A pro rata distribution to the stockholders of Parent.",
            ),
        ),
    ),
    claim(
        "change_of_form",
        "A move between the person's own forms of ownership without a change of pecuniary interest.",
        phrase(
            "transfer*|contribut* .... to .. .. wholly owned by the reporting",
            (
                "Contribution to an LLC wholly owned by the Reporting Person.",
                "Transfer to an LLC wholly owned by the Reporting Person.",
            ),
            "An LLC wholly owned by the Reporting Person.",
        ),
        phrase(
            "transfer* .. to .. trust for the benefit of the reporting person !children",
            "Transferred to a trust for the benefit of the Reporting Person.",
            (
                "Transferred to a trust for the benefit of the Reporting Person children.",
                "A trust for the benefit of the Reporting Person.",
            ),
        ),
        phrase(
            "(re registered)|retitled|reregistered",
            ("The shares were re-registered.", "The shares were retitled.", "The shares were reregistered."),
            "The class was registered.",
        ),
        phrase(
            "transfer* from .... to .. reporting person directly",
            "Transferred from a trust to the Reporting Person directly.",
            "Transferred from a bank.",
        ),
        phrase("moved .... to .... account", "Moved to a joint account.", "Moved to a new office."),
        phrase(
            "transfer* .... to .... of which .. is .. trustee|member|manager",
            (
                "Transferred to an LLC of which he is the sole member.",
                "Transferred to a trust of which she is trustee.",
                "Transferred to an LLC of which she is a member.",
                "Transferred to an LLC of which she is manager.",
            ),
            "Transferred to a bank.",
        ),
        phrase(
            "transfer* .... from .. .. direct .... to .. entity|llc|trust|partnership|grat",
            (
                "Transfer from his direct holdings to an entity.",
                "Transferred from her direct holdings to a LLC.",
                "Transferred from her direct holdings to a trust.",
                "Transferred from her direct holdings to a partnership.",
                "Transferred from her direct holdings to a GRAT.",
            ),
            "Transferred from a direct holding.",
        ),
        phrase(
            "transfer* between .... @spouse|trust|accounts",
            (
                "Transfer between the Reporting Person and his spouse.",
                "Transfer between the holder and a trust.",
                "Transfers between accounts.",
            ),
            "Transfer between banks.",
        ),
        phrase(
            "change* .. in|the .. form .. of",
            "A mere change in the form of beneficial ownership.",
            "A change in the price.",
        ),
        phrase("16a-13", "The transfer is exempt under Rule 16a-13.", "The transfer is exempt under Rule 16b-3."),
        phrase(
            "transfer*|contribut* .... to|into|from .... @own .. trust*|vehicle*|account|partnership",
            "Shares transferred to the holder's revocable trust.",
            "Shares transferred to the bank.",
        ),
        phrase(
            "transfer*|contribut* .... to|into|from .... (grat|grats|trust account|directly held)",
            "Shares transferred to a GRAT.",
            "Shares sold to a bank.",
        ),
        phrase(
            "from .... trust .... to .... grat|grats|annuity",
            "A gift of shares from the Sample Trust to the Sample GRAT.",
            "A gift of shares from the Sample Trust to a museum.",
        ),
        phrase(
            "grat|grats|annuity .... to .... (grantor|annuitant|reporting person)",
            "The GRAT returned the shares to the grantor.",
            "The GRAT holds the shares.",
        ),
        phrase("annuity payment*", "Shares received in satisfaction of an annuity payment.", "An annuity."),
        phrase(
            "previously .. held|reported .. directly|indirectly .... transfer*|contribut*",
            "Shares previously held directly were transferred to a company.",
            "Shares previously held directly.",
        ),
        phrase(
            "(from .. direct .. to .. indirect|from .. indirect .. to .. direct)",
            "Moved from direct to indirect ownership.",
            "Moved from direct sales.",
        ),
        phrase("transfer* ... to|from .. ~former|ex @spouse", "Transferred to his spouse.", "His spouse holds them."),
        phrase(
            "no|without|not .. change|alter|affect .... pecuniary",
            "The transfer did not change the pecuniary interest of the Reporting Person.",
            "The pecuniary interest changed.",
        ),
        unless=(
            phrase("(irrevocable|charit*|donat*|bona fide)", "Transferred to an irrevocable family trust."),
            phrase("upon any transfer", "Upon any transfer, except to a family trust, it converts."),
        ),
    ),
    claim(
        "domestic_order",
        "Under a domestic relations order or divorce.",
        phrase("in .. divorce", "Awarded to the ex-spouse in a divorce.", "After a divorce."),
        phrase("incident to .. divorce", "Transfer incident to a divorce.", "Incident to the exercise."),
        phrase("qdro", "Transferred under a QDRO.", "An order."),
        phrase("domestic relations", "Transferred under a domestic relations order.", "Domestic sales rose."),
        phrase(
            "divorc*|marital .. decree|settlement|agreement|order",
            "Transferred under a divorce decree.",
            "The decree of the court.",
        ),
        phrase(
            "(connection with|pursuant to|result of|transferred) .... divorce",
            "Transferred in connection with a divorce.",
            "Married.",
        ),
        phrase("dissolution of .. marriage", "Transferred on dissolution of the marriage.", "Dissolution of the fund."),
    ),
    claim(
        "pledge",
        "Shares are pledged, transferred as collateral, or loaned.",
        phrase("secured by ... @stock", "The notes are secured by the shares.", "Secured by a house."),
        phrase("margin call", "Sold to satisfy a margin call.", "Call."),
        phrase(
            "secure|secures|secured|security .... loan|(line of credit)|(credit facility)",
            (
                "The shares secure a loan.",
                "The shares, which secures a loan, are held.",
                "Secured by the shares is a credit facility.",
                "Held as security for a line of credit.",
            ),
            "The security.",
        ),
        phrase("pledge*|collateral", "The shares are pledged to a bank.", "The shares are free."),
        phrase("margin account|loan", "The shares are held in a margin account.", "The margin grew."),
        phrase("securities|stock|share lending|loan", "Delivered under a stock loan agreement.", "Delivered."),
        phrase("@stock .. loaned|lent", "The shares were lent to a bank.", "The money was lent to a bank."),
        unless=(phrase("not|no|free|neither|release* ... pledge*", "The shares are not pledged."),),
    ),
    claim(
        "derivative_short",
        "A put, a written call, a swap, a prepaid forward, a collar, or another short or synthetic position.",
        phrase("sold short", "The fund sold short 500 shares.", "The shares were sold shortly after."),
        phrase("collar*|synthetic", "The collar ends in May.", "The neck."),
        phrase(
            "~share|stock swap*",
            "The Reporting Person is party to a swap.",
            ("The parties agreed.", "Received in a share swap.", "A stock swap to pay the exercise price."),
        ),
        phrase("forward sale*|purchase|contract*", "A forward sale contract with a bank.", "A forward split."),
        phrase("put option*", "The put option is owned by the fund.", "The option is owned by the fund."),
        phrase(
            "wrote|written|sold|sale .. call|calls|put|puts",
            "The fund has written call options.",
            "The fund has calls.",
        ),
        phrase(
            "call|calls .. written",
            ("A covered call written in May.", "The calls that were written."),
            "The call of the meeting.",
        ),
        phrase("short position*|sale*|call|put", "The fund holds a short position.", "A short note."),
        unless=(phrase("not|no|prohibit* .... short|swap*|collar*", "He may not make short sales."),),
    ),
    claim(
        "debt",
        "A note, loan, or other debt is the security or the consideration.",
        phrase("loan .. repaid", "The loan was repaid in shares.", "The loan officer."),
        phrase(
            "conversion|exchange of .. notes|debenture*",
            ("Issued upon exchange of notes.", "Upon conversion of the debentures."),
            "Exchange of shares.",
        ),
        phrase(
            "notes were|are converted",
            ("The notes were converted.", "The notes are converted on that day."),
            "Notes of the meeting.",
        ),
        phrase("issued .... loan", "Issued in connection with a loan to the Issuer.", "The loan officer."),
        phrase(
            "forgiveness|repayment of .. loan|note",
            ("The forgiveness of a loan.", "Repayment of a note."),
            "Forgiveness.",
        ),
        phrase("notes are convertible", "The notes are convertible at $5.00.", "The shares are convertible."),
        phrase("note|notes bear*|matur*", ("The notes bear interest.", "The note matures in 2029."), "See the notes."),
        phrase("promissory note*", "Paid by a promissory note.", "Noted."),
        phrase(
            "convertible|senior|exchangeable .. notes|note|debenture*",
            "The convertible notes mature in 2029.",
            "See the notes.",
        ),
        phrase("principal amount", "The aggregate principal amount is $1,000.", "The principal office."),
        phrase("accrued .. interest", "Converted with accrued and unpaid interest.", "The interest of the fund."),
        phrase("indebtedness", "Issued for the cancellation of indebtedness.", "Issued for cash."),
        phrase("repay*|cancel*|satisf* .. loan|debt", "Issued in repayment of a loan.", "A loan."),
    ),
)

"""Distributions, changes of form, divorces, pledges, short positions, and debt."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "distribution",
        "A pro rata or other in-kind distribution by a partnership, fund, or trust to its holders, without payment.",
        phrase(
            "(pro rata|prorata|in kind) .. distribut*",
            "The fund made a pro rata distribution of shares.",
            "The award vests pro rata.",
        ),
        phrase("distribut* in kind", "This is a distribution-in-kind by the fund.", "The distribution was kind."),
        phrase(
            "distribut* .... to .... @partners",
            "Shares distributed to the limited partners.",
            "Shares distributed to the bank.",
        ),
        phrase(
            "distribut* .. by|from .... @funds",
            "Shares received in a distribution from Sample Fund.",
            "Shares received in a distribution from the Issuer.",
        ),
        phrase(
            "distribut* .... no|without .. consideration",
            "The shares were distributed for no consideration.",
            "The shares were distributed for cash.",
        ),
        unless=(phrase("deferred compensation", "A distribution by the trust of the deferred compensation plan."),),
    ),
    claim(
        "change_of_form",
        "A move between the person's own forms of ownership without a change of pecuniary interest.",
        phrase(
            "change* .. in|the .. form",
            "A mere change in the form of beneficial ownership.",
            "A change in the price.",
        ),
        phrase("16a-13", "The transfer is exempt under Rule 16a-13.", "The transfer is exempt under Rule 16b-3."),
        phrase(
            "transfer*|contribut*|convey* .... to|into|from .... @own_vehicle .. trust|trusts|vehicle|vehicles|account",
            "Shares transferred to the holder's revocable trust.",
            "Shares transferred to the bank.",
        ),
        phrase(
            "transfer* .... to|into|from .... (grat|grats|trust account|held account)",
            "Shares transferred to a GRAT.",
            "Shares sold to a bank.",
        ),
        phrase(
            "from .... trust .... to .... grat|grats|annuity",
            "A gift of shares from the Sample Trust to the Sample GRAT.",
            "A gift of shares from the Sample Trust to a museum.",
        ),
        phrase("annuity payment*", "Shares received in satisfaction of an annuity payment.", "An annuity."),
    ),
    claim(
        "domestic_order",
        "Under a domestic relations order or divorce.",
        phrase("domestic relations", "Transferred under a domestic relations order.", "Domestic sales rose."),
        phrase(
            "divorc*|marital .. decree|settlement|agreement|order|judgment",
            "Transferred under a divorce decree.",
            "The decree of the court.",
        ),
        phrase("connection with .. divorce", "Transferred in connection with a divorce.", "Married."),
        phrase("dissolution of .. marriage", "Transferred on dissolution of the marriage.", "Dissolution of the fund."),
    ),
    claim(
        "pledge",
        "Shares are pledged, transferred as collateral, or loaned.",
        phrase("pledge|pledged|pledges|pledging", "The shares are pledged to a bank.", "The shares are free."),
        phrase("collateral", "The shares serve as collateral.", "The shares serve as pay."),
        phrase("margin account|loan|loans", "The shares are held in a margin account.", "The margin grew."),
        phrase("securities|stock|share lending|loan|loaned", "Delivered under a stock loan agreement.", "Delivered."),
        unless=(phrase("not|no .... pledge*", "The shares are not pledged."),),
    ),
    claim(
        "derivative_short",
        "A put, a written call, a swap, a prepaid forward, a collar, or another short or synthetic position.",
        phrase("swap|swaps", "The Reporting Person is party to a swap.", "The parties agreed."),
        phrase(
            "prepaid|variable .. forward",
            "The Reporting Person entered into a prepaid variable forward contract.",
            "The fee was prepaid.",
        ),
        phrase("collar|collars", "The collar expires in 2027.", "The option expires in 2027."),
        phrase("put option|options", "The put option is owned by the fund.", "The option is owned by the fund."),
        phrase("wrote|written|writing .. call", "The fund has written call options.", "The fund has calls."),
        phrase("short position|sale|sales|call|put|calls|puts", "The fund holds a short position.", "A short note."),
        phrase("synthetic", "The fund has a synthetic long position.", "The fund is long."),
    ),
    claim(
        "debt",
        "A note, loan, or other debt is the security or the consideration.",
        phrase("promissory note*", "Paid by a promissory note.", "Noted."),
        phrase(
            "convertible|senior|exchangeable .. note|notes|debenture*",
            "The convertible notes mature in 2029.",
            "See the notes.",
        ),
        phrase("principal amount", "The aggregate principal amount is $1,000.", "The principal office."),
        phrase("indebtedness", "Issued for the cancellation of indebtedness.", "Issued for cash."),
    ),
)

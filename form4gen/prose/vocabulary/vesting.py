"""Vesting: what was delivered, when it happens, and on what it depends."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "vesting_event",
        "Shares were delivered because an award vested or was settled.",
        phrase(
            "^ (represent*|reflects)? (the|a|full|partial|this)? .. vesting|settlement ..!depends|subject|will|date (of)",
            (),
        ),
        phrase("^ .. transaction represents ..!of vesting|settlement of", ()),
        phrase(
            "~be (issued|delivered|acquired|received|released|earned) ...!lieu (upon|on|from|in|for|following) ...!option vesting|settlement",
            (),
        ),
        phrase("(vesting|settlement) of .. @units .. in .. shares", ()),
        phrase("vested ... (released|delivered) to", ()),
        phrase("(therefore|accordingly|result) ... vested", ()),
        phrase("upon conversion of .. @units .. received", ()),
        unless=(
            phrase("contingent|represents .. right", ()),
            phrase("@taxes", ()),
        ),
    ),
    claim(
        "vesting_schedule",
        "An award or option vests or becomes exercisable at a date or in parts.",
        phrase("vest|vests|vested ...!sold @when", ()),
        phrase("@when ...!withheld|if vest|vests", ()),
        phrase("will|shall|to vest", ()),
        phrase("(vest|vests) (in full|as follows|ratably)", ()),
        phrase("exercisable ...!at|price @when", ()),
        phrase("become|becomes|became ..!fully (vested|exercisable)", ()),
        phrase("may be exercised (commencing|beginning|after|on)", ()),
        phrase("@shares|%|and|for ~upon|on|from vesting (in|over|on|each) .. @when", ()),
        phrase("subject to vesting (in|over|on)", ()),
    ),
    claim(
        "performance_condition",
        "Vesting or the number of shares depends on performance, price, or a transaction.",
        phrase("performance .. @measures", ()),
        phrase("total (shareholder|stockholder) return", ()),
        phrase("tsr", ()),
        phrase("(up to|(no more than)) # % of", ()),
        phrase("achievement of", ()),
        phrase(
            "(volume weighted average price)|(stock price)|(share price)|(closing price) .... (equals|exceeds|hurdle|target)",
            (),
        ),
        phrase("based on actual performance", ()),
    ),
    claim(
        "fully_vested",
        "The security is fully vested or exercisable at once.",
        phrase("fully (vested|exercisable)", ()),
        phrase("~be vested (entirely|(in full)|(as to 100 %))", ()),
        phrase("vest|vested 100 % on the date of grant", ()),
        phrase("100 % .. (were|are) vested", ()),
        phrase("immediately|currently|presently exercisable", ()),
        phrase("exercisable (immediately|(at any time)|currently|(on the grant date))", ()),
        phrase("may be exercised at any time", ()),
        phrase("shares are exercisable", ()),
        unless=(
            phrase("until ... fully vested", ()),
            phrase("(will|shall|would|become|becomes) ... fully vested", ()),
        ),
    ),
)

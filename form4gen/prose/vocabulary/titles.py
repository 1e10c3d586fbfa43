"""What the title of a security says that it is."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "put_title",
        "The security is a put: a right to sell.",
        phrase("put|puts", ("Put Option", "Exchange-Traded Puts"), "Input Units"),
        phrase("right to sell", "Stock Option (Right to Sell)", ("Right to Buy", "Obligation to Sell")),
        of="title",
    ),
    claim(
        "unit_of_parts_title",
        "The security is a unit of shares and of warrants or rights.",
        phrase(
            "unit|units .... share|shares|stock .... warrant|warrants|right|rights",
            (
                "Unit (one share and one warrant)",
                "Units, each of one Class A share and one-half of one warrant",
                "Units (shares and warrants)",
                "Units (Common Stock and one right)",
                "Units (Common Stock and rights)",
            ),
            ("Unit Warrants", "Restricted Stock Units", "Common Stock and Warrants", "Share Units"),
        ),
        of="title",
        unless=(
            phrase(
                "restricted|deferred|performance|phantom|(right to receive)",
                (
                    "Restricted Share Units for shares, with rights",
                    "Deferred Units (shares with rights)",
                    "Performance Units (shares with rights)",
                    "Phantom Units (shares with rights)",
                    "Units of shares with a right to receive dividends",
                ),
            ),
        ),
    ),
    claim(
        "listed_option_title",
        "The security is an option traded on an exchange, not one that the issuer granted.",
        phrase("exchange traded", "Exchange-Traded Stock Option", "Stock Option Traded for a Warrant"),
        phrase("listed", "Listed Stock Option", "Unlisted Option"),
        phrase("call|calls", ("Call Option", "Calls"), "Recall Right"),
        of="title",
    ),
    claim(
        "award_title",
        "The security is of a kind that an issuer awards for service.",
        phrase("stock option|options", ("Stock Option (Right to Buy)", "Employee Stock Options"), "Call Option"),
        phrase("rsu|rsus|psu|psus|dsu|dsus", ("RSU", "RSUs", "PSU", "PSUs", "DSU", "DSUs"), "Units of a Partnership"),
        phrase("restricted stock unit|units", ("Restricted Stock Unit", "Restricted Stock Units"), "Restricted Stock"),
        phrase("performance", "Performance Shares", "Shares"),
        phrase("sar|sars|appreciation", ("SAR", "SARs", "Stock Appreciation Right"), "Subscription Right"),
        phrase("phantom|deferred", ("Phantom Stock", "Deferred Shares"), "Preferred Shares"),
        of="title",
    ),
    claim(
        "appreciation_right_title",
        "The security is a stock appreciation right.",
        phrase(
            "appreciation|sar|sars|ssar|ssars",
            ("Stock Appreciation Right", "SAR", "SARs", "SSAR", "SSARs"),
            ("Stock Option (Right to Buy)", "Sarsen Units"),
        ),
        of="title",
    ),
    claim(
        "debt_title",
        "The security is a note or other debt.",
        phrase(
            "note|notes|bond|bonds|loan|loans|debt|indebtedness",
            (
                "Convertible Note",
                "5% Senior Notes due 2030",
                "Convertible Bond",
                "Exchangeable Bonds",
                "Convertible Loan",
                "Convertible Loans",
                "Convertible Debt",
                "Convertible Indebtedness",
            ),
            ("Common Stock of Noteworthy Bonding Inc.", "Warrant"),
        ),
        phrase("debenture*", "Convertible Debentures", "Deferred Shares"),
        of="title",
    ),
)

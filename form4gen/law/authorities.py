"""The authorities that rules cite, and since when the cited text is in force."""

from __future__ import annotations

from datetime import date

from form4gen.records import NamedTuple


class Authority(NamedTuple):
    """A text of law or of EDGAR: its full name, the name printed in a finding, and the day it took effect, if known."""

    name: str
    short: str
    since: date | None = None

    def at(self, place: str) -> Source:
        """A place in this text, for example ``FORM_4.at("Instruction 8")``."""
        return Source(self, place)


class Source(NamedTuple):
    """A citation."""

    authority: Authority
    place: str

    def __str__(self) -> str:
        return f"{self.authority.short} {self.place}".rstrip()


FORM_4 = Authority("Form 4, SEC 1474 (03-26), with its General Instructions", "Form 4", date(2026, 3, 18))
EXCHANGE_ACT = Authority("Securities Exchange Act of 1934", "Exchange Act")
RULE_16A = Authority("17 CFR 240.16a-1 to 240.16a-13 (Exchange Act Rules 16a)", "Rule")
RULE_16B = Authority("17 CFR 240.16b-1 to 240.16b-8 (Exchange Act Rules 16b)", "Rule")
RULE_16C = Authority("17 CFR 240.16c-1 to 240.16c-4 (Exchange Act Rules 16c)", "Rule")
RULE_10B5_1 = Authority("17 CFR 240.10b5-1, as amended by Release 33-11138", "Rule 10b5-1", date(2023, 2, 27))
RELEASE_33_11138 = Authority(
    "SEC Release 33-11138, Insider Trading Arrangements and Related Disclosures (2022)",
    "Release 33-11138",
    date(2023, 2, 27),
)
REGULATION_ST = Authority("Regulation S-T, 17 CFR Part 232", "Regulation S-T")
OWNERSHIP_XML = Authority(
    "EDGAR Ownership XML Technical Specification, version 5.5 (March 2026)",
    "EDGAR Ownership XML Specification 5.5,",
    date(2026, 3, 18),
)
OWNERSHIP_XSD = Authority("EDGAR ownership schema X0609", "EDGAR ownership schema X0609", date(2026, 3, 18))
FILER_MANUAL = Authority("EDGAR Filer Manual, Volume II, version 75 (June 2025)", "EDGAR Filer Manual II")
STAFF_FAQ_2003 = Authority(
    "SEC staff, Section 16 electronic filing: frequently asked questions (14 August 2003)",
    "SEC staff Section 16 electronic FAQ (2003)",
    date(2003, 8, 14),
)
STAFF_CDI_2023 = Authority(
    "SEC staff, Compliance and Disclosure Interpretations of August 25, 2023",
    "SEC staff C&DI of August 25, 2023",
    date(2023, 8, 25),
)
STAFF_LETTER_1992 = Authority(
    "SEC staff no-action letter to Certilman Balin Adler & Hyman on awards with goals (April 20, 1992)",
    "SEC staff letter of April 20, 1992",
    date(1992, 4, 20),
)
STAFF_LETTER_2008 = Authority(
    "SEC staff letter to the Society of Corporate Secretaries on average prices (June 25, 2008)",
    "SEC staff letter of June 25, 2008",
    date(2008, 6, 25),
)
RELEASE_34_37260 = Authority(
    "SEC Release 34-37260, Ownership Reports and Trading by Officers, Directors and Principal Security Holders (1996)",
    "Release 34-37260",
)
RULE_3A12_3 = Authority("17 CFR 240.3a12-3, as amended by Release 34-104903", "Rule", date(2026, 3, 18))
RELEASE_34_104903 = Authority(
    "SEC Release 34-104903, on the Holding Foreign Insiders Accountable Act (February 27, 2026)",
    "Release 34-104903",
    date(2026, 3, 18),
)
FOREIGN_ACT = Authority(
    "Holding Foreign Insiders Accountable Act (National Defense Authorization Act for Fiscal Year 2026)",
    "Holding Foreign Insiders Accountable Act",
    date(2026, 3, 18),
)
STAFF_FAQ_2026 = Authority(
    "SEC staff, Holding Foreign Insiders Accountable Act: frequently asked questions (March 2026)",
    "SEC staff FAQ of March 2026",
)
ORDER_MARCH_2026 = Authority(
    "SEC exemptive order of March 5, 2026 under Exchange Act Section 16(a)",
    "SEC order of March 5, 2026",
    date(2026, 3, 5),
)
ORDER_MAY_2026 = Authority(
    "SEC exemptive order of May 20, 2026 under Exchange Act Section 16(a)",
    "SEC order of May 20, 2026",
    date(2026, 5, 20),
)
RULE_144 = Authority("17 CFR 230.144 (Securities Act Rule 144)", "Rule")
RELEASE_33_11070 = Authority(
    "SEC Release 33-11070, Updating EDGAR Filing Requirements and Form 144 Filings (2022)",
    "Release 33-11070",
    date(2023, 4, 13),
)
RELEASE_33_11159 = Authority("SEC Release 33-11159, on the hours in which Form 144 is filed (2023)", "Release 33-11159")
REGULATION_SK = Authority("Regulation S-K, 17 CFR Part 229", "Regulation S-K")
SARBANES_OXLEY = Authority("Sarbanes-Oxley Act of 2002", "Sarbanes-Oxley Act")
REGULATION_BTR = Authority("Regulation BTR (Blackout Trading Restriction), 17 CFR Part 245", "Regulation BTR")
COLONIAL_REALTY = Authority(
    "Colonial Realty Corp. v. MacWilliams, 381 F. Supp. 26 (S.D.N.Y. 1974)",
    "Colonial Realty v. MacWilliams, 381 F. Supp. 26 (S.D.N.Y. 1974),",
)
CRIMINAL_CODE = Authority("Title 18, United States Code", "18 U.S.C.")
PRACTICE = Authority(
    "Practice of Section 16 filers as the NASPP describes it: no authority prescribes it", "Practice of filers"
)
RELEASE_34_46421 = Authority(
    "SEC Release 34-46421, Ownership Reports and Trading by Officers, Directors and Principal Security Holders (2002)",
    "Release 34-46421",
    date(2002, 8, 29),
)
CARE = Authority("A check of care: no authority prescribes it", "Check of care")
FORMAT = Authority("The JSON format of form4gen (docs/json-format.md)", "form4gen JSON format")

"""What a signature states: who signs for whom, and in what capacity."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "agent",
        "Somebody signs as an agent: attorney-in-fact, under a power of attorney, or by one person for another.",
        phrase(
            "attorney*|atty|poa",
            ("/s/ Alex Poe, attorney-in-fact", "/s/ Alex Poe, Atty", "/s/ Alex Poe, under POA"),
            "/s/ Alex Poe, General Counsel",
        ),
        phrase(
            "by .... for",
            "By Alex Poe for Jane Sample",
            ("Alex Poe for Jane Sample", "By Jane Sample", "For it by Poe"),
        ),
        of="signature",
    ),
    claim(
        "signing_office",
        "The signature states an office: president, manager, partner, trustee and the like.",
        phrase(
            "president|manag*|partner|partners|secretary|officer|trustee|trustees|director|directors",
            (
                "/s/ Alex Poe, Vice President", "/s/ Alex Poe, Managing Principal", "/s/ Alex Poe, General Partner",
                "Sample Partners", "/s/ Alex Poe, Secretary", "/s/ Alex Poe, Chief Legal Officer",
                "/s/ Alex Poe, Trustee", "/s/ The Trustees", "/s/ Alex Poe, Director", "/s/ The Directors",
            ),
            "/s/ Alex Poe",
        ),
        phrase(
            "member|authori*|counsel",
            ("/s/ Alex Poe, Member", "/s/ Alex Poe, Authorized Signatory", "/s/ Alex Poe, General Counsel"),
            "/s/ Alex Poe, Author",
        ),
        of="signature",
    ),
    claim(
        "signing_capacity",
        "The signature states some other capacity than an office in which somebody signs for another.",
        phrase(
            "attorney*|atty|poa|by|for|behalf",
            (
                "/s/ Alex Poe, attorney-in-fact", "/s/ Alex Poe, Atty", "/s/ Alex Poe, under POA", "By Alex Poe",
                "/s/ Alex Poe for Jane Sample", "/s/ Alex Poe on behalf of Jane Sample",
            ),
            "/s/ Alex Poe",
        ),
        phrase(
            "trustee|guardian|execut*|custodian|conservator|administrator|treasurer|ceo|cfo|coo",
            (
                "/s/ Alex Poe, Trustee", "/s/ Alex Poe, Guardian", "/s/ Alex Poe, Executor", "/s/ Alex Poe, Custodian",
                "/s/ Alex Poe, Conservator", "/s/ Alex Poe, Administrator", "/s/ Alex Poe, Treasurer",
                "/s/ Alex Poe, CEO", "/s/ Alex Poe, CFO", "/s/ Alex Poe, COO",
            ),
            "/s/ Alex Trust",
        ),
        of="signature",
    ),
    claim(
        "for_all",
        "The signature is given on behalf of every reporting person.",
        phrase(
            "each|every|all of? the? other? reporting|filing person|persons|owner|owners",
            (
                "/s/ Alex Poe, attorney-in-fact of each reporting person", "/s/ Alex Poe, every reporting person",
                "/s/ Alex Poe, all of the other filing persons", "/s/ Alex Poe, each reporting owner",
                "/s/ Alex Poe, all reporting owners",
            ),
            ("/s/ Alex Poe, reporting person", "/s/ Alex Poe, all his own filing"),
        ),
        phrase(
            "for|(behalf of) ((itself|himself|herself) and)? each|every|all|(the other)",
            (
                "/s/ Alex Poe, on behalf of all", "/s/ Alex Poe, for each of them", "/s/ Alex Poe, for every filer",
                "/s/ Jane Sample, for herself and the other filers", "/s/ Alex Poe, for himself and all",
                "Sample LLC, for itself and each of its partners",
            ),
            ("/s/ Alex Poe, for the filer", "All: /s/ Alex Poe"),
        ),
        of="signature",
    ),
)  # fmt: skip

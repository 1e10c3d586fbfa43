"""What the words of a name show: that it is the name of an entity."""

from __future__ import annotations

from form4gen.prose.claims import claim, phrase

CLAIMS = (
    claim(
        "entity",
        "The name is that of an entity: it has a legal form, or a word that no person is called by.",
        phrase(
            "lp|llp|llc|inc|incorporated|corp|corporation|ltd|limited|plc|gmbh|nv|bv",
            (
                "Sample Growth II, L.P.", "Sample Advisors LLP", "Sample Growth LLC", "Sample Inc.",
                "Sample Incorporated", "Sample Corp", "Sample Corporation", "Sample Ltd", "Sample Limited",
                "Sample PLC", "Sample GmbH", "Sample N.V.", "Sample B.V.",
            ),
            ("Sample Jane", "Lincoln Inca"),
        ),
        phrase("l p|(l c)", ("Sample Growth II L.P", "Sample Growth L L C"), "Sample L. Pat"),
        phrase("(n|b) v", ("Sample Holdco N.V", "Sample Holdco B.V"), "Sample V. Nora"),
        phrase(
            "trust|fund|funds|partners|partnership|holding|holdings|foundation",
            (
                "Sample Family Trust", "Sample Growth Fund", "Sample Funds", "Sample Partners", "Sample Partnership",
                "Sample Holding", "Sample Holdings", "Sample Foundation",
            ),
            "Partner Jane",
        ),
        of="name",
    ),
    claim(
        "entity_word",
        "The name has a word that is usual in names of entities, though a person might be called by it.",
        phrase(
            "co|company|capital|management|venture|ventures|group|associates|estate|gp",
            (
                "Sample & Co", "Sample Company", "Sample Capital", "Sample Management", "Sample Venture",
                "Sample Ventures", "Sample Group", "Sample Associates", "Sample Estate", "Sample GP",
            ),
            "Sample Jane",
        ),
        of="name",
    ),
    claim(
        "trust_company",
        "The name is that of a trust company.",
        phrase("trust company|co", ("Sample Trust Company", "Sample Trust Co"), ("Sample Trust", "Trust of Company Z")),
        of="name",
    ),
)  # fmt: skip

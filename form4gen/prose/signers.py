"""Who signs for another person, and whether the document can show under which power of attorney."""

from __future__ import annotations

from form4gen.model.filing import Filing, OwnerSignature
from form4gen.prose.reading import Reading, read


def wants_a_power(filing: Filing) -> bool:
    """Whether an agent signs, and the document is one that cannot show powers of attorney.

    A filing on record does not show powers filed earlier. A document that gives no capacity may be one too.
    """
    return not _may_record_powers(filing) and any(map(signs_for_another, filing.owner_signatures))


def _may_record_powers(filing: Filing) -> bool:
    if filing.powers_of_attorney or attaches_a_power(filing):
        return True
    return filing.context.accession_number is None and any(each.capacity for each in filing.owner_signatures)


def attaches_a_power(filing: Filing) -> bool:
    """Whether an Exhibit 24 is among the exhibits."""
    return any((exhibit.document_type or "").upper().startswith("EX-24") for exhibit in filing.exhibits)


def signed_text(signature: OwnerSignature) -> str:
    """The words of a signature, with the title."""
    return " ".join(part for part in (signature.signature_name, signature.title) if part)


def signs_for_another(signature: OwnerSignature) -> bool:
    """Whether somebody signs as an agent."""
    return signature.capacity == "attorney_in_fact" or signed(signature).says("agent")


def names_an_agent(words: str) -> bool:
    """Whether the words of a signature say that somebody signs as an agent."""
    return read(words).says("agent")


def signed(signature: OwnerSignature) -> Reading:
    """What the words of a signature state."""
    return read(signed_text(signature))

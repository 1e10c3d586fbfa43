"""Names, entities, and offices in a signature."""

from __future__ import annotations

import re
from functools import cache

from form4gen.model.filing import OwnerSignature, ReportingOwner
from form4gen.prose.signers import signed_text


def covers(signature: OwnerSignature, owner: ReportingOwner) -> bool:
    """Whether a signature names an owner, or says that it is on behalf of that owner."""
    if owner.rpt_owner_cik and owner.rpt_owner_cik.lstrip("0") in (cik.lstrip("0") for cik in signature.on_behalf_of):
        return True
    wanted, there = name_words(owner.rpt_owner_name), name_words(signed_text(signature))
    if not wanted:
        return False
    of_a_person = 2 if len(wanted) > 2 and not entity().search(owner.name) else len(wanted)  # noqa: PLR2004  first and last name
    return len(wanted & there) >= of_a_person


def name_words(name: str | None) -> set[str]:
    """The words that tell a name: without initials, legal forms, and a state that EDGAR adds ("/MN")."""
    plain = re.sub(r"/\w{2}/?$", "", (name or "").casefold()).replace(".", "")
    found = re.findall(r"[^\W_]+", plain)
    return {word for word in found if word not in _LEGAL_FORMS and (len(word) > 1 or word.isdigit())}


_LEGAL_FORMS = {
    "lp", "llp", "llc", "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "plc", "sa",
    "nv", "ag", "pte", "the", "and", "of", "jr", "sr", "by", "dr", "mr", "ms",
}  # fmt: skip


@cache
def entity() -> re.Pattern[str]:
    """A word that stands in the names of entities, not of persons."""
    return re.compile(
        r"\b(l\.?l?\.?p|l\.?l\.?c|inc|corp\w*|co|company|ltd|limited|plc|trust|funds?|partners\w*|capital|holdings?"
        r"|management|ventures?|group|associates|foundation|estate|gp)\b",
        re.IGNORECASE,
    )


@cache
def office() -> re.Pattern[str]:
    """A word for the office or capacity in which somebody signs."""
    return re.compile(
        r"president|manag|partner|secretary|officer|trustee|director|member|authori[sz]ed|counsel|general partner",
        re.IGNORECASE,
    )

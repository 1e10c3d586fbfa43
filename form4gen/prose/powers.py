"""The words of a power of attorney: whether there are any, and whether they have a date."""

from __future__ import annotations

import re
from functools import cache

from form4gen.bounds import POWER_CHARACTERS
from form4gen.model.exhibits import Exhibit, PowerOfAttorney, Principal
from form4gen.model.filing import Filing
from form4gen.prose.days import days_in
from form4gen.prose.markup import without_tags
from form4gen.prose.names import is_entity, may_be_entity


def with_kinds(filing: Filing) -> Filing:
    """The filing with a kind for each principal that has none and that evidently does not sign in person."""
    powers = tuple(_with_kind(power) for power in filing.powers_of_attorney)
    return filing if powers == filing.powers_of_attorney else filing.replaced(powers_of_attorney=powers)


def _with_kind(power: PowerOfAttorney) -> PowerOfAttorney:
    kind = kind_of(power.principal)
    return power if kind == power.principal.kind else power.replaced(principal=power.principal.replaced(kind=kind))


def kind_of(principal: Principal) -> str | None:
    """The kind as the record gives it; without one, what the name and those who sign for it show, if anything.

    Only an entity acts through another entity. A person for whom somebody else signs has a fiduciary.
    """
    others = [each for each in principal.signatories if each.name != principal.name]
    if principal.kind is not None:
        return principal.kind
    if is_entity(principal.name) or any(each.through for each in others):
        return "other"
    if others:
        return "other" if may_be_entity(principal.name) else "fiduciary"
    return None


def words_of_power(power: PowerOfAttorney) -> str:
    """The text of a power, without the tags of HTML; of a very long one its beginning and its end."""
    return ends_of(without_tags(power.text or ""))


def ends_of(text: str) -> str:
    """A text, or the beginning and the end of a very long one."""
    if len(text) <= POWER_CHARACTERS:
        return text
    return f"{text[: POWER_CHARACTERS // 2]}\n{text[-(POWER_CHARACTERS // 2) :]}"


def is_empty(text: str) -> bool:
    """Whether a text has no word, only signs, single letters and spaces."""
    return re.search(r"\w{3}", text) is None


def is_dated(power: PowerOfAttorney | Exhibit) -> bool:
    """Whether a power has a date, in its record or its text; a year alone is one."""
    if isinstance(power, PowerOfAttorney) and (power.signed_on or power.effective_from):
        return True
    text = ends_of(power.text or "")
    return bool(days_in(text)) or _year().search(text) is not None


@cache
def _year() -> re.Pattern[str]:
    return re.compile(r"\b(?:19|20)\d\d\b")

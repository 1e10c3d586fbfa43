"""What EDGAR has on record of a filing: to compare a document of ours with a file of EDGAR's."""

from __future__ import annotations

from typing import TypeVar

from form4gen.api.printing import as_printed
from form4gen.model.fields import Node
from form4gen.model.filing import Filing
from form4gen.model.rows import NOT_ON_THE_FORM

N = TypeVar("N", bound=Node)

XML, SUBMISSION = "text/xml", "text/plain"
"""The media types of EDGAR's files."""

BEYOND_EDGAR = (*NOT_ON_THE_FORM, "capacity", "title", "onBehalfOf", "powerOfAttorney", "context", "overrides")
"""The keys of our JSON for which ownership XML has no element."""

_ENCLOSED = ("powersOfAttorney", "exhibits")
_NAMES = ("issuerName", "rptOwnerName")
_OF_EDGAR = "rptOwnerStateDescription"


def not_compared(media_types: tuple[str, str], old: Filing, new: Filing) -> tuple[str, ...]:
    """The keys with a value by which files of these media types cannot be compared.

    Ownership XML by itself has no exhibits, and a filer's own XML has CIKs without names. EDGAR adds the words for the
    code of a state.
    """
    if not {XML, SUBMISSION}.intersection(media_types):
        return ()
    both = (old, new)
    lacking = [key for key in _NAMES if not all(_states(each, key) for each in both)]
    keys = (*BEYOND_EDGAR, _OF_EDGAR, *(_ENCLOSED if XML in media_types else ()), *lacking)
    return tuple(key for key in keys if any(_states(each, key) for each in both))


def _states(filing: Filing, key: str) -> bool:
    """Whether a part of the filing has a value under this key."""
    return any(_says(getattr(node, node.fields[key].attribute)) for node in filing.nodes() if key in node.fields)


def _says(value: object) -> bool:
    if isinstance(value, Node):
        return any(_says(getattr(value, field.attribute)) for field in value.fields.values())
    return value not in (None, "", (), False)


def as_filed(filing: Filing) -> Filing:
    """The filing with each power of attorney as EDGAR has it: the words of the exhibit, its number and its file name.

    One that is on file already, or to follow, is not sent with the filing.
    """
    from form4gen.edgar.exhibits import with_file_names  # noqa: PLC0415  few comparisons need it
    from form4gen.render.power_of_attorney import ex24_text  # noqa: PLC0415  the same

    named = with_file_names(as_printed(filing))
    powers = tuple(
        _cleared(
            power,
            exhibit_number=power.exhibit_number or "24",
            file_name=power.file_name,
            text=power.text or ex24_text(named, power),
        )
        for power in named.powers_of_attorney
        if power.is_attached
    )
    return named.replaced(powers_of_attorney=powers)


def _cleared(node: N, **kept: str | None) -> N:
    """The node with no other values than these."""
    values: dict[str, object] = {}
    for field in node.fields.values():
        values[field.attribute] = _cleared(getattr(node, field.attribute)) if field.required else field.absent
    return node.replaced(**(values | kept))

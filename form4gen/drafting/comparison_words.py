"""A comparison in words: where each difference is on the form, and what the values were and are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from form4gen.accounts.lines import amount_of
from form4gen.drafting.comparison_texts import Mark, Run, runs
from form4gen.drafting.comparison_values import Difference, Sort
from form4gen.law.form4 import CAPTIONS
from form4gen.location import Place
from form4gen.model.cell_names import cell_name
from form4gen.model.exhibits import Exhibit, PowerOfAttorney
from form4gen.model.fields import Node
from form4gen.model.filing import OwnerSignature, ReportingOwner
from form4gen.model.rows import Row, Transaction
from form4gen.model.wording import day, mark, moment, number
from form4gen.records import NamedTuple

BLANK = "(blank)"
_ARROW = " \u2192 "

_PRICES = frozenset(("transactionPricePerShare", "conversionOrExercisePrice"))
_CENTS = 2
_LONG = 60  # characters up to which two texts are shown side by side
_BESIDE = 6  # words shown on each side of a change
_NOUNS = {
    "nonDerivativeTable": "row",
    "derivativeTable": "row",
    "reportingOwners": "reporting person",
    "ownerSignatures": "Signature",
    "powersOfAttorney": "Power of attorney",
    "exhibits": "Exhibit",
    "overrides": "Override",
    "context": "Context",
}


class Listed(NamedTuple):
    """A difference for a person, and its place in each filing.

    ``name`` is the place on the form, ``verb`` what happened there if no value changed, and ``runs`` the values: the
    old one and the new one, or with ``is_text`` a text with the words that changed in it.
    """

    name: str
    verb: str = ""
    runs: tuple[Run, ...] = ()
    is_text: bool = False
    remark: str = ""
    old_at: Place | None = None
    new_at: Place | None = None


def listed(differences: Iterable[Difference]) -> list[Listed]:
    """The differences in words, in order; the footnotes that only have another number are one of them."""
    found: list[Listed] = []
    renumbered: list[str] = []
    for each in differences:
        if each.sort is Sort.MOVED and each.at.tokens[0] == "footnotes":
            if not renumbered:
                found.append(Listed(""))
                place = len(found) - 1
            renumbered.append(f"{_note(each.old_at)}{_ARROW}{_note(each.new_at)}")
            found[place] = Listed("Explanation of Responses", f"renumbered: {', '.join(renumbered)}")
        else:
            found.append(in_words(each))
    return found


def in_words(each: Difference) -> Listed:
    """One difference in words, with its places."""
    return _words(each)._replace(old_at=each.old_at, new_at=each.new_at)


def _words(each: Difference) -> Listed:
    remark = "" if each.explained_at is None else f"explained in {_explanation(each.explained_at)}"
    key = str(each.at.tokens[-1])
    match each.sort:
        case Sort.MOVED:
            return Listed(_name(each.new_at), f"moved ({_element(each.old_at)} in A)")
        case Sort.ADDED:
            return Listed(_name(each.new_at), "added", (Run(Mark.NEW, _value(key, each.new)),), remark=remark)
        case Sort.REMOVED:
            return Listed(_name(each.old_at), "removed", (Run(Mark.OLD, _value(key, each.old)),), remark=remark)
    name = _name(each.new_at, each.old_at)
    if each.sort is Sort.CITED:
        was, now = _marks(each.old), _marks(each.new)
        return Listed(f"{name}, footnotes", runs=_sides(was, f"{now}, another" if was == now else now), remark=remark)
    old, new = _value(key, each.old), _value(key, each.new)
    is_text = isinstance(each.old, str) and isinstance(each.new, str) and max(len(old), len(new)) > _LONG
    return Listed(name, "", runs(old, new) if is_text else _sides(old, new), is_text, remark)


def sentence(each: Listed) -> str:
    """A difference on one line: ``Table I, row 2, column 4, Price: 11.80 → 11.90``.

    In a text, ``[-words-]`` are deleted and ``{+words+}`` inserted; of what is the same, some words are shown.
    """
    shown = " ".join(_excerpt(each.runs)) if each.is_text else _ARROW.join(run.words for run in each.runs)
    name = f"{each.name} {each.verb}" if each.verb else each.name
    return f"{name}{f': {shown}' if shown else ''}{f' ({each.remark})' if each.remark else ''}"


def _excerpt(texts: tuple[Run, ...]) -> Iterator[str]:
    last = len(texts) - 1
    for place, run in enumerate(texts):
        match run.mark:
            case Mark.OLD:
                yield f"[-{run.words}-]"
            case Mark.NEW:
                yield f"{{+{run.words}+}}"
            case _:
                yield _shortened(run.words.split(), is_first=place == 0, is_last=place == last)


def _shortened(words: list[str], *, is_first: bool, is_last: bool) -> str:
    """The words next to a change: some before it, some after it, and a sign for what is left out."""
    before = [] if is_first else words[:_BESIDE]
    after = [] if is_last else words[-_BESIDE:]
    if len(words) <= len(before) + len(after) + 1:
        return " ".join(words)
    return " ".join([*before, "\u2026", *after])


def _sides(old: str, new: str) -> tuple[Run, ...]:
    return (Run(Mark.OLD, old), Run(Mark.NEW, new))


def _name(at: Place | None, before: Place | None = None) -> str:
    """The place in the form's words, with where it was before if it is an element that was elsewhere."""
    assert at is not None  # noqa: S101  what is named is in a filing
    head, *rest = at.tokens
    if head == "footnotes":
        name = f"Explanation of Responses, footnote {_note(at)}"
        return name if before is None or before.tokens == at.tokens else f"{name} (was {_note(before)})"
    name = _path(at) if head in ("context", "powersOfAttorney", "exhibits", "overrides") else cell_name(at)
    if before is None or not rest or rest[0] == before.tokens[1] or not isinstance(rest[0], int):
        return name
    noun = f"{_NOUNS[str(head)]} {rest[0] + 1}"
    return name.replace(noun, f"{noun} (was {int(before.tokens[1]) + 1})", 1)


def _path(at: Place) -> str:
    """A place beyond the form's boxes by its keys, elements of lists counted from 1: ``Exhibit 2, text``."""
    parts: list[str] = []
    for key in at.tokens:
        if isinstance(key, int):
            parts[-1] = f"{parts[-1]} {key + 1}"
        else:
            parts.append(_NOUNS.get(key, key))
    return ", ".join(parts)


def _element(at: Place | None) -> str:
    """An element of a list by its number: ``row 3``."""
    assert at is not None  # noqa: S101  what moved was somewhere
    key, number_ = at.tokens[-2:]
    if key == "footnotes":
        return f"footnote {_note(at)}"
    return f"{_NOUNS.get(str(key), 'number')} {int(number_) + 1}"


def _note(at: Place | None) -> str:
    assert at is not None  # noqa: S101  the same
    return mark(str(at.tokens[1]))


def _explanation(at: Place) -> str:
    return "the remarks" if at.tokens[0] == "remarks" else f"footnote {_note(at)}"


def _marks(notes: Any) -> str:
    return " ".join(f"({mark(note)})" for note in notes) or "(none)"


def _value(key: str, value: Any) -> str:
    """A value as a person reads it."""
    match value:
        case None | "" | ():
            return BLANK
        case bool():
            return _box(key, is_checked=value)
        case str():
            return " ".join(value.split())
        case Decimal():
            return _amount(key, value)
        case datetime():
            return moment(value)
        case date():
            return day(value)
        case tuple():
            return ", ".join(value)
    return ", ".join(filter(None, _facts(value)))


def _box(key: str, *, is_checked: bool) -> str:
    if key in CAPTIONS:
        return "checked" if is_checked else "not checked"
    return "yes" if is_checked else "no"


def _amount(key: str, value: Decimal) -> str:
    """A number without zeros that say nothing; a price with two decimals at least."""
    if not value:
        return "0"
    whole, _, decimals = number(value).partition(".")
    decimals = decimals.rstrip("0")
    if key in _PRICES:
        decimals = f"{decimals:0<{_CENTS}}"
    return f"{whole}.{decimals}" if decimals else whole


def _facts(node: Node) -> Iterator[str]:
    """What an added or removed part says, as far as it tells it from others."""
    match node:
        case Row():
            yield from _row(node)
        case ReportingOwner():
            yield node.rpt_owner_name or "no name"
            yield f"CIK {node.rpt_owner_cik or BLANK}"
        case OwnerSignature():
            yield node.signature_name or BLANK
            yield _value("signatureDate", node.signature_date)
        case PowerOfAttorney():
            yield f"of {node.principal.name or BLANK}"
            yield from (each.name or each.office or each.employer or BLANK for each in node.attorneys)
        case Exhibit():
            yield from filter(None, (node.document_type, node.document_name, node.document_description))
        case _:
            for key, field in node.fields.items():
                value = getattr(node, field.attribute)
                if value not in (None, "", (), False):
                    yield f"{key} {_value(key, value)}"


def _row(row: Row) -> Iterator[str]:
    yield row.security_title.value or BLANK
    if isinstance(row, Transaction):
        yield f"code {row.code or BLANK}"
        yield _value("transactionDate", row.transaction_date.value)
        side = row.transaction_acquired_disposed_code.value
        yield f"{_value('', amount_of(row))}{f' ({side})' if side else ''}"
        yield f"at {_value('transactionPricePerShare', row.transaction_price_per_share.value)}"
    yield f"{_value('', row.owned_following.value)} held{' after' if isinstance(row, Transaction) else ''}"
    yield " ".join(filter(None, (row.direct_or_indirect_ownership.value, row.nature_of_ownership.value)))

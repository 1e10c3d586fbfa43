"""A comparison in a few sentences, and the differences in groups as a person reads them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from form4gen.accounts.history import bare_cik, owners
from form4gen.accounts.lines import names_of
from form4gen.drafting.comparison_amendment import amends, repeated
from form4gen.drafting.comparison_values import Comparison, Difference, Meaning, Sort
from form4gen.model.wording import day
from form4gen.records import NamedTuple


class Group(NamedTuple):
    """Differences under one heading; the heading is empty if there is but one group."""

    heading: str
    differences: tuple[Difference, ...]


_HEADINGS = {
    Meaning.CORRECTION: "Corrected",
    Meaning.ADDITION: "Added",
    Meaning.EXPLANATION: "Explanation of the amendment",
    Meaning.NOT_REPEATED: "Not repeated from the original",
    Meaning.FORMALITY: "Form type, dates, signatures and records",
}


def groups(comparison: Comparison) -> list[Group]:
    """The differences in the order of the form; of an amendment, by what they are."""
    if not comparison.is_amendment:
        return [Group("", comparison.differences)] if comparison.differences else []
    found = [
        Group(heading, tuple(each for each in comparison.differences if each.meaning is meaning))
        for meaning, heading in _HEADINGS.items()
    ]
    return [each for each in found if each.differences]


def summary(comparison: Comparison) -> list[str]:
    """The sentences above the differences."""
    found = list(_of_amendment(comparison) if comparison.is_amendment else _of_filings(comparison))
    if comparison.unused:
        found.append(
            f"Not compared, because an EDGAR file among them does not contain it: {', '.join(comparison.unused)}."
        )
    return found


def changes_nothing(comparison: Comparison) -> bool:
    """Whether an amendment corrects nothing of its original and adds nothing to it."""
    return comparison.is_amendment and not any(
        each.meaning in (Meaning.CORRECTION, Meaning.ADDITION) for each in comparison.differences
    )


def _of_filings(comparison: Comparison) -> Iterator[str]:
    old, new = comparison.old, comparison.new
    yield _counted(comparison.differences) if comparison.differences else "The filings do not differ."
    if bare_cik(old.issuer.issuer_cik) != bare_cik(new.issuer.issuer_cik):
        yield "They report on different issuers."
    elif owners(old).isdisjoint(owners(new)):
        yield "They have no reporting person in common."
    elif amends(old, new):
        yield "A amends B. To see what it corrects, name the original first."


def _of_amendment(comparison: Comparison) -> Iterator[str]:
    of = Counter(each.meaning for each in comparison.differences)
    if changes_nothing(comparison):
        yield "The amendment changes nothing: all that it states, the original states too."
    else:
        corrected, added = of[Meaning.CORRECTION], _added(comparison.differences)
        made = (f"corrects {_number(corrected, 'value')}" if corrected else "", f"adds {added}" if added else "")
        yield f"The amendment {' and '.join(filter(None, made))}."
    if of[Meaning.NOT_REPEATED]:
        yield "Lines that it does not repeat are not amended (Form 4 Instruction 9)."
    rows = list(repeated(comparison))
    if rows and not changes_nothing(comparison):
        yield f"It repeats {names_of(rows)} unchanged; Instruction 9 says not to repeat lines that are not amended."
    filed, named = comparison.old.context.filed_at, comparison.new.date_of_original_submission
    if filed is not None and named not in (None, filed.date()) and not comparison.old.is_amendment:
        yield f"Item 4 names a form filed on {day(named)}, but this one was filed on {day(filed.date())}."


def _counted(differences: Iterable[Difference]) -> str:
    """How many values differ, and how many parts of which kind were added, removed or moved, as a sentence."""
    found: Counter[tuple[str, str]] = Counter()
    for each in differences:
        if each.sort in (Sort.CHANGED, Sort.CITED):
            found["value", "differ"] += 1
        else:
            found[_NOUNS.get(str(each.at.tokens[0]), "part"), each.sort.value] += 1
    parts = []
    for (noun, verb), count in found.items():
        ending = "s" if verb == "differ" and count == 1 else ""
        parts.append(f"{_number(count, noun)} {verb}{ending}")
    return f"{'; '.join(parts)}."


def _added(differences: Iterable[Difference]) -> str:
    """What an amendment adds: ``1 row, 2 footnotes``."""
    found = Counter(
        _NOUNS.get(str(each.at.tokens[0]), "part") for each in differences if each.meaning is Meaning.ADDITION
    )
    return ", ".join(_number(count, noun) for noun, count in found.items())


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


_NOUNS = {
    "reportingOwners": "reporting person",
    "nonDerivativeTable": "row",
    "derivativeTable": "row",
    "footnotes": "footnote",
    "ownerSignatures": "signature",
    "exhibits": "exhibit",
    "overrides": "override",
}

"""The catalogue of rules: their names, and what each of them means."""

from __future__ import annotations

from collections.abc import Iterable

from form4gen.errors import UnusableInputError
from form4gen.law.authorities import FORMAT, OWNERSHIP_XSD
from form4gen.resources import text_of
from form4gen.rules.catalogue import ERROR, HIGH, SUSPENDS, catalogue
from form4gen.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from form4gen.report.explanation import Explanation


def explanations() -> dict[str, Explanation]:
    """What every finding means, by id: the faults of a document's form, then the rules of the catalogue."""
    from form4gen.edgar import fault  # noqa: PLC0415  a check needs none of this
    from form4gen.intake.document import values_of  # noqa: PLC0415  the same
    from form4gen.intake.problem import KINDS  # noqa: PLC0415  the same
    from form4gen.report.explanation import Explanation, citation, explained  # noqa: PLC0415  the same

    why = "A document with this fault is not yet a filing, and no rule is applied to it."
    faults = {
        rule: Explanation(rule, kind.name, ERROR, None, kind.title, why, "", HIGH.value, (citation(FORMAT.at("")),))
        for rule, kind in KINDS.items()
    }
    in_xml = Explanation(
        fault.ID, fault.NAME, ERROR, SUSPENDS, fault.TITLE, fault.WHY, "", HIGH.value, (citation(OWNERSHIP_XSD.at("")),)
    )
    examples = values_of(text_of("schemas", "rule-examples.json"))
    return (
        faults | {fault.ID: in_xml} | {rule.id: explained(rule, examples.get(rule.id)) for rule in catalogue().values()}
    )


def names() -> dict[str, str]:
    """The name of every finding by id: the faults of a document's form, then the rules of the catalogue."""
    from form4gen.edgar import fault  # noqa: PLC0415  few reports need it
    from form4gen.intake.problem import KINDS  # noqa: PLC0415  the same

    faults = {rule: kind.name for rule, kind in KINDS.items()} | {fault.ID: fault.NAME}
    return faults | {rule.id: rule.name for rule in catalogue().values()}


def catalogue_schema() -> str:
    """The JSON Schema of the catalogue for machines."""
    return text_of("schemas", "catalogue.schema.json")


def check_names(names: Iterable[str]) -> None:
    """Raise UnusableInputError, with the most similar name, for a name that is no rule or family."""
    for name in names:
        if name not in rule_names():
            raise UnusableInputError(no_such_rule(name))


def rule_names() -> frozenset[str]:
    """Every id and every family of the catalogue: what a selection may name."""
    return frozenset({*catalogue(), *(rule.family for rule in catalogue().values())})


def no_such_rule(name: str, place: str = "") -> str:
    """The message about a name that is no rule or family; ``place`` is where the name was given."""
    families = {rule.family for rule in catalogue().values()}
    near = nearest(name.strip().upper(), rule_names())
    hint = f"Did you mean {near}?" if near else f"The families are {', '.join(sorted(families))}."
    return f"There is no rule or family {name!r}{place}. {hint}"


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The name of ``names`` that is most like ``name``, if any is similar; the first letters weigh most."""
    from difflib import get_close_matches  # noqa: PLC0415  only a wrong name needs it

    like = get_close_matches(name, sorted(names), 9, 0.5)
    return max(like, key=lambda each: [ours == theirs for ours, theirs in zip(name, each, strict=False)], default=None)

"""The explanation of a rule: one line in a list, or everything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from form4gen.model.wording import day
from form4gen.records import NamedTuple
from form4gen.report.ink import Ink
from form4gen.report.json_text import json_text
from form4gen.report.record import plain, reaction
from form4gen.report.wrapping import WIDTH, labelled, wrapped
from form4gen.rules.catalogue import Edgar, Rule, Severity
from form4gen.typed import Any

_RESPONSES: dict[Edgar | None, str] = {
    Edgar.SUSPENDS: "suspends",
    Edgar.WARNS: "warns",
    Edgar.ACCEPTS: "does not check",
    Edgar.UNKNOWN: "not known",
    None: "-",
}


class Citation(NamedTuple):
    """A source: as a finding cites it, the full name of the authority, the place in it, and its effective date."""

    citation: str
    authority: str
    place: str
    since: str | None = None


class Example(NamedTuple):
    """A case in which a rule fires: the changes made to a correct filing, and the finding."""

    case: str
    changes: tuple[str, ...]
    cell: str
    pointer: str
    message: str
    arithmetic: str | None = None


class Explanation(NamedTuple):
    """What form4gen knows of the findings with this id.

    ``name`` is the fault in a few words; ``since`` and ``until`` are filing dates (ISO); ``needs`` names the data that
    the rule needs besides the form.
    """

    id: str
    name: str
    severity: Severity
    edgar: Edgar | None
    title: str
    why: str
    remedy: str
    certainty: str
    sources: tuple[Citation, ...]
    since: str | None = None
    until: str | None = None
    needs: tuple[str, ...] = ()
    example: Example | None = None

    @property
    def family(self) -> str:
        """The two letters of the id."""
        return self.id[:2]


def explained(rule: Rule, example: Mapping[str, Any] | None = None) -> Explanation:
    """The explanation of a rule of the catalogue, with its example from ``schemas/rule-examples.json``."""
    return Explanation(
        rule.id,
        rule.name,
        rule.severity,
        rule.edgar,
        plain(rule.title),
        "\n\n".join(plain(part) for part in rule.why.split("\n\n")),
        plain(rule.remedy),
        rule.certainty.value,
        tuple(citation(source) for source in rule.sources),
        rule.since.isoformat() if rule.since else None,
        rule.until.isoformat() if rule.until else None,
        rule.wants,
        _example(example) if example else None,
    )


def _example(each: Mapping[str, Any]) -> Example:
    changes = tuple(each["changes"])
    return Example(each["case"], changes, each["cell"], each["pointer"], each["message"], each.get("arithmetic"))


def citation(source: Any) -> Citation:
    """A source of ``law`` in words."""
    since = source.authority.since
    return Citation(str(source), source.authority.name, source.place, since.isoformat() if since else None)


def listing(explanations: Iterable[Explanation], *, color: bool = False) -> str:
    """One line for each: id, severity, EDGAR's response, name."""
    ink = Ink(color)
    return "".join(
        f"{ink.strong(each.id)}  {ink.of(each.severity, f'{each.severity.value:<8}')}  "
        f"{_RESPONSES[each.edgar]:<14}  {each.name}\n"
        for each in explanations
    )


def named(words: str, explanations: Iterable[Explanation]) -> list[Explanation]:
    """Those whose name has all these words, in any case; if there are none, those that have words beginning so."""
    wanted = words.casefold().split()
    split = [(each, each.name.casefold().split()) for each in explanations]
    exact = [each for each, found in split if all(word in found for word in wanted)]
    return exact or [
        each for each, found in split if all(any(one.startswith(word) for one in found) for word in wanted)
    ]


def in_full(each: Explanation, *, color: bool = False, width: int = WIDTH) -> str:
    """Everything about one."""
    ink = Ink(color)
    head = (
        f"{ink.strong(each.id)}  {ink.strong(each.name)}\n"
        f"{ink.of(each.severity, each.severity.value)}  {reaction(each.edgar)}"
    )
    prose = ("\n".join(wrapped(part, width)) for part in (each.title, *each.why.split("\n\n")) if part)
    facts = "\n".join(line for label, words in _facts(each) for line in labelled(label, words, width, ""))
    return "\n\n".join((head, *prose, facts)) + "\n"


def listing_json(explanations: Iterable[Explanation]) -> str:
    """The explanations as a JSON list."""
    return json_text([_object(each) for each in explanations]) + "\n"


def in_full_json(each: Explanation) -> str:
    """One explanation as a JSON object."""
    return json_text(_object(each)) + "\n"


def _facts(each: Explanation) -> Iterator[tuple[str, str]]:
    if each.remedy:
        yield "remedy", each.remedy
    for source in each.sources:
        yield "source", f"{source.citation} ({source.authority})"
    yield "certainty", each.certainty
    if each.since or each.until:
        days = (each.since and f"from {_day(each.since)}", each.until and f"through {_day(each.until)}")
        yield "in force", f"for filings {' '.join(part for part in days if part)}"
    if each.needs:
        yield "needs", ", ".join(each.needs)
    if each.example:
        yield "example", f"{plain(each.example.case)}: {'; '.join(each.example.changes) or 'nothing changed'}"
        yield "finding", f"{each.example.cell}: {each.example.message}"


def _day(text: str) -> str:
    return day(date.fromisoformat(text))


def _object(each: Explanation) -> dict[str, object]:
    return {
        "rule": each.id,
        "name": each.name,
        "family": each.family,
        "severity": each.severity.value,
        "edgar": each.edgar.value if each.edgar else None,
        "title": each.title,
        "why": each.why,
        "remedy": each.remedy,
        "certainty": each.certainty,
        "sources": [source._asdict() for source in each.sources],
        "since": each.since,
        "until": each.until,
        "needs": list(each.needs),
        "example": each.example._asdict() if each.example else None,
    }

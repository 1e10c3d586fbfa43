"""Writes docs/json-format.md from the schema, docs/rules.md from the catalogue, and schemas/rule-examples.json.

The examples come from the case files of the tests, so that the program can show them without the tests. ``python
docs/generate.py`` writes all three files, and then what the commands of the other pages print (``runnable.py``). Tests
fail when any of it is out of date.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from form4gen.model.wording import day
from form4gen.resources import text_of
from form4gen.rules.catalogue import Edgar, Rule, catalogue
from form4gen.rules.families import FAMILIES

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "docs"), str(ROOT / "tests")]

from calibration import EVERYTHING, Count, read_counts  # noqa: E402  found by the line above
from rule_examples import boxes, examples  # noqa: E402  the same
from runnable import PAGES, refreshed  # noqa: E402  the same

REACTIONS = {
    Edgar.SUSPENDS: "EDGAR suspends the filing.",
    Edgar.WARNS: "EDGAR accepts the filing with a warning.",
    Edgar.ACCEPTS: "EDGAR does not check this.",
    Edgar.UNKNOWN: "The SEC does not say what EDGAR does.",
}
SHORTLY = {
    Edgar.SUSPENDS: "suspends",
    Edgar.WARNS: "warns",
    Edgar.ACCEPTS: "does not check",
    Edgar.UNKNOWN: "not known",
}
UNMEASURED = "not measured yet"


def rules_page() -> str:
    """The catalogue: a section for each rule, and two indexes."""
    rules, shown, rates = list(catalogue().values()), examples(), rates_of(read_counts())
    lines = [
        "# The rules",
        "",
        "<!-- Written by docs/generate.py from the catalogue; do not edit. -->",
        "",
        f"form4gen has {len(rules)} rules. An id never changes and is never used again; a severity may change.",
        "Nothing here is legal advice.",
        "",
        "Find a rule [by box of the form](#by-box) or [by authority](#by-authority).",
        "",
    ]
    for family, subject in FAMILIES.items():
        members = [rule for rule in rules if rule.family == family]
        if members:
            lines += [f"## {subject} ({family})", "", "| rule | name | severity | EDGAR |", "|---|---|---|---|"]
            lines += [
                f"| {_link(rule.id)} | {rule.name} | {rule.severity.value} | {SHORTLY[rule.edgar]} |"
                for rule in members
            ]
            lines.append("")
            for rule in members:
                lines += _rule_section(rule, shown.get(rule.id), rates.get(rule.id, UNMEASURED))
    lines += _index_by_box()
    lines += _index_by_authority(rules)
    return "\n".join(lines).rstrip() + "\n"


def rates_of(counts: dict[str, Count]) -> dict[str, str]:
    """How often each rule that was measured fires on real filings."""
    filings = counts[EVERYTHING].applied
    return {
        rule: f"applied to {count.applied or 'none'} of {filings} real filings"
        + (f", fired on {count.fired or 'none'}" if count.applied else "")
        for rule, count in counts.items()
        if rule != EVERYTHING
    }


def _rule_section(rule: Rule, shown: dict[str, Any] | None, rate: str) -> Iterator[str]:
    yield from (f'<a id="{rule.id.lower()}"></a>', "", f"### {rule.id}: {rule.name}", "", f"**{rule.title}**", "")
    yield from (rule.why, "")
    yield f"* Severity: {rule.severity.value}. {REACTIONS[rule.edgar]}"
    yield f"* Sources: {'; '.join(str(source) for source in rule.sources)}. Certainty: {rule.certainty.value}."
    if rule.since:
        yield f"* Applies to forms filed on or after {day(rule.since)}."
    if rule.until:
        yield f"* Applies to forms filed on or before {day(rule.until)}."
    if rule.needs:
        yield f"* Needs {' and '.join(rule.wants)}."
    yield f"* Remedy: {rule.remedy}"
    yield f"* [Measured](calibration.md): {rate}."
    if shown:
        yield f"* Example: {shown['case']}: {'; '.join(shown['changes']) or 'the form is unchanged'}."
        yield f"  Finding at {shown['cell']}:"
        yield ""
        yield f"  > {_quoted(shown['message'])}"
    yield ""


def _quoted(message: str) -> str:
    return " ".join(message.split()).replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_")


def _index_by_box() -> Iterator[str]:
    yield from ('## <a id="by-box"></a>By box of the form', "", "| box | rules that can fire there |", "|---|---|")
    for box, rules in boxes().items():
        yield f"| {box} | {', '.join(map(_link, rules))} |"
    yield ""


def _index_by_authority(rules: list[Rule]) -> Iterator[str]:
    cited: dict[str, dict[str, list[str]]] = {}
    for rule in rules:
        for source in rule.sources:
            cited.setdefault(source.authority.name, {}).setdefault(rule.id, []).append(source.place)
    yield from ('## <a id="by-authority"></a>By authority', "", "| authority | rules, with the place |", "|---|---|")
    for name in sorted(cited):
        rows = (f"{_link(rule)} ({'; '.join(places)})" for rule, places in cited[name].items())
        yield f"| {name} | {', '.join(rows)} |"
    yield ""


def _link(rule: str) -> str:
    return f"[{rule}](#{rule.lower()})"


def examples_file() -> str:
    """The examples as they ship: one line a rule."""
    lines = (f"  {json.dumps(rule)}: {json.dumps(each, ensure_ascii=False)}" for rule, each in examples().items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


_HEAD = """\
A cell of Table I or II is a value, or an object with the value and the ids of its footnotes. This is how a price is
explained in a footnote:

```json
{
  "documentType": "4",
  "nonDerivativeTable": [
    {"transactionPricePerShare": {"value": 12.42, "footnotes": ["F1"]}}
  ],
  "footnotes": {"F1": "The price is a weighted average. The shares were sold at prices from $12.40 to $12.45."}
}
```

With `footnotes` alone the cell shows only their marks. Numbers may be written as `12.42` or `"12.42"`, dates as
`2026-11-25`. `$schema` is where an editor finds the schema: `form4gen schema > form4.schema.json` writes it, and
`"$schema": "form4.schema.json"` names it in a filing of the same folder."""


def json_page() -> str:
    """Every property of the schema, object by object."""
    schema = json.loads(text_of("schemas", "form4.schema.json"))
    lines = [
        "# The JSON format",
        "",
        "<!-- Written by docs/generate.py from schemas/form4.schema.json; do not edit. -->",
        "",
        schema["description"],
        "",
        "Keys are spelled exactly as the elements of EDGAR's ownership XML. Any other key is refused.",
        "",
        *_HEAD.splitlines(),
        "",
        "## The filing",
        "",
        *_table(schema, schema["$defs"]),
    ]
    for name, definition in schema["$defs"].items():
        if _has_section(definition):
            lines += ["", f'## <a id="{name.lower()}"></a>{definition["title"]}', "", definition.get("description", "")]
            lines += ["", *_table(definition, schema["$defs"])]
    return "\n".join(lines).rstrip() + "\n"


def _has_section(definition: dict[str, Any]) -> bool:
    return "properties" in definition and "title" in definition and "value" not in definition["properties"]


def _table(schema: dict[str, Any], definitions: dict[str, Any]) -> Iterator[str]:
    yield from ("| key | what it is | value |", "|---|---|---|")
    required = schema.get("required", [])
    properties = schema["properties"] | schema.get("else", {}).get("properties", {})
    for key, value in properties.items():
        if "title" in value:
            needed = " (required)" if key in required else ""
            words = f"**{value['title']}.** {value.get('description', '')}".replace("|", "\\|").strip()
            yield f"| `{key}`{needed} | {words} | {_value(value, definitions)} |"


def _value(schema: dict[str, Any], definitions: dict[str, Any]) -> str:
    if "items" in schema:
        return f"list of {_value(schema['items'], definitions)}"
    if "enum" in schema or "const" in schema:
        return ", ".join(f"`{word}`" for word in schema.get("enum", [schema.get("const")]))
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[-1]
        if _has_section(definitions[name]):
            return f"[{definitions[name]['title']}](#{name.lower()})"
        return _value(definitions[name], definitions)
    kinds = schema.get("type", "object")
    if "object" in kinds and "value" in schema.get("properties", {}):
        return "value, or value with footnotes"
    return schema.get("format") or (kinds if isinstance(kinds, str) else " or ".join(kinds))


def pages() -> dict[str, str]:
    """Every generated file by its path."""
    return {
        "docs/json-format.md": json_page(),
        "docs/rules.md": rules_page(),
        "schemas/rule-examples.json": examples_file(),
    }


if __name__ == "__main__":
    for name, content in pages().items():
        (ROOT / name).write_text(content, encoding="utf-8")
    for name in PAGES:
        (ROOT / name).write_text(refreshed((ROOT / name).read_text("utf-8")), encoding="utf-8")

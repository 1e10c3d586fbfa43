"""Writes docs/json-format.md from the schema and docs/rules.md from the catalogue.

``python docs/generate.py`` writes both; a test fails when they are stale.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from form4gen.resources import text_of
from form4gen.rules.catalogue import Edgar, Rule, catalogue

DOCS = Path(__file__).parent
REACTIONS = {
    Edgar.SUSPENDS: "suspends the filing",
    Edgar.WARNS: "accepts it with a warning",
    Edgar.ACCEPTS: "accepts it without a word",
    Edgar.UNKNOWN: "may or may not take it: no source says",
}
FAMILIES = {
    "DL": "Deadlines and dates",
    "HD": "Form head: period, issuer, exit box, titles",
    "RO": "Reporting owners and joint filing",
    "TC": "Transaction codes and direction",
    "PR": "Price and consideration",
    "DV": "Derivative terms (Table II)",
    "PA": "Pairing of rows",
    "HB": "Holdings, balances, form of ownership",
    "FN": "Footnotes and text",
    "TP": "Rule 10b5-1 plan box",
    "AM": "Amendments (4/A)",
    "SG": "Signatures and power of attorney",
    "EX": "Exhibits",
    "FP": "Foreign private issuers",
    "AD": "Advisories to counsel",
    "OV": "Overrides",
}


def rules_page() -> str:
    """The catalogue, one section a rule."""
    rules = list(catalogue().values())
    lines = [
        "# The rules",
        "",
        "<!-- Written by docs/generate.py from the catalogue; do not edit. -->",
        "",
        f"{len(rules)} rules. An id is a name, never reused; severity and EDGAR's reaction stand beside it.",
        "Nothing here is legal advice.",
        "",
    ]
    for family, subject in FAMILIES.items():
        members = [rule for rule in rules if rule.family == family]
        if members:
            lines += [
                f"## {family}: {subject}",
                "",
                "| rule | severity | EDGAR | what must hold |",
                "|---|---|---|---|",
            ]
            lines += [
                f"| [{rule.id}](#{rule.id.lower()}) | {rule.severity.value} | {rule.edgar.value} | {rule.title} |"
                for rule in members
            ]
            lines.append("")
            for rule in members:
                lines += _rule_section(rule)
    return "\n".join(lines).rstrip() + "\n"


def _rule_section(rule: Rule) -> Iterator[str]:
    yield from (f'### <a id="{rule.id.lower()}"></a>{rule.id}: {rule.name}', "", f"**{rule.title}**", "")
    yield from (rule.why, "")
    yield f"* Severity: {rule.severity.value}. EDGAR {REACTIONS[rule.edgar]}."
    yield f"* Sources: {'; '.join(str(source) for source in rule.sources)}. Certainty: {rule.certainty.value}."
    if rule.since:
        yield f"* In force since {rule.since.isoformat()}."
    if rule.until:
        yield f"* In force until {rule.until.isoformat()}."
    if rule.needs:
        yield f"* Needs from `context`: {', '.join(rule.needs)}."
    yield from (f"* Remedy: {rule.remedy}", "")


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
        "Keys are the element names of EDGAR's ownership XML, letter for letter. A key that is not listed is refused.",
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
    """Every generated page by file name."""
    return {"json-format.md": json_page(), "rules.md": rules_page()}


if __name__ == "__main__":
    for name, content in pages().items():
        (DOCS / name).write_text(content, encoding="utf-8")

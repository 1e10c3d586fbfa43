"""Rows from a broker's file: first their reconciliation with the file, then the rows in the filing."""

from __future__ import annotations

from collections.abc import Mapping
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from form4gen.api.editing import date_of, decimal_of
from form4gen.errors import without_options
from form4gen.records import NamedTuple
from form4gen.workbench.changes import ImpossibleError
from form4gen.workbench.folder import Folder
from form4gen.workbench.saving import Saved
from form4gen.workbench.typed import NotUnderstoodError

if TYPE_CHECKING:
    from form4gen.api.fills import Options

_MOST_PLANS = 10


class _Plan(NamedTuple):
    """A filing with rows that were drafted, the digest of what it was made from, and the broker's file."""

    name: str
    digest: str
    text: str
    file: str


class Facts:
    """The reconciliations that were shown and can be applied."""

    def __init__(self, folder: Folder, saved: Saved) -> None:
        self._folder, self._saved = folder, saved
        self._plans: dict[str, _Plan] = {}

    def reconcile(self, name: str, file: str, raw: bytes, chosen: Mapping[str, str]) -> dict[str, Any]:
        """What a broker's file would add to a filing, row by row; nothing is written.

        ``chosen`` has the options of ``form4gen fills`` by name, as they were typed. Column maps of the firm are read
        from fills.toml in the folder. Raises UnusableInputError and NotUnderstoodError.
        """
        from form4gen.api.fills import OWN_FILE, column_maps, fill_draft, fills_lines  # noqa: PLC0415  only here

        content = self._folder.read(name)
        own = self._folder.maps(OWN_FILE)
        maps = [] if own is None else column_maps(own, OWN_FILE)
        filled = fill_draft(content.raw, [(file, raw)], maps, _options(chosen))
        key = token_hex(8)
        self._plans[key] = _Plan(name, content.digest, filled.content.decode(), file)
        for old in list(self._plans)[:-_MOST_PLANS]:
            del self._plans[old]
        return {"plan": key, "lines": [without_options(line) for line in fills_lines(filled)]}

    def apply(self, name: str, key: str) -> dict[str, Any]:
        """Write the rows of a reconciliation, if the filing is still the one that it was made for.

        Raises ChangedError and ImpossibleError.
        """
        plan = self._plans.get(key)
        if plan is None or plan.name != name:
            raise ImpossibleError("Choose the broker's file again.")
        self._saved.write(name, plan.digest, plan.text, f"Rows of {plan.file} added")
        del self._plans[key]
        return {"said": f"Rows of {plan.file} added"}


def _options(chosen: Mapping[str, str]) -> Options:
    """The options as ``fills`` takes them. Raises NotUnderstoodError."""
    from form4gen.api import fills  # noqa: PLC0415  only with a broker's file

    given = {name: value.strip() for name, value in chosen.items()}
    choices = {
        "taxes": (fills.WITHHELD, fills.SOLD), "awards": (fills.UNITS, fills.REPORTED_AT_GRANT), "decimal": (".", ","),
        "repeated": (fills.USE, fills.IGNORE),
    }  # fmt: skip
    for name, known in choices.items():
        if given.get(name, "") not in ("", *known):
            raise NotUnderstoodError(f'"{given[name][:40]}" is not one of the choices: {", ".join(known)}.')
    held, on = given.get("held", ""), given.get("day", "")
    number, day = decimal_of(held.replace(",", "")), date_of(on)
    if held and (number is None or number < 0):
        raise NotUnderstoodError(f'"{held[:40]}" is not a number of securities. Type 0 or more.')
    if on and day is None:
        raise NotUnderstoodError(f'"{on[:40]}" is not a day. Type year-month-day, such as 2026-11-06.')
    return fills.Options(
        fills.Given(given.get("title", ""), given.get("nature", ""), bool(given.get("direct")), number),
        frozenset([day] if day else ()),
        given.get("taxes", ""),
        given.get("awards") or fills.UNITS,
        given.get("decimal", ""),
        given.get("repeated", ""),
        bool(given.get("split")),
    )

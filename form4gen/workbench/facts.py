"""Rows from a broker's file: first their reconciliation with the file, then the rows in the filing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from form4gen.api.editing import decimal_of, shown
from form4gen.api.load import Filing
from form4gen.records import NamedTuple
from form4gen.workbench.changes import ImpossibleError
from form4gen.workbench.folder import Folder
from form4gen.workbench.reconciled import reconciliation
from form4gen.workbench.saving import Saved
from form4gen.workbench.typed import NotUnderstoodError, day_typed

if TYPE_CHECKING:
    from form4gen.api.fills import Options

_MOST_PLANS = 10
OPTIONS = ("day", "title", "nature", "direct", "held", "taxes", "awards", "decimal", "repeated", "split")
"""The options of ``form4gen fills`` that the screen offers; the maps are those of the folder."""


class _Plan(NamedTuple):
    """A filing with rows that were drafted, the digest of what it was made from, and the broker's files."""

    name: str
    digest: str
    text: str
    file: str


class Facts:
    """The reconciliations that were shown and can be applied."""

    def __init__(self, folder: Folder, saved: Saved, today: Callable[[], date]) -> None:
        self._folder, self._saved, self._today = folder, saved, today
        self._plans: dict[str, _Plan] = {}

    def offered(self, filing: Filing | None) -> dict[str, Any]:
        """The classes and the natures of ownership of a filing, to choose from, and whether the firm has maps."""
        from form4gen.api.fills import OWN_FILE  # noqa: PLC0415  only here

        one, two = (filing.non_derivative_table, filing.derivative_table) if filing else ((), ())
        classes = [row.security_title.value for row in one] + [row.underlying_security_title.value for row in two]
        natures = [row.nature_of_ownership.value for row in (*one, *two)]
        return {
            "classes": list(dict.fromkeys(filter(None, classes))),
            "natures": list(dict.fromkeys(filter(None, natures))),
            "has_maps": self._folder.maps(OWN_FILE) is not None,
        }

    def reconcile(self, name: str, files: Sequence[tuple[str, bytes]], chosen: Mapping[str, str]) -> dict[str, Any]:
        """What broker's files, given by name, would add to a filing, row by row; nothing is written.

        ``chosen`` has the options of ``form4gen fills`` by name, as they were typed. Column maps of the firm are read
        from fills.toml in the folder. Raises UnusableInputError and NotUnderstoodError.
        """
        from form4gen.api.fills import OWN_FILE, column_maps, fill_draft  # noqa: PLC0415  only here

        content = self._folder.read(name)
        own = self._folder.maps(OWN_FILE)
        maps = [] if own is None else column_maps(own, OWN_FILE)
        filled = fill_draft(content.raw, files, maps, _options(chosen, self._today()))
        key = token_hex(8)
        names = ", ".join(file for file, _ in files)
        self._plans[key] = _Plan(name, content.digest, filled.content.decode(), names)
        for old in list(self._plans)[:-_MOST_PLANS]:
            del self._plans[old]
        return {"plan": key, "html": shown("workbench.reconciled.html.jinja", **reconciliation(filled))}

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


def named_options(message: str) -> list[str]:
    """The options that a message says to give, by name."""
    return [name for name in OPTIONS if f"--{name}" in message]


def _days(text: str, today: date) -> frozenset[date]:
    """The days that were typed, between semicolons, or between commas or blanks if they are in numbers.

    Raises NotUnderstoodError.
    """
    found = set()
    for part in filter(str.strip, text.split(";")):
        try:
            found.add(day_typed(part.strip(), today))
        except NotUnderstoodError:
            found |= {day_typed(each, today) for each in part.replace(",", " ").split()}
    return frozenset(found)


def _options(chosen: Mapping[str, str], today: date) -> Options:
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
    held = given.get("held", "")
    number = decimal_of(held.replace(",", ""))
    if held and (number is None or number < 0):
        raise NotUnderstoodError(f'"{held[:40]}" is not a number of securities. Type 0 or more.')
    return fills.Options(
        fills.Given(given.get("title", ""), given.get("nature", ""), bool(given.get("direct")), number),
        _days(given.get("day", ""), today),
        given.get("taxes", ""),
        given.get("awards") or fills.UNITS,
        given.get("decimal", ""),
        given.get("repeated", ""),
        bool(given.get("split")),
    )

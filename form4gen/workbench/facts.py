"""Rows from a broker's file: first their reconciliation with the file, then the rows in the filing."""

from __future__ import annotations

from secrets import token_hex
from typing import Any

from form4gen.api.fills import OWN_FILE, Options, column_maps, fill_draft, fills_lines
from form4gen.errors import without_options
from form4gen.records import NamedTuple
from form4gen.workbench.changes import ImpossibleError
from form4gen.workbench.folder import Folder
from form4gen.workbench.saving import Saved

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

    def reconcile(self, name: str, file: str, raw: bytes, repeated: str) -> dict[str, Any]:
        """What a broker's file would add to a filing, row by row; nothing is written.

        ``repeated`` is what becomes of trades that the filing has already: "use", "ignore", or empty to stop at one.
        Column maps of the firm are read from fills.toml in the folder.
        Raises UnusableInputError.
        """
        content = self._folder.read(name)
        own = self._folder.maps(OWN_FILE)
        maps = [] if own is None else column_maps(own, OWN_FILE)
        filled = fill_draft(content.raw, [(file, raw)], maps, Options(repeated=repeated))
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

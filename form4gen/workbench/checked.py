"""A filing of the folder with the report on it, checked against the forms on file beside it."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

from form4gen.api.check import validate_under
from form4gen.api.editing import document_as_written
from form4gen.api.filing_time import filing_time_of
from form4gen.api.filings import read_prior
from form4gen.api.load import Filing, Loaded, load
from form4gen.api.reports import Report, report_json, report_of
from form4gen.errors import Form4genError
from form4gen.records import NamedTuple
from form4gen.workbench.changes import Document, ImpossibleError
from form4gen.workbench.folder import Content, Folder
from form4gen.workbench.host import Host


class Checked(NamedTuple):
    """A filing as it is in its file: its content, and the report on it, also as JSON values."""

    name: str
    content: Content
    loaded: Loaded
    report: Report
    facts: dict[str, Any]


Change = Callable[[Document, Checked], tuple[str, str]]
"""Changes a document, which was checked as it was: what was done, in words, and the place to go on at."""


def document_to_change(checked: Checked) -> Document:
    """A copy of the document of a filing; what is still to be filled in stays. Raises ImpossibleError if it is none."""
    document = document_as_written(checked.loaded)
    if checked.loaded.filing is None or document is None:
        raise ImpossibleError("This file is not a filing yet. Correct it in the JSON view.")
    return deepcopy(document)


class Checker:
    """Checks filings; forms on file are read again only when their file changes."""

    def __init__(self, folder: Folder, host: Host) -> None:
        self._folder, self._host = folder, host
        self._priors: dict[str, tuple[tuple[int, int], Filing | None]] = {}

    def check(self, name: str, content: Content | None = None) -> Checked:
        """Read and check a filing; ``content`` is checked in place of what is in the file. Raises Form4genError."""
        content = content or self._folder.read(name)
        loaded = load(content.raw)
        filed_at, basis = self._host.filing_time(filing_time_of(loaded))
        priors = [filing for _, filing in self.on_file(name)] if loaded.filing else []
        outcome = validate_under(self._host.settings(), loaded, filed_at, is_planned=basis.is_a_time, prior=priors)
        report = report_of(name, filed_at, loaded, outcome, basis=basis)
        return Checked(name, content, loaded, report, json.loads(report_json(report)))

    def on_file(self, name: str = "") -> list[tuple[str, Filing]]:
        """The forms in the folder that were filed, but for ``name``: EDGAR's, and JSON with an accession number."""
        found = {}
        for other, status in self._folder.on_file():
            known = self._priors.get(other)
            found[other] = known if known and known[0] == status else (status, self._filed(other))
        self._priors = found
        return [(other, filing) for other, (_, filing) in found.items() if filing is not None and other != name]

    def _filed(self, name: str) -> Filing | None:
        try:
            filing = read_prior(self._folder.read(name).raw)
        except Form4genError:
            return None
        return filing if filing.context.accession_number or not name.endswith(".json") else None

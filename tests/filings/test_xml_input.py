"""Real filings checked as EDGAR has them: the same findings as through our JSON, each at the element it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from case_files import EASTERN
from corpus import filings_folder
from lxml import etree

from form4gen.api.check import validate
from form4gen.api.filing_time import TimeBasis, filing_time_of
from form4gen.api.filings import import_filing
from form4gen.api.load import Loaded, load, load_any_form
from form4gen.errors import UnusableInputError
from form4gen.rules.engine import Finding

_CAPACITY = re.compile(r',\s*"capacity": "attorney_in_fact"')


def _files() -> list[Path]:
    found = [path for name in ("xml", "xml-2", "txt", "txt-2") for path in (filings_folder() / name).iterdir()]
    assert len(found) >= 1506
    return sorted(found)


def _forms() -> Iterator[tuple[Path, Loaded]]:
    """Every Form 4 and 4/A that is well-formed."""
    for path in _files():
        try:
            loaded = load(path.read_bytes())
        except UnusableInputError as error:
            assert str(error).startswith(("This is a Form 3.", "This is a Form 5."))  # noqa: PT017  as it says
            continue
        if loaded.filing is None:
            [damage] = loaded.findings
            assert damage.rule == "JS101"
            assert damage.message.startswith(
                f"The XML is not well-formed at line {damage.line}, column {damage.column}"
            )
        else:
            yield path, loaded


def _without_place(finding: Finding) -> Finding:
    return finding._replace(line=None, column=None, element=None)


def test_the_findings_are_those_of_the_imported_json_and_each_is_at_its_element() -> None:
    count = found = 0
    for path, loaded in _forms():
        raw = path.read_bytes()
        text = import_filing(raw).text
        # An import enters the capacity of an agent, so that the power of attorney is added. A check of a form alone
        # cannot see whether there is one.
        through_json = load((text if path.suffix == ".txt" else _CAPACITY.sub("", text)).encode())
        known = filing_time_of(loaded)
        assert known is not None, path
        filed_at = known.at.replace(tzinfo=EASTERN)
        direct, imported = validate(loaded, filed_at), validate(through_json, filed_at)
        assert list(map(_without_place, direct.findings)) == list(map(_without_place, imported.findings)), path
        assert direct.not_applicable == imported.not_applicable, path
        _check_places(direct.findings, loaded, raw)
        count += 1
        found += len(direct.findings)
    assert count >= 1440
    assert found >= 640


def _check_places(findings: tuple[Finding, ...], loaded: Loaded, raw: bytes) -> None:
    start = raw.find(b"<?xml")
    end = raw.find(b"</ownershipDocument>") + len(b"</ownershipDocument>")
    root = etree.fromstring(raw[start:end])
    lines = loaded.document.text.split("\n")
    for finding in findings:
        assert finding.element is not None
        assert finding.line is not None
        assert finding.column is not None
        shown = lines[finding.line - 1][finding.column - 1 :]
        if finding.element.startswith("DOCUMENT["):
            assert shown.startswith(("<DOCUMENT>", f"<{finding.element.rpartition('/')[2]}>"))
            continue
        path = finding.element
        while not (elements := root.xpath(path)):
            path = path.rpartition("/")[0]
        [element] = elements
        assert shown.startswith(f"<{element.tag}"), (finding.element, shown)
        assert finding.line == element.sourceline + raw[:start].count(b"\n"), finding.element


def test_the_time_is_that_of_the_header_or_the_last_signature() -> None:
    bases = {TimeBasis.HEADER: 0, TimeBasis.HEADER_DATE: 0, TimeBasis.SIGNATURE: 0}
    for path, loaded in _forms():
        known = filing_time_of(loaded)
        assert known is not None
        bases[known.basis] += 1
        assert (known.basis is TimeBasis.SIGNATURE) == (path.suffix == ".xml"), path
    assert bases[TimeBasis.HEADER_DATE] == 1
    assert min(bases[TimeBasis.HEADER], bases[TimeBasis.SIGNATURE]) > 150


def test_every_real_form_can_be_an_earlier_filing() -> None:
    for path in _files():
        loaded = load_any_form(path.read_bytes())
        assert loaded.filing is not None or loaded.findings[0].rule == "JS101", path

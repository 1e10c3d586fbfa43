"""Holes that a reader of XML has in careless settings of its library: each shown open, then closed in ours."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET  # the hole

import pytest
from lxml import etree

from form4gen.edgar.parse import parse
from form4gen.errors import UnusableInputError


def test_an_entity_reads_a_file_where_entities_are_resolved_and_not_here(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    raw = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]><a>&x;</a>'.encode()
    careless = etree.XMLParser(resolve_entities=True, load_dtd=True, no_network=False)
    assert etree.fromstring(raw, careless).text == "the secret"
    with pytest.raises(UnusableInputError, match="DOCTYPE"):
        parse(raw)


def test_entities_of_entities_grow_in_the_plain_reader_and_are_refused_here() -> None:
    entities = '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">'
    raw = f"<!DOCTYPE x [{entities}]><x>&c;</x>".encode()
    assert len(ET.fromstring(raw).text or "") == 500  # noqa: S314  the hole
    with pytest.raises(UnusableInputError, match="DOCTYPE"):
        parse(raw)


def test_nesting_without_end_is_read_by_the_plain_reader_and_refused_here() -> None:
    raw = b"<a>" * 1000 + b"</a>" * 1000
    depth, node = 0, ET.fromstring(raw)  # noqa: S314  the hole
    while len(node):
        depth, node = depth + 1, node[0]
    assert depth == 999
    with pytest.raises(UnusableInputError, match="not well-formed"):
        parse(raw)


def test_tags_without_end_are_read_by_the_plain_reader_and_refused_here_before_they_are_parsed() -> None:
    raw = b"<a>" + b"<b/>" * 100_000 + b"</a>"
    assert len(ET.fromstring(raw)) == 100_000  # noqa: S314  the hole
    with pytest.raises(UnusableInputError, match="more than 100,000 tags"):
        parse(raw)

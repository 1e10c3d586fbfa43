"""The tags of HTML exhibits and of tables in text exhibits."""

from __future__ import annotations

import pytest

from form4gen.bounds import CLASSES
from form4gen.prose.markup import (
    Pages,
    column_tags,
    has_scheme,
    holds_ownership_document,
    lines_of,
    tags_of,
    without_tags,
)


@pytest.mark.parametrize(
    ("source", "tags"),
    [
        ("<!-- <b> --><p>", [("p", 12)]),
        ("<p><!-- <b> --></p>", [("p", 0), ("/p", 15)]),
        ("<p><!--><b>", [("p", 0), ("b", 8)]),
        ("<!----><p>", [("p", 7)]),
        ("<p>-->", [("p", 0)]),
        ("<a href='x>y'>", [("a", 0)]),
        ("<P CLASS=a>", [("p", 0)]),
        ("1 < 2", []),
    ],
)
def test_tags_stand_where_they_do_in_the_source_and_not_in_comments(source: str, tags: list[tuple[str, int]]) -> None:
    assert [(tag.name, tag.start) for tag in tags_of(source)] == tags


def test_attributes_are_read_with_any_quotes_and_without() -> None:
    [tag] = tags_of("<A HREF=\"x\" target='_top' rel=up nowrap>")
    assert tag.attributes == {"href": "x", "target": "_top", "rel": "up", "nowrap": ""}


def test_long_sources_are_read_at_once() -> None:
    assert list(tags_of("<a " * 50_000)) == []
    assert list(tags_of("<!--" * 50_000 + "<a \"' " * 50_000)) == []
    assert without_tags("<" * 50_000) == "<" * 50_000


@pytest.mark.parametrize(
    ("link", "has_one"), [("https://x", True), ("mailto:x", True), ("a.htm", False), ("#a:b", False)]
)
def test_a_link_with_a_scheme_leads_out(link: str, *, has_one: bool) -> None:
    assert has_scheme(link) is has_one


def test_each_table_of_a_text_is_counted_by_its_column_tags() -> None:
    assert column_tags("<S> <TABLE>\n<S> <c>\n</TABLE> <C> <table> <s>") == [2, 1]


def test_an_ownership_document_is_known_by_its_tag() -> None:
    assert holds_ownership_document("<?xml?><ownershipDocument>")
    assert not holds_ownership_document("ownershipDocument")


def test_tags_give_way_to_spaces() -> None:
    assert without_tags("<p>I <b>grant</b> it 1 < 2").split() == ["I", "grant", "it", "1", "<", "2"]


def test_lines_from_one_table_tag_to_the_other_are_in_the_table() -> None:
    found = lines_of("a\n<TABLE>\nb\n</table>\nc\n<table></table>\nd")
    assert [line for line, is_in_table in found if is_in_table] == ["<TABLE>", "b", "</table>", "<table></table>"]


def test_a_page_refers_to_a_file_by_its_name() -> None:
    pages = Pages(["<p>See the chart.</p>", '<img src="pictures/chart.gif"> and map.gif. Then "two words.gif"'])
    names = ("chart.gif", "map.gif", "other.gif", "art.gif", "two words.gif", "a b.gif")
    assert [name for name in names if pages.refer_to(name)] == ["chart.gif", "map.gif", "two words.gif"]


def test_of_many_odd_names_the_last_are_not_sought() -> None:
    pages = Pages(["<p></p>"])
    assert [pages.refer_to(f"a b {number}") for number in range(CLASSES + 2)] == [False] * CLASSES + [True] * 2

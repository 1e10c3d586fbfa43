"""What a firm's template drew: taken apart, and written anew from what a page may contain."""

from __future__ import annotations

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page_reader import Drawn

from form4gen.errors import UnusableInputError
from form4gen.render.fragment import fragment, left_out

PICTURE = "data:image/png;base64,AAAA"
HOSTILE = (
    "<", ">", "</", "<!--", "-->", "<![CDATA[", "]]>", "<?x", '"', "'", "=", " ", "\n", "\0", "<p>", "</p>", "<a ",
    "<script>", "</main>", "</style>", "onclick=", 'href="', "javascript:", "&lt;script&gt;", "<svg", "<img src=x>",
    "/>",
    "<b", "<table><tr><td>", "</td></tr></table>", "x", "&#0;", "&", "<plaintext>", "<title>",
)  # fmt: skip


@pytest.mark.parametrize(
    ("drawn", "written"),
    [
        ("plain", "plain"),
        ("a &amp; b &lt;c&gt;&nbsp;d", "a &amp; b &lt;c&gt;\u00a0d"),
        ('<P CLASS="x">a<BR>b<wbr/>c</P>', '<p class="x">a<br>b<wbr>c</p>'),
        ("<p title='\"a\" &amp; b'>x</p >", '<p title="&quot;a&quot; &amp; b">x</p>'),
        ('<p class="x" tabindex>x</p>', '<p class="x" tabindex="">x</p>'),
        ('<a href="#note-1">1</a>', '<a href="#note-1">1</a>'),
        ("a<!-- not <b> seen -->b", "ab"),
        (f'<img src="{PICTURE}" alt="">', f'<img src="{PICTURE}" alt="">'),
        ("", ""),
    ],
)
def test_what_a_page_may_contain_is_written_anew(drawn: str, written: str) -> None:
    assert fragment(drawn, frozenset([PICTURE])).html == written


@pytest.mark.parametrize(
    ("drawn", "fault"),
    [
        ("<script>alert(1)</script>", "draws <script>, which is not allowed in a page"),
        ("<SCRIPT>x</SCRIPT>", "draws <script>"), ("<style>p{}</style>", "draws <style>"),
        ("<iframe></iframe>", "draws <iframe>"), ('<link rel="attachment" href="file:///x">', "draws <link>"),
        ('<meta http-equiv="refresh" content="0">', "draws <meta>"), ("<base>", "draws <base>"),
        ("<form></form>", "draws <form>"), ("<object></object>", "draws <object>"), ("<svg></svg>", "draws <svg>"),
        ("<main></main>", "draws <main>"), ("<body>", "draws <body>"), ("<template></template>", "draws <template>"),
        ("<plaintext>", "draws <plaintext>"), ("<textarea></textarea>", "draws <textarea>"),
        ('<p onclick="x()">x</p>', "draws <p onclick>, which is not allowed in a page"),
        ('<p style="color: red">x</p>', "its style goes into firm.css"), ('<p hidden="">x</p>', "draws <p hidden>"),
        ('<a rel="attachment" href="#x">x</a>', "draws <a rel>"), ('<a ping="http://x">x</a>', "draws <a ping>"),
        ('<img srcset="x" src="x" alt="x">', "draws <img srcset>"),
        ('<a href="https://example.com/">x</a>', "links to 'https://example.com/'; a link may lead only to an anchor"),
        ('<a href="mailto:a@b.example">x</a>', "links to 'mailto:a@b.example'"),
        ('<a href="java&#115;cript:x">x</a>', "links to 'javascript:x'"), ('<a href="#">x</a>', "links to '#'"),
        ('<a href="#x\n">x</a>', "links to"), ('<p href="#x">x</p>', "links to '#x'"),
        ('<img src="http://127.0.0.1:9/x.png" alt="x">', "shows 'http://127.0.0.1:9/x.png'; a picture must be a PNG"),
        ('<img src="data:image/png;base64,BBBB" alt="x">', "shows 'data:image/png;base64,BBBB'"),
        (f'<p src="{PICTURE}">x</p>', "shows"), (f'<img src="{PICTURE}">', "draws <img> without src and alt"),
        ('<img alt="x">', "draws <img> without src and alt"),
        ("<p>x", "does not close <p>"), ("x</p>", "closes <p> where nothing is open"),
        ("<div><p>x</div></p>", "closes <div> where <p> is open"), ("</main>", "closes <main> where nothing is open"),
        ("<p class=x>x</p>", "which is not a tag; put attributes in quotation marks, and write < as &lt;"),
        ("a < b", "draws '< b', which is not a tag"),
        ("<!DOCTYPE html>", "draws '<!DOCTYPE html>', which is not a tag"),
        ("<?php ?>", "which is not a tag"), ("<![CDATA[x]]>", "which is not a tag"), ("<!-- x", "which is not a tag"),
        ("<!--><img src=x onerror=alert(1)>", "which is not a tag"), ('<p class="x', "which is not a tag"),
        ("one\ntwo\n<b>\n", r"does not close <b> (line 4 of its output)"),
    ],
)  # fmt: skip
def test_what_a_page_may_not_contain_is_refused_by_name(drawn: str, fault: str) -> None:
    with pytest.raises(UnusableInputError) as refusal:
        fragment(drawn, frozenset([PICTURE]))
    assert fault in str(refusal.value)


@pytest.mark.parametrize("length", [39, 40, 41, 5_000])
@pytest.mark.parametrize("drawn", ["<{}>", "<p {}='x'>", "<p></{}>"])
def test_a_long_name_is_cut_in_the_refusal(drawn: str, length: int) -> None:
    with pytest.raises(UnusableInputError) as refusal:
        fragment(drawn.format("l" * length), frozenset())
    assert str(refusal.value).count("l" * min(length, 40)) == 1
    assert "l" * 41 not in str(refusal.value)


@settings(max_examples=400)
@given(st.lists(st.sampled_from(HOSTILE), max_size=12).map("".join))
def test_whatever_is_let_through_reads_as_harmless_in_a_browser_and_ends_nothing_around_it(drawn: str) -> None:
    try:
        piece = fragment(drawn, frozenset())
    except UnusableInputError:
        return
    page = f"<!DOCTYPE html><title>x</title><body><main>{piece.html}</main><i>after</i>"
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    body = tree.find("body")
    assert [child.tag for child in body] == ["main", "i"]
    for element in body.iter():
        assert element.tag in ("body", "main", "i", "p", "b", "a", "table", "tbody", "tr", "td")
        assert not any(name.startswith("on") or name in ("src", "style") for name in element.attrib)
    assert not {"script", "img", "svg", "style", "iframe"} & set(Drawn(page).tags)


def test_a_text_that_fits_nothing_is_given_up_at_once() -> None:
    for piece in ("<a ", "<a b='", '<a b="', "<!--", "</", "<", "<a b", "&lt;<"):
        with pytest.raises(UnusableInputError):
            fragment(piece * 500_000)


@pytest.mark.parametrize(
    ("official", "drawn", "lost"),
    [
        ("FORM 4 Price", "FORM 4 Price", ""), ("FORM 4 Price", "Firm FORM Own 4 more Price end", ""),
        ("FORM 4 Price", "F ORM4Pri ce", ""), ("FORM 4 Price", "FORM Price", "FORM 4"),
        ("FORM 4 Price", "FORM Price 4", "FORM 4 Price"), ("a b c d e f", "a b c d e", "b c d e f"),
        ("A A", "A", "A A"), ("", "anything", ""), ("x", "", "x"),
    ],
)  # fmt: skip
def test_a_missing_or_misplaced_word_is_reported_with_those_before_it(official: str, drawn: str, lost: str) -> None:
    assert left_out(tuple(official.split()), tuple(drawn.split())) == lost

"""The tree of a page that the parser of XML makes is that of WeasyPrint's parser, or none."""

from __future__ import annotations

import re
from typing import Any

import pytest
import tinyhtml5
from hypothesis import given
from hypothesis import strategies as st
from page_reader import filing
from printed import EXAMPLES, many_notes

from form4gen.render.html import html
from form4gen.render.markup import tree
from form4gen.render.pango import weasyprint
from form4gen.render.pdf import _apart, _divided, _read

HEAD = '<!DOCTYPE html>\n<html lang="en-US">\n<head>\n<title>x</title>\n</head>\n<body>\n'
END = "\n</body>\n</html>\n"


def _flat(root: Any) -> list[tuple[str, tuple[tuple[str, str], ...], str | None, str | None]]:
    return [(str(each.tag), tuple(each.attrib.items()), each.text, each.tail) for each in root.iter()]


def _by_weasyprint(page: str) -> Any:
    return tinyhtml5.parse(page, namespace_html_elements=False)


def _pages() -> dict[str, str]:
    pages = {name: html(filing(base=name), draft=name == "rsu-grant") for name in EXAMPLES}
    return pages | {"many notes": many_notes()}


@pytest.mark.parametrize("name", _pages())
def test_a_form_is_read_as_weasyprint_reads_it(name: str) -> None:
    page, style = _apart(_pages()[name])
    root = tree(page)
    assert root is not None
    assert _flat(root) == _flat(_by_weasyprint(page))
    assert "<style" not in page
    assert "nth-child" in style


@pytest.mark.parametrize(
    "typed",
    ['"', "'", "&amp;", "&#128;", "&eacute;", "<b>", "a\nb", "a\tb", "/>", "<!--", "xml:lang", '="x\ny"', "]]>"],
)
def test_what_a_filer_types_is_read_as_weasyprint_reads_it(typed: str) -> None:
    page, _ = _apart(html(filing(**{"/issuer/issuerName": f"Example {typed} Corp", "/remarks": typed})))
    root = tree(page)
    if root is not None:
        assert _flat(root) == _flat(_by_weasyprint(page))


@pytest.mark.parametrize(
    "body",
    [
        "<p>a<br>b</p>", "<table><thead>\n<tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>",
        "", "<ul>\n<li>a<p>b</p></li></ul>", '<p title="a > b">&#34;&#39;&lt;</p>', "<dl><dt>a</dt><dd>b</dd></dl>",
        '<p><a href="#x">a</a> <a href="#y">b</a></p>', "text", "<p>a</p>text",
    ],
)  # fmt: skip
def test_sound_markup_has_a_tree_and_the_same(body: str) -> None:
    root = tree(HEAD + body + END)
    assert root is not None
    assert _flat(root) == _flat(_by_weasyprint(HEAD + body + END))


@pytest.mark.parametrize(
    "body",
    [
        "<p>a<div>b</div></p>", "<table><tr><td>a</td></tr></table>", "<table><tbody>a</tbody></table>",
        "<table><tbody><tr>a<td>b</td></tr></tbody></table>", "<table><tbody><tr><td>b</td></tr>a</tbody></table>",
        '<a href="#x">a<b><a href="#y">b</a></b></a>', "<p>a", "<b><p>a</p></b>", "<p hidden>a</p>", "<p/>", "<br/>",
        "<!-- a -->", "<![CDATA[a]]>", "<?a?>", "<P>a</P>", '<p TITLE="a">b</p>', "<p>&eacute;</p>", "<p>&#128;</p>",
        '<p title="a\nb">c</p>', "<script>a</script>", "<pre>\na</pre>", '<svg xmlns="x"></svg>', "<h1><h2>a</h2></h1>",
        "<select><p>a</p></select>", '<base href="file:///">', '<p xml:lang="en">a</p>', "<p>\ud800</p>", "<p>\x0c</p>",
        "<li>a<li>b</li></li>", "<template>a</template>", '<meta name="a">', "<ul>\n<li>a</li><p>b</p></ul>",
    ],
)  # fmt: skip
def test_markup_that_a_browser_may_read_otherwise_is_left_to_weasyprint(body: str) -> None:
    assert tree(HEAD + body + END) is None


@pytest.mark.parametrize(
    "page",
    ["", "<p>a</p>", "<!DOCTYPE html>\n<p>a</p>", "<!DOCTYPE html>\n<html><body></body></html>",
     "<html><head></head><body></body></html>", "<!DOCTYPE html>\n<html><head>a</head><body></body></html>"],
)  # fmt: skip
def test_a_page_without_head_and_body_is_left_to_weasyprint(page: str) -> None:
    assert tree(page) is None


PIECES = (
    "a", " ", "\n", "&amp;", "&lt;", "<br>", "<wbr>", "<p>", "</p>", "<b>", "</b>", '<a href="#x">', "</a>", "<table>",
    "</table>", "<tbody>", "</tbody>", "<tr>", "</tr>", '<td colspan="2">', "</td>", "<div>", "</div>", "<ul>", "</ul>",
    "<li>", "</li>", "<h1>", "</h1>", "<span>", "</span>", "<!", "/>", '="', "<dl>", "</dl>", "<dt>", "</dt>",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_whatever_the_body_is_the_tree_is_that_of_weasyprint_or_none(body: str) -> None:
    root = tree(HEAD + body + END)
    if root is not None:
        assert _flat(root) == _flat(_by_weasyprint(HEAD + body + END))


def test_weasyprint_still_keeps_a_page_in_these_two_attributes() -> None:
    """They are set by ``_read``; if their names or values change, so must that."""
    page = HEAD + "<p>a</p>" + END
    plain, ours = weasyprint().HTML(string=page), _read(weasyprint(), page, None)
    assert vars(plain).keys() == vars(ours).keys() >= {"wrapper_element", "etree_element"}
    assert plain.etree_element is plain.wrapper_element.etree_element
    assert ours.etree_element is ours.wrapper_element.etree_element
    assert _flat(ours.etree_element) == _flat(plain.etree_element)
    assert vars(ours.wrapper_element).keys() == vars(plain.wrapper_element).keys()
    assert ours.wrapper_element.in_html_document == plain.wrapper_element.in_html_document


def test_the_widths_of_columns_are_apart_from_the_style_that_all_forms_have() -> None:
    (common, widths, *_), (other, other_widths, *_) = (
        _divided(_apart(html(filing(base=name)))[1]) for name in ("joint-funds", "rsu-grant")
    )
    assert common == other
    assert widths != other_widths
    assert set(re.sub(r"\d[\d.]*", "0", widths).splitlines()) >= {".one col:nth-child(0) { width: 0%; }"}
    assert "".join(_divided("a { b: c }\n" + widths + "d { e: f }\n")) == "a { b: c }\n" + widths + "d { e: f }\n"

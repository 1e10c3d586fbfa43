"""The page with a firm's own templates: what they may do, what they cannot leave out, and what they cannot undo."""

from __future__ import annotations

import io
import re
from pathlib import Path

import html5lib
import pypdf
import pytest
from firm_folder import COVER, PNG, folder
from page_reader import Drawn, filing

from form4gen.errors import UnusableInputError
from form4gen.render import firm_page
from form4gen.render.firm_page import firm_html
from form4gen.render.firm_pdf import LIMITS, pdf_apart
from form4gen.render.firm_templates import PARTS
from form4gen.render.html import html
from form4gen.render.pdf import FIRM
from form4gen.resources import text_of

EXAMPLES = ("tecogen-2017", "exercise-and-sale", "rsu-grant", "joint-funds", "amendment")
HEAD = '<p class="letterhead">Example & Partners</p>{% include "shipped/form4.head.html.jinja" %}'.replace("&", "&amp;")


def _page(place: Path, files: dict[str, str], *, draft: bool = False, base: str = "tecogen-2017") -> str:
    folder(place, files)
    (place / "logo.png").write_bytes(PNG)
    return firm_html(filing(base=base), str(place), draft=draft)


def _texts(content: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def test_a_folder_with_a_style_alone_changes_the_style_alone(tmp_path: Path) -> None:
    page = _page(tmp_path, {"firm.css": ".title th { background: #1a3a5c; }"})
    assert Drawn(page).text == Drawn(html(filing())).text
    assert ".title th { background: #1a3a5c; }\n</style>" in page
    assert Drawn(page).tables == Drawn(html(filing())).tables


def test_a_style_that_ships_is_replaced_whole_even_by_an_empty_one(tmp_path: Path) -> None:
    assert "border-collapse: collapse" in html(filing())
    assert "border-collapse: collapse" not in _page(tmp_path, {"form4.css": ""})


def test_the_widths_of_the_columns_come_first_so_that_a_firm_may_set_others(tmp_path: Path) -> None:
    page = _page(tmp_path, {"firm.css": ".one col:nth-child(1) { width: 1in }"})
    assert page.count(".one col:nth-child(1) {") == 2
    assert page.index(".one col:nth-child(1) { width: 18.00%; }") < page.index("@page") < page.index("width: 1in")


def test_the_cover_is_the_first_page_and_the_form_begins_anew_after_it(tmp_path: Path) -> None:
    page = _page(tmp_path, {"cover.html.jinja": COVER})
    cover, form, exhibit = _texts(pdf_apart(page).content)
    assert cover == "Form 4 of Benjamin Locke M. Issuer: TECOGEN INC."
    assert form.startswith("FORM 4[ ] Check this box")
    assert "FORM 4 (continued)" not in form + exhibit
    assert "SEC 1474 (03-26)" in form
    assert "Page 2 of 3" in form
    assert "Power of Attorney" in exhibit


def test_a_long_cover_takes_its_pages_and_the_form_still_begins_anew(tmp_path: Path) -> None:
    page = _page(tmp_path, {"cover.html.jinja": "{% for n in range(99) %}<p>Line {{ n }}</p>{% endfor %}"})
    texts = _texts(pdf_apart(page).content)
    assert len(texts) > 4
    assert not any("FORM 4 (continued)" in text for text in texts)


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize("draft", [False, True])
def test_the_page_is_valid_html_that_asks_for_nothing_and_forbids_it_too(
    tmp_path: Path,
    example: str,
    draft: bool,  # noqa: FBT001
) -> None:
    page = _page(tmp_path, {"cover.html.jinja": COVER, "form4.head.html.jinja": HEAD}, draft=draft, base=example)
    html5lib.HTMLParser(strict=True).parse(page)
    policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
    assert ("meta", {"http-equiv": "Content-Security-Policy", "content": policy}) in Drawn(page).attributes
    assert page.index("Content-Security-Policy") < page.index("<title>")
    assert not re.search(r"url\(|@import|https?:", page)
    assert FIRM in page
    assert FIRM not in html(filing(base=example), draft=draft)


@pytest.mark.parametrize("draft", [False, True])
def test_title_and_metadata_are_those_of_the_form_but_for_policy_and_maker(tmp_path: Path, draft: bool) -> None:  # noqa: FBT001
    theirs = _page(tmp_path, {"firm.css": ""}, draft=draft)
    ours = html(filing(), draft=draft)
    policy = re.search(r"<meta http-equiv=.*>\n", theirs)
    assert policy is not None
    expected = theirs.replace(policy[0], "").replace(", with templates of a firm", "")
    for part in (r"<meta charset.*(?=<style>)", "<title>.*</title>"):
        (found,) = re.findall(part, expected, re.DOTALL)
        assert found in ours


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_part_drawn_by_its_own_template_gives_the_same_form(tmp_path: Path, example: str) -> None:
    same = {name: text_of("templates", name) for name in (*PARTS, "form4.parts.html.jinja")}
    drawn, ours = Drawn(_page(tmp_path, same, base=example)), Drawn(html(filing(base=example)))
    assert drawn.text == ours.text
    assert drawn.tables == ours.tables
    assert [tag for tag in drawn.tags if tag not in ("div", "meta")] == [
        tag for tag in ours.tags if tag not in ("div", "meta")
    ]


@pytest.mark.parametrize(
    ("part", "old", "new", "lost"),
    [
        ("form4.items.html.jinja", "{{ page.foreign_symbol }}", "", "SAMPLE"),
        ("form4.items.html.jinja", "2a. Foreign Trading Symbol", "", "2a."),
        ("form4.head.html.jinja", "3235-0287", "", "3235-0287"),
        ("form4.foot.html.jinja", "SEC 1474 (03-26)", "SEC 1474 (03-25)", "SEC 1474 (03-26)"),
        ("form4.tables.html.jinja", "page.table_i,", "page.table_i[1:],", "Common"),
        ("form4.parts.html.jinja", '"X" if checked', '"" if checked', "X"),
        ("power_of_attorney.html.jinja", "{{ line }}", "", "Exhibit"),
    ],
)  # fmt: skip
def test_a_template_that_leaves_out_a_word_of_the_form_is_refused_with_the_word(
    tmp_path: Path, part: str, old: str, new: str, lost: str
) -> None:
    text = text_of("templates", part)
    assert old in text
    folder(tmp_path, {part: text.replace(old, new)})
    with pytest.raises(UnusableInputError, match=r"\.jinja omits words of the official form: '.*") as refusal:
        firm_html(filing(**{"/issuer/issuerForeignTradingSymbol": "SAMPLE"}), str(tmp_path))
    assert lost in str(refusal.value)


def test_output_that_a_template_may_not_make_is_reported_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(
        UnusableInputError, match=r"^cover\.html\.jinja draws <script>, which is not allowed in a page \(line 2"
    ):
        _page(tmp_path, {"cover.html.jinja": "<p>x</p>\n<script>x</script>"})


def test_a_template_knows_page_draft_version_and_pictures_and_the_templates_that_ship(tmp_path: Path) -> None:
    names = "{{ page.title }} {{ draft }} {{ version }} {{ pictures|list|join }} {% include 'form4.head.html.jinja' %}"
    assert (
        "Form 4: TECOGEN INC. [ TGEN ], Benjamin Locke M. False 0.1.0 logo.png"
        in Drawn(_page(tmp_path, {"cover.html.jinja": names})).text
    )
    with pytest.raises(UnusableInputError, match="Page has no 'isuer'; it has title, author, signed"):
        _page(tmp_path, {"cover.html.jinja": "{{ page.isuer }}"})
    with pytest.raises(UnusableInputError, match=r"there is no template 'memo\.html\.jinja'"):
        _page(tmp_path, {"cover.html.jinja": "{% include 'memo.html.jinja' %}"})


def test_what_a_filer_typed_stays_text_in_a_template_of_a_firm(tmp_path: Path) -> None:
    evil = "<script>alert(1)</script>{{7*7}}\u202e\x07"
    folder(tmp_path, {"cover.html.jinja": '<p title="{{ page.issuer }}">{{ page.issuer }}</p>'})
    page = firm_html(filing(**{"/issuer/issuerName": evil}), str(tmp_path))
    assert "script" not in Drawn(page).tags
    assert "{{7*7}}" in Drawn(page).text
    assert "\x07" not in page


def test_a_hidden_address_is_hidden_from_the_templates_too(tmp_path: Path) -> None:
    folder(tmp_path, {"cover.html.jinja": "<p>{{ page.owner.address }}</p>"})
    page = firm_html(filing(), str(tmp_path), hide_address=True)
    assert "45 FIRST AVE" not in page
    assert page.count("(address withheld)") == 2


def test_the_same_filing_and_folder_give_the_same_bytes(tmp_path: Path) -> None:
    files = {"cover.html.jinja": COVER, "form4.head.html.jinja": HEAD}
    first, second = _page(tmp_path, files), _page(tmp_path, files)
    assert first == second
    assert pdf_apart(first).content == pdf_apart(second).content


def test_styles_alone_need_no_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(firm_page, "drawn_apart", None)
    assert _page(tmp_path, {"firm.css": "p {}"})


def test_a_picture_is_in_the_pdf_and_nothing_else_is_fetched(tmp_path: Path) -> None:
    content = pdf_apart(_page(tmp_path, {"cover.html.jinja": COVER})).content
    assert content.count(b"/Subtype /Image") == 1
    assert pypdf.PdfReader(io.BytesIO(content)).attachments == {}


def test_a_style_that_breaks_the_drawing_or_never_ends_is_reported(tmp_path: Path) -> None:
    page = _page(tmp_path, {"firm.css": "p { letter-spacing: 1000000000px }"})
    with pytest.raises(UnusableInputError, match=r"cannot be printed with the firm's styles \(OverflowError: .*\)\.$"):
        pdf_apart(page)
    endless = _page(tmp_path, {"firm.css": "main { display: grid; grid-template-columns: repeat(99999999, 1fr) }"})
    with pytest.raises(UnusableInputError, match=r"the firm's styles.*(MemoryError|seconds of processor time)"):
        pdf_apart(endless, limits=LIMITS._replace(computing=2, memory=2 * 1024**3))


def test_an_address_that_got_into_a_page_is_refused_in_the_child_too() -> None:
    with pytest.raises(
        UnusableInputError, match=r"The page loads 'file:///etc/passwd'; a page may not load anything\.$"
    ):
        pdf_apart('<link rel=attachment href="file:///etc/passwd">')


def test_the_child_reports_characters_without_a_glyph(tmp_path: Path) -> None:
    assert pdf_apart(_page(tmp_path, {"cover.html.jinja": "<p>\u6f22</p>"})).missing == ("\u6f22",)


def test_plutoprint_draws_it_too(tmp_path: Path) -> None:
    pytest.importorskip("plutoprint")
    page = _page(tmp_path, {"cover.html.jinja": COVER}, draft=True)
    cover, form, exhibit = _texts(pdf_apart(page, tagged=False).content)
    assert "Form 4 of Benjamin Locke M." in cover
    assert "FORM 4 (continued)" not in form
    for text in (cover, form, exhibit):
        assert "DRAFT" in text.replace(" ", "")

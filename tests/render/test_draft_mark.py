"""The mark of a draft on a page with a firm's styles: on every page, above everything, whatever the styles say."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from pathlib import Path

import pypdf
import pytest
from draft_attacks import HIDING, SHRINKING
from firm_folder import folder
from page_reader import filing
from PIL import Image, ImageChops

from form4gen.errors import UnusableInputError
from form4gen.render.draft_mark import FIRST_RULES, MARK, ROOT_STYLE, places, stamp_pages, without_mark
from form4gen.render.firm_page import firm_html
from form4gen.render.firm_pdf import pdf_apart
from form4gen.render.pdf import pdf

COVER = {"cover.html.jinja": "<h1>{{ page.title }}</h1>"}


def _page(place: Path, style: str, *, draft: bool = True) -> str:
    return firm_html(filing(base="rsu-grant"), str(folder(place / "firm", COVER | {"firm.css": style})), draft=draft)


def _printed(page: str) -> bytes:
    """The PDF as the child makes it, in this process."""
    bare, is_draft = without_mark(page)
    return pdf(bare, lambda *laid_out: stamp_pages(*laid_out, is_draft=is_draft)).content


def _texts(content: bytes) -> list[str]:
    return [page.extract_text().strip() for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def _differing(one: Path, other: Path) -> float:
    """The share of pixels that differ visibly, in percent."""
    with Image.open(one) as first, Image.open(other) as second:
        counts = ImageChops.difference(first.convert("L"), second.convert("L")).histogram()
    return 100 * sum(counts[12:]) / sum(counts)


@pytest.mark.parametrize("name", HIDING)
def test_each_page_of_the_pdf_ends_with_the_mark_whatever_the_style(tmp_path: Path, name: str) -> None:
    texts = _texts(_printed(_page(tmp_path, HIDING[name])))
    assert texts
    for text in texts:
        assert re.search(r"DRAFT\s*DRAFT\s*DRAFT, not for filing\Z", text)


@pytest.mark.parametrize(
    "name", ["nothing", "black pages", "gray pages", "its own lid", "margins", "bleached by the root"]
)
def test_the_mark_is_seen_on_paper_of_any_color_and_above_every_lid(tmp_path: Path, name: str) -> None:
    program = shutil.which("pdftoppm")
    if program is None:
        pytest.skip("pdftoppm is not installed")
    for kind, is_draft in (("draft", True), ("plain", False)):
        (tmp_path / f"{kind}.pdf").write_bytes(_printed(_page(tmp_path, HIDING[name], draft=is_draft)))
        line = (program, "-r", "30", "-gray", f"{kind}.pdf", kind)
        subprocess.run(line, cwd=tmp_path, check=True, capture_output=True)  # noqa: S603  the program that was found
    for number in (1, 2):
        assert _differing(tmp_path / f"draft-{number}.pgm", tmp_path / f"plain-{number}.pgm") > 2


@pytest.mark.parametrize("name", SHRINKING)
@pytest.mark.parametrize("draft", [True, False])
def test_a_page_on_which_a_mark_could_not_be_read_is_refused(tmp_path: Path, name: str, draft: bool) -> None:  # noqa: FBT001
    message = (
        r"^Page [12] is .* inches with the firm's styles. In @page, set a size between 4 and 40 inches, and no bleed"
    )
    with pytest.raises(UnusableInputError, match=message):
        _printed(_page(tmp_path, SHRINKING[name], draft=draft))


@pytest.mark.parametrize(("size", "is_printed"), [("3.99in", False), ("4in", True), ("40in", True), ("40.01in", False)])
def test_a_page_measures_4_to_40_inches(tmp_path: Path, size: str, is_printed: bool) -> None:  # noqa: FBT001
    page = _page(tmp_path, f"@page {{ size: {size} 11in }} main {{ display: none }}")
    if is_printed:
        assert _texts(_printed(page))[0].endswith("DRAFT, not for filing")
    else:
        with pytest.raises(UnusableInputError, match="Page 1 is"):
            _printed(page)


@pytest.mark.parametrize(
    ("width", "height", "count"), [(1056, 816, 1), (816, 1056, 1), (384, 384, 1), (1632, 1056, 2), (3840, 3840, 20)]
)
def test_a_large_page_has_a_mark_for_each_letter_page_of_it_and_no_mark_leaves_the_page(
    width: int, height: int, count: int
) -> None:
    found = list(places(width, height))
    assert len(found) == count
    for left, top, scale in found:
        assert -0.01 <= left <= width - scale * 1056 + 0.01
        assert -0.01 <= top <= height - scale * 816 + 0.01
        assert scale <= 1.5


def test_the_mark_in_the_html_is_last_with_settings_that_no_style_can_change(tmp_path: Path) -> None:
    page = _page(tmp_path, "p {}")
    assert page.endswith(f"</main>\n{MARK}</body>\n</html>\n")
    assert f"<style>\n{FIRST_RULES}" in page
    assert page.count(f'style="{ROOT_STYLE}"') == 2
    for style in (ROOT_STYLE, MARK[MARK.rindex('style="') + 7 : MARK.rindex('"')]):
        assert all(each.endswith("!important") for each in style.split("; "))
    assert 'style="all: initial !important; ' in MARK
    plain = _page(tmp_path, "p {}", draft=False)
    assert not {MARK, FIRST_RULES, ROOT_STYLE} & {part for part in (MARK, FIRST_RULES, ROOT_STYLE) if part in plain}
    assert without_mark(plain) == (plain, False)


def test_without_its_mark_a_page_is_otherwise_the_same(tmp_path: Path) -> None:
    page = _page(tmp_path, "p {}")
    assert without_mark(page) == (page.replace(MARK, ""), True)


def test_the_mark_is_no_part_of_the_text_that_is_read_aloud(tmp_path: Path) -> None:
    draft, plain = (
        pypdf.PdfReader(io.BytesIO(_printed(_page(tmp_path, "p {}", draft=draft)))) for draft in (True, False)
    )
    for one, other in zip(draft.pages, plain.pages, strict=True):
        marked, unmarked = (page.get_contents().get_data() for page in (one, other))  # type: ignore[union-attr]
        assert marked.count(b"BDC") == unmarked.count(b"BDC")  # what has a tag
        assert marked.count(b"BMC") == unmarked.count(b"BMC") + 1
        assert marked.endswith(b"EMC")


def test_a_style_may_not_draw_the_buttons_that_a_browser_puts_above_everything(tmp_path: Path) -> None:
    with pytest.raises(UnusableInputError, match=r"line 1 has '::scroll-'; a style may not .*draw scroll buttons"):
        _page(tmp_path, "html::scroll-button(down) { content: '' }")


@pytest.mark.parametrize(
    "name", ["nothing", "black pages", "bleached by the root", "moved roots", "turned", "animated"]
)
def test_a_browser_shows_the_mark(tmp_path: Path, name: str) -> None:
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("Chromium is not installed")
    page = _page(tmp_path, HIDING[name])
    for kind, text in (("draft", page), ("bare", page.replace(MARK, ""))):
        (tmp_path / f"{kind}.html").write_text(text, "utf-8")
        line = (
            program, "--headless", "--no-sandbox", "--disable-gpu", "--window-size=600,500",
            f"--screenshot={tmp_path}/{kind}.png", f"file://{tmp_path}/{kind}.html",
        )  # fmt: skip
        subprocess.run(line, check=True, capture_output=True)  # noqa: S603  the program that was found
    assert _differing(tmp_path / "draft.png", tmp_path / "bare.png") > 2


@pytest.mark.parametrize("name", ["nothing", "pushed down", "its own lid", "no text"])
def test_plutoprint_draws_the_mark_last_too(tmp_path: Path, name: str) -> None:
    pytest.importorskip("plutoprint")
    content = pdf_apart(_page(tmp_path, HIDING[name]), tagged=False).content
    for text in _texts(content):
        assert re.search(r"DRAFT, not for filing\Z", text)
    metadata = pypdf.PdfReader(io.BytesIO(content)).metadata
    assert metadata is not None
    assert (metadata.title or "").startswith("DRAFT Form 4: ")


def test_plutoprint_refuses_such_pages_too(tmp_path: Path) -> None:
    pytest.importorskip("plutoprint")
    with pytest.raises(UnusableInputError, match=r"^Page 1 is 3\.00 by 3\.00 inches with the firm's styles"):
        pdf_apart(_page(tmp_path, "@page { size: 3in; margin: 0 }"), tagged=False)
    with pytest.raises(UnusableInputError, match=r"^With the firm's styles there is no page\. Look at @page"):
        pdf_apart(_page(tmp_path, SHRINKING["pages of a millimeter"]), tagged=False)

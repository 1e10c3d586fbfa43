"""``form4gen render --templates``: a page with templates of a firm, and an answer to whatever is in its folder."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from command_line import IN_TIME, ROOT, TECOGEN, changed, run, start
from firm_folder import COVER, PNG, folder
from pypdf import PdfReader

from form4gen import __version__

RENDER = ("render", TECOGEN, *IN_TIME, "--templates")


def _firm(place: Path, **files: str) -> str:
    folder(place, {"cover.html.jinja": COVER, "firm.css": ".cover { color: #123 }"} | files)
    (place / "logo.png").write_bytes(PNG)
    return str(place)


def test_page_pdf_and_exhibits_are_written_with_the_cover_first(tmp_path: Path) -> None:
    result = run(*RENDER, _firm(tmp_path / "firm"), "-o", str(tmp_path / "out"))
    assert result.exit_code == 0, result.stderr
    assert result.stderr == f"form4gen {__version__}; no settings\n"
    assert sorted(os.listdir(tmp_path / "out")) == ["ex24.txt", "tecogen-2017.html", "tecogen-2017.pdf"]
    assert '<section class="cover"' in (tmp_path / "out" / "tecogen-2017.html").read_text("utf-8")
    read = PdfReader(BytesIO((tmp_path / "out" / "tecogen-2017.pdf").read_bytes()))
    assert "Issuer: TECOGEN INC." in read.pages[0].extract_text()
    assert "/StructTreeRoot" in read.root_object


def test_plutoprint_draws_it_too_and_a_missing_pango_is_told_from_the_child(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("plutoprint")
    firm = _firm(tmp_path / "firm")
    result = run(*RENDER, firm, "--pdf", "--engine", "plutoprint", "-o", str(tmp_path / "out"))
    assert result.exit_code == 0, result.stderr
    assert "PlutoPrint makes the PDF" in result.stderr
    blocked = folder(tmp_path / "blocked", {"weasyprint.py": "raise OSError('no Pango')"})
    monkeypatch.setattr(sys, "path", [str(blocked), *sys.path])
    result = run(*RENDER, firm, "--pdf", "--engine", "weasyprint", "-o", str(tmp_path / "other"))
    assert result.exit_code == 2
    assert "The PDF needs Pango, which is not installed." in result.stderr
    assert not (tmp_path / "other").exists()


@pytest.mark.parametrize(
    ("template", "fault"),
    [
        ("{{ ''.__class__.__mro__ }}", "line 1: access to attribute '__class__' of 'str' object is unsafe."),
        ("{{ page.isuer }}", "line 1: Page has no 'isuer'; it has title, author, "),
        ("<script>x</script>", "draws <script>, which is not allowed in a page (line 1 of its output)."),
        ("{% include '../x' %}", "there is no template '../x' to include"), ("{% if", "line 1: "),
    ],
)  # fmt: skip
def test_a_template_at_fault_is_told_and_nothing_is_written(tmp_path: Path, template: str, fault: str) -> None:
    firm = _firm(tmp_path / "firm", **{"cover.html.jinja": template})
    result = run(*RENDER, firm, "-o", str(tmp_path / "out"))
    assert result.exit_code == 2
    assert result.stderr.startswith("form4gen: cover.html.jinja")
    assert fault in result.stderr
    assert "Traceback" not in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_not_there_or_holds_a_strange_file_is_told(tmp_path: Path) -> None:
    result = run(*RENDER, str(tmp_path / "nix"), "-o", str(tmp_path / "out"))
    assert result.exit_code == 2
    assert "Cannot read the templates in" in result.stderr
    result = run(*RENDER, _firm(tmp_path / "firm", **{"firm.scss": ""}), "-o", str(tmp_path / "out"))
    assert result.exit_code == 2
    assert "firm.scss: there is no template of that name. Did you mean firm.css?" in result.stderr


def test_the_closing_set_is_never_drawn_with_them_and_the_memorandum_never_by_them(tmp_path: Path) -> None:
    firm = _firm(tmp_path / "firm")
    for others in (("--closing",), ("--closing", "--pdf")):
        result = run(*RENDER, firm, *others, "-o", str(tmp_path / "out"))
        assert result.exit_code == 2
        assert "--templates cannot be used with --closing, which keeps form4gen's own layout." in result.stderr
    for others in (("--memo",), ("--exhibits",), ("--memo", "--exhibits")):
        result = run(*RENDER, firm, *others, "-o", str(tmp_path / "out"))
        assert result.exit_code == 2
        assert "--templates applies to the form: add --html or --pdf." in result.stderr
    result = run(*RENDER, firm, "--memo", "--html", "-o", str(tmp_path / "out"))
    assert result.exit_code == 0, result.stderr
    assert run("render", TECOGEN, *IN_TIME, "--memo", "-o", str(tmp_path / "plain")).exit_code == 0
    memo = "tecogen-2017-memo.html"
    assert (tmp_path / "out" / memo).read_bytes() == (tmp_path / "plain" / memo).read_bytes()


def test_a_draft_is_marked_whatever_the_folder_says_and_an_address_hidden(tmp_path: Path) -> None:
    firm = _firm(tmp_path / "firm", **{"firm.css": "div { display: none !important }"})
    path = changed(tmp_path, {"owner.officerTitle": ""})
    result = run(
        "render", path, *IN_TIME, "--draft", "--pdf", "--hide-address", "--templates", firm, "-o", str(tmp_path)
    )
    assert result.exit_code == 0, result.stderr
    texts = [page.extract_text() for page in PdfReader(BytesIO((tmp_path / "form4.pdf").read_bytes())).pages]
    assert all("DRAFT" in text for text in texts)
    assert "45 FIRST AVE" not in "".join(texts)


def test_what_the_templates_need_is_not_imported_without_them(tmp_path: Path) -> None:
    code = (
        "import sys; from form4gen.cli.group import form4gen; form4gen(sys.argv[1:], standalone_mode=False);"
        "print(*sorted(sys.modules.keys() & {'form4gen.render.' + name for name in "
        "('firm_page', 'firm_pdf', 'firm_templates', 'fragment', 'limited', 'pictures', 'sandbox')}))"
    )
    command = (sys.executable, "-c", code, "render", TECOGEN, *IN_TIME, "-o", str(tmp_path))
    done = subprocess.run(  # noqa: S603  this interpreter
        command, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, check=True, timeout=120
    )
    assert done.stdout.decode().splitlines()[-1] == ""


def test_it_works_from_another_folder_with_the_folder_named_from_there(tmp_path: Path) -> None:
    _firm(tmp_path / "firm")
    done = start(*RENDER, "firm", "-o", "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "tecogen-2017.pdf").read_bytes().startswith(b"%PDF-")

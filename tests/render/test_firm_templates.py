"""The folder of a firm: what it may contain, and how everything else is refused."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

import pytest
from firm_folder import PNG, folder

from form4gen.errors import UnusableInputError
from form4gen.render import firm_templates as own
from form4gen.render.firm_templates import NAMES, firm_templates
from form4gen.render.pictures import MOST_BYTES, MOST_PIXELS, address_of, fault_of, png_at
from form4gen.resources import path_of


def _refusal(place: Path) -> str:
    with pytest.raises(UnusableInputError) as refusal:
        firm_templates(str(place))
    return str(refusal.value)


def test_templates_styles_and_pictures_are_read_and_hidden_files_are_ignored(tmp_path: Path) -> None:
    place = folder(
        tmp_path, {"firm.css": "\ufeffp { color: red }", "cover.html.jinja": "é", ".DS_Store": "\0", ".git": ""}
    )
    (place / "logo.png").write_bytes(PNG)
    read = firm_templates(str(place))
    assert read.texts == {"firm.css": "p { color: red }", "cover.html.jinja": "é"}
    assert read.pictures == {"logo.png": address_of(PNG)}
    assert png_at(read.pictures["logo.png"]) == PNG


def test_every_name_is_one_that_ships_but_those_of_the_cover_and_the_style_of_the_firm() -> None:
    shipped = set(os.listdir(path_of("templates")))
    assert set(NAMES) - shipped == {"cover.html.jinja", "firm.css"}
    assert {name for name in shipped if own.kept_because(name)} == shipped - set(NAMES)


@pytest.mark.parametrize("name", sorted(set(os.listdir(path_of("templates"))) - set(NAMES)))
def test_what_may_not_be_replaced_is_refused_with_the_reason(tmp_path: Path, name: str) -> None:
    assert re.search(
        f"{re.escape(name)}: {re.escape(name)} cannot be replaced: it ", _refusal(folder(tmp_path, {name: ""}))
    )


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("form4.header.html.jinja", "Did you mean form4.head.html.jinja?"), ("Cover.html.jinja", "cover.html.jinja?"),
        ("form.css", "Did you mean form4.css?"), ("README", "The names are cover.html.jinja, firm.css, form4.head"),
        ("Logo.png", "a picture is called by small letters, digits, - and _, then .png"),
        ("logo.jpg", "there is no template of that name"),
    ],
)  # fmt: skip
def test_another_name_is_refused_with_the_nearest_one(tmp_path: Path, name: str, hint: str) -> None:
    assert hint in _refusal(folder(tmp_path, {name: "x"}))


def test_a_folder_in_the_folder_a_pipe_and_a_folder_of_a_template_name_are_refused(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    assert "there is no template of that name" in _refusal(tmp_path)
    (tmp_path / "parts").rename(tmp_path / "firm.css")
    assert "firm.css: it is not a file." in _refusal(tmp_path)
    (tmp_path / "firm.css").rmdir()
    os.mkfifo(tmp_path / "firm.css")
    assert "firm.css: it is not a file." in _refusal(tmp_path)


def test_a_link_may_lead_about_in_the_folder_but_not_out_of_it(tmp_path: Path) -> None:
    place = folder(tmp_path / "firm", {"firm.css": "p { color: red }"})
    (place / "form4.screen.css").symlink_to("firm.css")
    (tmp_path / "linked").symlink_to(place)
    assert firm_templates(str(tmp_path / "linked")).texts["form4.screen.css"] == "p { color: red }"
    (tmp_path / "firm-2").mkdir()
    (tmp_path / "firm-2" / "x").write_text("the secret")
    for target in ("../firm-2/x", "/etc/passwd", "../../nowhere"):
        (place / "form4.css").symlink_to(target)
        assert "form4.css: it is a link to a file outside the folder" in _refusal(place)
        (place / "form4.css").unlink()
    (place / "form4.css").symlink_to("nowhere")
    assert "it is not a file" in _refusal(place)


def test_a_folder_that_is_missing_a_file_empty_or_closed_is_reported(tmp_path: Path) -> None:
    assert re.search(r"Cannot read the templates in .*nix: No such file or directory\.", _refusal(tmp_path / "nix"))
    (tmp_path / "file").write_text("")
    assert "Not a directory. Name a folder with --templates." in _refusal(tmp_path / "file")
    (tmp_path / "empty").mkdir()
    assert "contains no template. It may contain cover.html.jinja, firm.css" in _refusal(tmp_path / "empty")
    told = _refusal(Path("a\0b"))
    assert told.startswith("Cannot read the templates in a\\x00b: ")
    assert "embedded null" in told


def test_a_file_that_may_not_be_read_is_reported(tmp_path: Path) -> None:
    closed = folder(tmp_path / "closed", {"firm.css": "p {}"})
    (closed / "firm.css").chmod(0)
    if os.access(closed / "firm.css", os.R_OK):
        pytest.skip("the superuser reads every file")
    assert "firm.css: it cannot be read: Permission denied." in _refusal(closed)
    (closed / "firm.css").chmod(stat.S_IRUSR)


def test_a_file_that_is_not_utf_8_is_reported_with_its_byte(tmp_path: Path) -> None:
    place = folder(tmp_path, {"cover.html.jinja": ""})
    (place / "cover.html.jinja").write_bytes(b"ab\xe9")
    assert "cover.html.jinja: it is not UTF-8 at byte 2; save it as UTF-8." in _refusal(place)


def test_a_file_may_have_256_000_bytes(tmp_path: Path) -> None:
    for length in (255_999, 256_000):
        assert len(firm_templates(str(folder(tmp_path, {"firm.css": "x" * length}))).texts["firm.css"]) == length
    assert "firm.css: it has more than 256,000 bytes." in _refusal(folder(tmp_path, {"firm.css": "x" * 256_001}))


def test_a_folder_may_hold_eight_pictures(tmp_path: Path) -> None:
    place = folder(tmp_path, {"firm.css": ""})
    for number in range(8):
        (place / f"p{number}.png").write_bytes(PNG)
    assert len(firm_templates(str(place)).pictures) == 8
    (place / "p8.png").write_bytes(PNG)
    assert "contains more than 8 pictures" in _refusal(place)


def _png(wide: int, high: int, length: int = len(PNG)) -> bytes:
    return (PNG[:16] + wide.to_bytes(4, "big") + high.to_bytes(4, "big") + PNG[24:]).ljust(length, b"\0")


def test_a_picture_is_a_png_of_bounded_bytes_and_pixels(tmp_path: Path) -> None:
    for wide, high in ((2000, 1999), (2000, 2000)):
        assert fault_of(_png(wide, high)) == ""
    assert fault_of(_png(2000, 2001)) == f"it has more than {MOST_PIXELS:,} pixels"
    assert fault_of(_png(9, 9, MOST_BYTES - 1)) == fault_of(_png(9, 9, MOST_BYTES)) == ""
    assert fault_of(_png(9, 9, MOST_BYTES + 1)) == f"it has more than {MOST_BYTES:,} bytes"
    place = folder(tmp_path, {"firm.css": ""})
    for content in (b"", b"GIF89a", b"<svg/>", PNG[:8]):
        (place / "logo.png").write_bytes(content)
        assert "logo.png: it is not a PNG." in _refusal(place)


@pytest.mark.parametrize(
    "address",
    ["data:image/png;base64,AAAA", "data:image/png;base64,%", "data:image/png,x", "file:///x.png", "", "x" * 9],
)
def test_no_other_address_is_a_picture(address: str) -> None:
    assert png_at(address) is None


@pytest.mark.parametrize(
    ("style", "found"),
    [
        ("p { background: url(x.png) }", "url"), ("p { background: URL('x.png') }", "URL"),
        ("p { background: u\\72l(x.png) }", "\\"), ('@import "x.css";', "@import"), ("@IMPORT 'x.css';", "@IMPORT"),
        ("@font-face { font-family: x }", "@font-face"), ('p { content: image-set("x.png" 1x) }', "image-set"),
        ('p { content: -webkit-image-set("x.png" 1x) }', "image-set"), ('p { content: image("x.png") }', "image("),
        ('p { content: src("x.png") }', "src("), ("p { content: attr(title url) }", "url"),
        ("p {}</style><script>", "</"), ("@namespace x 'http://x';", "@namespace"),
        ("p { x: element(#a) }", "element("),
        ("@color-profile x {}", "@color-profile"), ("p { mask: -webkit-cross-fade(a, b) }", "cross-fade"),
    ],
)  # fmt: skip
def test_a_style_that_could_load_something_is_refused_with_its_line(tmp_path: Path, style: str, found: str) -> None:
    place = folder(tmp_path, {"form4.css": f"p {{ color: red }}\n\n{style}"})
    assert f"form4.css: line 3 has {found!r}; a style may not load anything" in _refusal(place)


def test_the_styles_that_ship_are_ones_that_a_firm_may_have(tmp_path: Path) -> None:
    ours = {name: Path(path_of("templates", name)).read_text("utf-8") for name in own.STYLES}
    assert firm_templates(str(folder(tmp_path, ours))).texts == ours

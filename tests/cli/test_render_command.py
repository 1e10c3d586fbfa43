"""``form4gen render``: what it writes, and when it writes nothing."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import NoReturn

import pypdf
import pytest
from command_line import IN_TIME, TECOGEN, changed, run

from form4gen import __version__
from form4gen.api.check import validate_under
from form4gen.cli import outputs
from form4gen.errors import MissingLibraryError, UnusableInputError
from form4gen.resources import path_of

HTML = ("render", TECOGEN, *IN_TIME, "--html")
TITLE = {"owner.officerTitle": ""}


def _names(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


def test_all_three_are_drawn_unless_some_are_asked_for(tmp_path: Path) -> None:
    result = run("render", TECOGEN, *IN_TIME, "-o", str(tmp_path / "out"))
    assert result.exit_code == 0, result.stderr
    assert result.stderr == f"form4gen {__version__}; no settings\n"
    written = [tmp_path / "out" / name for name in ("tecogen-2017.html", "tecogen-2017.pdf", "ex24.txt")]
    assert result.stdout.splitlines() == [str(path) for path in written]
    assert _names(tmp_path / "out") == sorted(path.name for path in written)
    assert written[0].read_text("utf-8").startswith("<!DOCTYPE html>")
    assert written[1].read_bytes().startswith(b"%PDF-")
    assert "David Garrison" in written[2].read_text("ascii")


@pytest.mark.parametrize(
    ("option", "name"), [("--html", "tecogen-2017.html"), ("--pdf", "tecogen-2017.pdf"), ("--exhibits", "ex24.txt")]
)
def test_one_is_drawn_alone(tmp_path: Path, option: str, name: str) -> None:
    assert run("render", TECOGEN, *IN_TIME, option, "-o", str(tmp_path)).exit_code == 0
    assert _names(tmp_path) == [name]


def test_the_working_folder_is_the_default_and_paths_are_as_short_as_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(*HTML).stdout == "tecogen-2017.html\n"
    assert run(*HTML, "-o", "a/b/").stdout == f"{Path('a', 'b', 'tecogen-2017.html')}\n"
    assert (tmp_path / "a" / "b" / "tecogen-2017.html").is_file()


def test_standard_input_is_drawn_as_form4(tmp_path: Path) -> None:
    content = Path(TECOGEN).read_text("utf-8")
    assert run("render", "-", *IN_TIME, "--html", "-o", str(tmp_path), stdin=content).exit_code == 0
    assert _names(tmp_path) == ["form4.html"]


def test_a_filing_with_errors_is_refused_with_the_report_on_standard_error(tmp_path: Path) -> None:
    result = run("render", changed(tmp_path, TITLE), *IN_TIME, "-o", str(tmp_path / "out"))
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "RO102  error" in result.stderr
    assert result.stderr.endswith("form4gen: Nothing was printed: correct the errors, or use --draft.\n")
    assert not (tmp_path / "out").exists()


def test_a_draft_of_it_is_drawn_and_says_so(tmp_path: Path) -> None:
    path = changed(tmp_path, TITLE)
    result = run("render", path, *IN_TIME, "--html", "--draft", "-o", str(tmp_path))
    assert result.exit_code == 0
    assert "1 error, 0 warnings, 0 advisories; run `form4gen validate` to see them." in result.stderr
    assert "<title>DRAFT" in (tmp_path / "form4.html").read_text("utf-8")


def test_an_accepted_error_does_not_hinder_drawing(tmp_path: Path) -> None:
    override = {"rule": "HB101", "place": "/nonDerivativeTable/0", "reason": "It follows", "by": "A. Counsel"}
    path = changed(tmp_path, {"row.sharesOwnedFollowingTransaction": 1, "overrides": [override]})
    assert run("render", path, *IN_TIME, "--html", "-o", str(tmp_path)).exit_code == 0
    assert "<title>DRAFT" not in (tmp_path / "form4.html").read_text("utf-8")


def test_a_document_that_is_no_filing_is_not_drawn_even_as_a_draft(tmp_path: Path) -> None:
    result = run("render", "-", "--draft", "-o", str(tmp_path), stdin='{"documentType": "4",}')
    assert result.exit_code == 1
    assert "JS101" in result.stderr
    assert "Nothing was printed: the document is not yet a filing." in result.stderr
    assert _names(tmp_path) == []


def test_a_file_that_is_there_is_replaced_only_by_force(tmp_path: Path) -> None:
    page = tmp_path / "tecogen-2017.html"
    page.write_text("mine", "utf-8")
    result = run(*HTML, "-o", str(tmp_path))
    assert result.exit_code == 2
    assert f"{page} already exists. Use --force to overwrite it" in result.stderr
    assert page.read_text("utf-8") == "mine"
    assert run(*HTML, "-o", str(tmp_path), "--force").exit_code == 0
    assert page.read_text("utf-8") != "mine"
    assert _names(tmp_path) == ["tecogen-2017.html"]


def test_what_is_in_the_way_is_found_before_anything_is_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def drawn(*_: object, **__: object) -> NoReturn:
        raise AssertionError("drawn too early")

    monkeypatch.setattr("form4gen.cli.drawing.render_html", drawn)
    (tmp_path / "tecogen-2017.pdf").write_text("mine", "utf-8")
    result = run("render", TECOGEN, *IN_TIME, "-o", str(tmp_path))
    assert result.exit_code == 2
    assert "tecogen-2017.pdf already exists" in result.stderr


def test_a_file_in_the_place_of_the_folder_is_told_in_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("taken").write_text("mine", "utf-8")
    result = run(*HTML, "-o", "taken")
    assert result.exit_code == 2
    assert f"Cannot write into {tmp_path / 'taken'}: it is not a folder." in result.stderr
    deeper = run(*HTML, "-o", "taken/deeper")
    assert deeper.exit_code == 2
    assert f"Cannot write {tmp_path / 'taken' / 'deeper' / 'tecogen-2017.html'}: Not a directory." in deeper.stderr


def test_a_folder_in_the_place_of_a_file_is_told_also_by_force(tmp_path: Path) -> None:
    (tmp_path / "tecogen-2017.html").mkdir()
    result = run(*HTML, "-o", str(tmp_path), "--force")
    assert result.exit_code == 2
    assert f"Cannot write {tmp_path / 'tecogen-2017.html'}: a folder has that name." in result.stderr


def test_the_input_is_never_replaced(tmp_path: Path) -> None:
    path = changed(tmp_path, {}, name="form4.html")
    result = run("render", path, *IN_TIME, "--html", "-o", str(tmp_path), "--force")
    assert result.exit_code == 2
    assert "it is the input" in result.stderr
    assert Path(path).read_text("utf-8").startswith("{")


def test_a_write_that_fails_leaves_the_old_file_and_no_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "tecogen-2017.html"
    page.write_text("mine", "utf-8")

    def full(*_: object, **__: object) -> NoReturn:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    result = run(*HTML, "-o", str(tmp_path), "--force")
    assert result.exit_code == 2
    assert f"Cannot write {page}: No space left on device." in result.stderr
    assert page.read_text("utf-8") == "mine"
    assert _names(tmp_path) == ["tecogen-2017.html"]


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "usual").write_text("", "utf-8")
    run(*HTML, "-o", str(tmp_path))
    assert (tmp_path / "tecogen-2017.html").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_without_pango_the_pdf_says_what_to_install_and_html_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_: str) -> NoReturn:
        raise MissingLibraryError("Pango is missing. Install it.")

    monkeypatch.setattr("form4gen.cli.engines.render_pdf", missing)
    monkeypatch.setattr("form4gen.cli.engines.render_untagged_pdf", missing)
    result = run("render", TECOGEN, *IN_TIME, "-o", str(tmp_path))
    assert result.exit_code == 2
    assert result.stderr == "form4gen: Pango is missing. Install it. Until then, --html, --memo and --exhibits work.\n"
    assert _names(tmp_path) == []
    assert run(*HTML, "-o", str(tmp_path)).exit_code == 0


def test_characters_that_the_font_lacks_are_named_once_and_printed_as_boxes_in_a_draft(tmp_path: Path) -> None:
    path = changed(tmp_path, {"owner.officerTitle": "Co-CEO \u6f22\u5b57\u6f22", "remarks": "\u5b57"})
    result = run("render", path, *IN_TIME, "--pdf", "--memo", "--draft", "-o", str(tmp_path))
    assert result.exit_code == 0
    words = "The font of the PDF lacks U+6F22, U+5B57. Each is printed as a box with its code point."
    assert result.stderr.count("lacks") == result.stderr.count(f"form4gen: {words}\n") == 1


def test_a_form_with_characters_that_the_font_lacks_is_printed_only_as_a_draft(tmp_path: Path) -> None:
    (power,) = json.loads(Path(TECOGEN).read_text("utf-8"))["powersOfAttorney"]
    text = "<html><head><title>x</title></head><body><p>Power of attorney &#10003;</p></body></html>"
    path = changed(tmp_path, {"powersOfAttorney": [power | {"text": text, "fileName": "poa.htm"}]})
    result = run("render", path, *IN_TIME, "--pdf", "-o", str(tmp_path))
    assert (result.exit_code, _names(tmp_path)) == (1, ["form4.json"])
    assert "Nothing was printed: the font of the PDF lacks U+2713." in result.stderr
    assert run("render", path, *IN_TIME, "--html", "-o", str(tmp_path)).exit_code == 0


@pytest.mark.parametrize(("count", "named"), [(19, "U+4E12."), (20, "U+4E13."), (21, "U+4E13 and 1 more.")])
def test_no_more_than_twenty_missing_characters_are_named(count: int, named: str, tmp_path: Path) -> None:
    path = changed(tmp_path, {"remarks": "".join(chr(0x4E00 + number) for number in range(count))})
    result = run("render", path, *IN_TIME, "--pdf", "--draft", "-o", str(tmp_path))
    assert f", {named}" in result.stderr


def test_exhibits_asked_for_where_there_are_none_are_told(tmp_path: Path) -> None:
    path = changed(tmp_path, {"powersOfAttorney": [], "remarks": ""})
    result = run("render", path, *IN_TIME, "--exhibits", "-o", str(tmp_path))
    assert result.exit_code == 0
    assert "The filing attaches no power of attorney" in result.stderr
    assert _names(tmp_path) == ["form4.json"]


def test_a_filing_that_was_not_checked_whole_is_drawn_only_as_a_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = validate_under
    monkeypatch.setattr(
        "form4gen.cli.checking.validate_under",
        lambda *given, **named: real(*given, **named)._replace(could_not_run={"TC101": "KeyError: 'x'"}),
    )
    result = run(*HTML, "-o", str(tmp_path))
    assert result.exit_code == 70
    assert "internal error in rule TC101" in result.stderr
    assert _names(tmp_path) == []
    assert run(*HTML, "-o", str(tmp_path), "--draft").exit_code == 0


@pytest.mark.parametrize("name", ["../ex24.txt", "a/b.txt", "a\\b.txt", "", ".hidden", "a\nb.txt", "C:ex24.txt"])
def test_no_exhibit_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnusableInputError, match="cannot be a file name"):
        outputs.places(str(tmp_path), [name], source="-", force=True)


def test_two_files_of_one_name_are_refused_whatever_the_case(tmp_path: Path) -> None:
    with pytest.raises(UnusableInputError, match=r"Two files would be named EX24\.txt"):
        outputs.places(str(tmp_path), ["ex24.txt", "EX24.txt"], source="-", force=True)
    with pytest.raises(UnusableInputError, match=r"Two files would be named ex24\.txt"):
        outputs.places(str(tmp_path), ["ex24.txt", "ex24.txt"], source="-", force=True)


def test_hostile_text_in_every_field_is_drawn_as_text(tmp_path: Path) -> None:
    evil = "<img src=file:///etc/passwd>{{7*7}}<script>alert(1)</script>"
    path = changed(tmp_path, {"issuer": {"issuerName": evil}, "remarks": evil, "row.securityTitle": evil})
    assert run("render", path, *IN_TIME, "--html", "--draft", "-o", str(tmp_path)).exit_code == 0
    page = (tmp_path / "form4.html").read_text("utf-8")
    assert "<img src=file" not in page
    assert "<script>alert" not in page
    assert "{{7*7}}" in page


def test_addresses_are_left_out_of_every_file_for_circulation(tmp_path: Path) -> None:
    result = run("render", TECOGEN, *IN_TIME, "--hide-address", "-o", str(tmp_path))
    assert result.exit_code == 0, result.stderr
    assert result.stderr == f"form4gen {__version__}; no settings\n"
    page = (tmp_path / "tecogen-2017.html").read_text("utf-8")
    text = "".join(each.extract_text() for each in pypdf.PdfReader(tmp_path / "tecogen-2017.pdf").pages)
    for where in (page, text, (tmp_path / "tecogen-2017.pdf").read_bytes().decode("latin-1")):
        for part in ("45 FIRST AVE", "WALTHAM", "02451", "UNITED STATES</p>"):
            assert part not in where
    assert page.count("(address withheld)") == 1
    assert "(address withheld)" in text


def test_every_owner_of_a_joint_filing_has_the_address_left_out(tmp_path: Path) -> None:
    joint = path_of("schemas", "examples", "joint-funds.json")
    result = run("render", joint, "--draft", "--html", "--hide-address", "-o", str(tmp_path))
    assert result.exit_code == 0, result.stderr
    page = (tmp_path / "joint-funds.html").read_text("utf-8")
    owners = json.loads(Path(joint).read_text("utf-8"))["reportingOwners"]
    assert page.count("(address withheld)") == len(owners) + 1  # item 1, then the table of owners
    for owner in owners:
        assert owner["rptOwnerStreet1"] not in page
        assert owner["rptOwnerZipCode"] not in page


def test_an_address_that_stands_in_another_text_too_is_told(tmp_path: Path) -> None:
    path = changed(tmp_path, {"remarks": "Write to 45 First Ave, please."})
    result = run("render", path, *IN_TIME, "--draft", "--html", "--hide-address", "-o", str(tmp_path))
    assert result.exit_code == 0
    assert (
        "form4gen: The address '45 FIRST AVE' also appears in other text on the form and is not hidden there."
        in result.stderr
    )


@pytest.mark.parametrize("other", ["--memo", "--closing"])
def test_addresses_are_not_hidden_in_what_quotes_the_filing(tmp_path: Path, other: str) -> None:
    result = run("render", TECOGEN, *IN_TIME, "--hide-address", other, "-o", str(tmp_path))
    assert result.exit_code == 2
    assert "--hide-address cannot be used with --memo or --closing" in result.stderr
    assert _names(tmp_path) == []


def test_the_closing_set_is_one_pdf_and_drawn_alone(tmp_path: Path) -> None:
    result = run("render", TECOGEN, *IN_TIME, "--closing", "-o", str(tmp_path))
    assert result.exit_code == 0, result.stderr
    assert result.stdout == f"{tmp_path / 'tecogen-2017-closing.pdf'}\n"
    assert _names(tmp_path) == ["tecogen-2017-closing.pdf"]
    assert sorted(pypdf.PdfReader(tmp_path / "tecogen-2017-closing.pdf").attachments) == [
        "ex24.txt", "findings.json", "form4.json", "form4.xml",
    ]  # fmt: skip


def test_a_closing_set_needs_a_time_of_filing_from_the_option_or_the_filing(tmp_path: Path) -> None:
    result = run("render", TECOGEN, "--closing", "--draft", "-o", str(tmp_path / "out"))
    assert result.exit_code == 2
    assert "give --filed-at, or context.filedAt in the document." in result.stderr
    assert not (tmp_path / "out").exists()
    path = changed(tmp_path, {"context": {"filedAt": "2017-11-14T20:00:00-05:00"}})
    assert run("render", path, "--closing", "-o", str(tmp_path / "out")).exit_code == 0


def test_a_closing_set_of_a_filing_with_errors_is_refused_unless_it_is_a_draft(tmp_path: Path) -> None:
    path = changed(tmp_path, TITLE)
    assert run("render", path, *IN_TIME, "--closing", "-o", str(tmp_path)).exit_code == 1
    assert _names(tmp_path) == ["form4.json"]
    assert run("render", path, *IN_TIME, "--closing", "--draft", "-o", str(tmp_path)).exit_code == 0
    assert _names(tmp_path) == ["form4-closing.pdf", "form4.json"]

"""``validate`` with folders, archives, patterns and lists of names."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
from archive_samples import FORM, add, restated, tarred, zipped
from command_line import IN_TIME, TECOGEN, changed, run, start
from ownership_documents import ownership
from sarif_schema import sarif_validator

from form4gen.cli.progress import Progress

CONCISE = (*IN_TIME, "--format", "concise")
JSON = (*IN_TIME, "--format", "json", "--jobs", "1")


def _files(*arguments: str, **options: str) -> list[str]:
    """The names in the reports, in their order."""
    return [json.loads(line)["file"] for line in run("validate", *arguments, *JSON, **options).stdout.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Filings at two levels, an archive, and files of other kinds."""
    place = tmp_path / "in"
    (place / "b" / "c").mkdir(parents=True)
    shutil.copy(TECOGEN, place / "a.json")
    shutil.copy(TECOGEN, place / "b" / "c" / "z.JSON")
    (place / "b" / "form.xml").write_bytes(ownership())
    (place / "readme.md").write_text("x", "utf-8")
    (place / ".hidden.xml").write_text("x", "utf-8")
    zipped(place, ("dir/in.json", FORM), ("dir/in.pdf", b"x"), name="m.zip")
    return place


def test_a_folder_stands_for_the_filings_in_it_in_its_subfolders_and_in_its_archives(folder: Path) -> None:
    assert _files(str(folder)) == [
        f"{folder}/a.json", f"{folder}/b/c/z.JSON", f"{folder}/b/form.xml", f"{folder}/m.zip/dir/in.json",
    ]  # fmt: skip
    said = run("validate", str(folder), *CONCISE).stderr.splitlines()
    assert said[-2:] == [
        "form4gen: 2 other files are skipped (.pdf 1, .md 1); filings are named .json, .xml, .txt or .nc.",
        "form4gen: 3 passed, 1 failed",
    ]


def test_links_in_a_folder_lead_to_files_but_not_to_folders(folder: Path) -> None:
    (folder / "loop").symlink_to(folder)
    (folder / "l.json").symlink_to(TECOGEN)
    (folder / "gone.json").symlink_to(folder / "nothing")
    assert len(_files(str(folder))) == 5
    assert f"Cannot read {folder}/gone.json: there is no such file." in run("validate", str(folder), *JSON).stderr
    link = folder.parent / "link"
    link.symlink_to(folder)
    assert len(_files(str(link))) == 5


def test_links_that_lead_to_each_other_are_a_line(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    shutil.copy(TECOGEN, tmp_path / "in" / "a.json")
    for name, other in (("b.json", "c.json"), ("c.json", "b.json"), ("d.json", "d.json"), ("e", "e")):
        (tmp_path / "in" / name).symlink_to(tmp_path / "in" / other)
    result = run("validate", str(tmp_path / "in"), *CONCISE)
    assert result.stderr.count("Too many levels of symbolic links") == 3
    assert result.stderr.endswith("form4gen: 1 passed, 3 could not be read\n")


def test_texts_beside_filings_are_counted_and_not_taken_for_filings(tmp_path: Path) -> None:
    exhibits = (
        ("ex24.txt", b"POWER OF ATTORNEY\nKnow all by these presents, that"),
        ("ex99.TXT", b"<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\nJoint filers\n"),
        ("page.txt", b"<html><body>Exhibit 24"),
    )
    zipped(tmp_path, ("a.json", FORM), ("draft.txt", FORM[1:]), *exhibits)
    (tmp_path / "in").mkdir()
    for name, content in (("b.json", FORM), *exhibits):
        (tmp_path / "in" / name).write_bytes(content)
    result = run("validate", str(tmp_path), *CONCISE)
    assert "draft.txt:2:3: JS101 error" in result.stdout
    assert result.stderr.splitlines()[-2:] == [
        "form4gen: 6 other files are skipped (texts without a form 6); filings are named .json, .xml, .txt or .nc.",
        "form4gen: 2 passed, 1 failed",
    ]
    alone = run("validate", str(tmp_path / "in" / "ex24.txt"), *CONCISE)
    assert alone.exit_code == 2
    assert "This is plain text, such as an exhibit, not a filing." in alone.stderr


def test_folders_below_a_limit_are_not_read_and_one_line_says_so(tmp_path: Path) -> None:
    deep = tmp_path / "in" / "/".join("d" * 32)
    (deep / "e").mkdir(parents=True)
    shutil.copy(TECOGEN, deep / "a.json")
    shutil.copy(TECOGEN, deep / "e" / "b.json")
    result = run("validate", str(tmp_path / "in"), *JSON)
    assert json.loads(result.stdout)["file"] == f"{deep}/a.json"
    assert f"{deep}/e: The folder is more than 32 levels deep, so it is not read." in result.stderr
    assert result.exit_code == 2


@pytest.mark.parametrize("make", [zipped, tarred])
def test_a_bad_member_is_one_line_and_never_the_end(tmp_path: Path, make: object) -> None:
    files = (("a.json", FORM), ("b.json", b"{"), ("../c.json", FORM), ("d.json", b""), ("e.xml", ownership()))
    path = make(tmp_path, *files)  # type: ignore[operator]
    result = run("validate", path, *CONCISE)
    assert result.exit_code == 2
    assert f"{path}/b.json:1:2: JS101 error" in result.stdout
    first, empty, *_, last = [line for line in result.stderr.splitlines() if "no settings" not in line]
    assert first == f"form4gen: {path}: The member '../c.json' is not read, because its name leads out of the archive."
    assert empty.startswith(f"form4gen: {path}/d.json: The file is empty.")
    assert last == "form4gen: 1 passed, 2 failed, 2 could not be read"


def _huge(folder: Path) -> str:
    """An archive whose first member states 3 KB and has 30 MB."""
    path = zipped(folder, ("a.json", b" " * 30_000_000), ("b.json", FORM))
    restated(path, size=3000)
    return path


def _swelling(folder: Path) -> str:
    return zipped(folder, ("a.json", b" " * 19_000_000), ("b.json", FORM))


def _locked(folder: Path) -> str:
    path = zipped(folder, ("a.json", FORM), ("b.json", FORM))
    restated(path, flags=1)
    return path


def _cut(folder: Path) -> str:
    path = Path(tarred(folder, ("b.json", FORM), ("a.json", FORM), name="sent.tar"))
    path.write_bytes(path.read_bytes()[: 512 + -(-len(FORM) // 512) * 512 + 600])
    return str(path)


def _linked(folder: Path) -> str:
    path = folder / "sent.tar"
    with tarfile.open(path, "w") as archive:
        add(archive, "a.json", kind=tarfile.SYMTYPE, linkname="/etc/passwd")
        add(archive, "b.json", FORM)
    return str(path)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (_huge, "a.json: This member is not read: it is larger than the 3,000 bytes that its archive states."),
        (_swelling, "a.json: This member is not read: it grows more than 250 times when it is expanded."),
        (_locked, "a.json: This member is not read: it is encrypted."),
        (_linked, "a.json: This member is not read: it is a link."),
        (_cut, "The archive cannot be read to its end: it ends in the middle of a member. Members read: 1."),
    ],
)
def test_a_hostile_archive_is_a_line_for_validate_and_for_an_audit(tmp_path: Path, make: object, words: str) -> None:
    path = make(tmp_path)  # type: ignore[operator]
    result = run("validate", path, *CONCISE)
    assert (result.exit_code, result.stderr.count(words)) == (2, 1)
    assert f"{path}/b.json: ok:" in result.stdout
    pytest.importorskip("duckdb", reason="the extra audit is not installed")
    audited = run("audit", path, "-o", str(tmp_path / "out"), "--jobs", "1")
    assert (audited.exit_code, audited.stderr.count(words), len(audited.stderr.splitlines())) == (2, 1, 2)
    assert audited.stderr.endswith("form4gen: 1 passed, 1 could not be read\n")


def test_the_reports_on_members_are_those_on_the_files(tmp_path: Path) -> None:
    packed = zipped(tmp_path, ("a.json", FORM), ("b.xml", ownership()))
    (tmp_path / "a.json").write_bytes(FORM)
    (tmp_path / "b.xml").write_bytes(ownership())
    alone = run("validate", f"{tmp_path}/a.json", f"{tmp_path}/b.xml", *IN_TIME).stdout
    for jobs in ("1", "2"):
        assert run("validate", packed, *IN_TIME, "--jobs", jobs).stdout.replace(f"{packed}/", f"{tmp_path}/") == alone


def test_empty_members_are_a_line_each(tmp_path: Path) -> None:
    path = zipped(tmp_path, *((f"{number}.xml", b"") for number in range(500)))
    result = run("validate", path, *CONCISE)
    assert result.stderr.count("The file is empty.") == 500
    assert result.stderr.endswith("form4gen: 500 could not be read\n")


def test_a_pattern_is_expanded_if_no_file_has_that_name(folder: Path) -> None:
    assert _files(f"{folder}/*.json", f"{folder}/b/**/*.JSON") == [f"{folder}/a.json", f"{folder}/b/c/z.JSON"]
    shutil.copy(TECOGEN, folder / "[x].json")
    assert run("validate", f"{folder}/[x].json", *IN_TIME).exit_code == 0
    nothing = run("validate", f"{folder}/*.nothing", *IN_TIME)
    assert (nothing.exit_code, nothing.stdout) == (2, "")
    assert nothing.stderr.startswith(f"form4gen: {folder}/*.nothing: No file matches the pattern.\n")


def test_a_list_names_one_input_a_line_and_may_come_from_standard_input(folder: Path, tmp_path: Path) -> None:
    names = f"\ufeff{folder}/a.json\r\n\n{folder}/b\n{folder}/none.json\n{folder}/m.zip".encode()
    listed = tmp_path / "names.txt"
    listed.write_bytes(names)
    expected = [
        TECOGEN,
        f"{folder}/a.json",
        f"{folder}/b/c/z.JSON",
        f"{folder}/b/form.xml",
        f"{folder}/m.zip/dir/in.json",
    ]
    assert _files(TECOGEN, "--files-from", str(listed)) == expected
    assert _files(TECOGEN, "--files-from", "-", stdin=names.decode()) == expected
    assert "none.json: there is no such file" in run("validate", "--files-from", str(listed), *IN_TIME).stderr


def test_a_list_that_is_empty_too_long_or_not_there_is_one_line(tmp_path: Path) -> None:
    listed = tmp_path / "names.txt"
    listed.write_bytes(b"a" * 200_000 + b"\n" + TECOGEN.encode())
    result = run("validate", "--files-from", str(listed), *JSON)
    assert f"{listed}, line 1: The line is too long for the name of a file." in result.stderr
    assert json.loads(result.stdout)["file"] == TECOGEN
    listed.write_bytes(b"\n\n")
    assert f"{listed}: The list names no file." in run("validate", "--files-from", str(listed)).stderr
    missing = run("validate", "--files-from", str(tmp_path / "none"))
    assert (missing.exit_code, missing.stderr.count("\n")) == (2, 1)
    assert "Name a file with the name of one input a line." in missing.stderr


def test_no_input_at_all_and_standard_input_beside_others_are_refused() -> None:
    assert "No input is given." in run("validate").stderr.replace("\n", " ")
    for words in (("-", TECOGEN), ("-", "--files-from", "-")):
        result = run("validate", *words)
        assert result.exit_code == 2
        assert "'-' (standard input) cannot be combined with other inputs." in result.stderr


def test_a_folder_or_an_archive_without_filings_is_a_line(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "empty: There is no filing in the folder." in run("validate", str(tmp_path / "empty")).stderr
    path = zipped(tmp_path, ("a.pdf", b"x"))
    assert "sent.zip: There is no filing in the archive." in run("validate", path).stderr


def test_nothing_in_an_archive_is_corrected(tmp_path: Path) -> None:
    path = zipped(tmp_path, ("a.json", FORM))
    before = Path(path).read_bytes()
    for option in ("--fix", "--diff"):
        result = run("validate", path, option)
        assert result.exit_code == 2
        assert "a.json: Nothing in an archive can be corrected. Unpack it." in result.stderr
    assert Path(path).read_bytes() == before


def test_sarif_names_each_member_and_is_one_valid_log(tmp_path: Path) -> None:
    path = tarred(tmp_path, ("dir/a.json", FORM), ("../b.json", FORM), ("c.json", b"{"), name="a.tar")
    told = json.loads(run("validate", path, *IN_TIME, "--format", "sarif").stdout)
    assert [error.message for error in sarif_validator().iter_errors(told)] == []
    (found,) = told["runs"]
    places = [each["location"]["uri"].removeprefix(Path(path).as_uri()) for each in found["artifacts"]]
    assert places == ["/dir/a.json", "", "/c.json"]
    assert [each["exitCode"] for each in found["invocations"]] == [0, 2, 1]


def test_a_log_without_any_file_is_valid_too(tmp_path: Path) -> None:
    told = json.loads(run("validate", f"{tmp_path}/*.json", *IN_TIME, "--format", "sarif").stdout)
    assert [error.message for error in sarif_validator().iter_errors(told)] == []
    assert told["runs"][0]["results"] == []


def test_the_memory_of_a_run_does_not_grow_with_the_number_of_filings(tmp_path: Path) -> None:
    """Many against few: the peak of the process that reads, writes and, with one job, starts the only worker."""
    resource = pytest.importorskip("resource")
    assert resource
    title = Path(changed(tmp_path, {"owner.officerTitle": ""})).read_bytes()
    for form, counts in (("concise", (20, 150)), ("sarif", (50, 500))):
        few, many = (
            _peak(tarred(tmp_path, *((f"{n}.json", title) for n in range(count)), name=f"{count}.tar"), form)
            for count in counts
        )
        assert many <= 1.3 * few, form


def _peak(path: str, form: str) -> int:
    """The greatest memory of a process, or of its worker."""
    code = (
        "import resource, sys\nfrom form4gen.cli.group import run_by_click\n"
        "run_by_click()\n"
        "sizes = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]\n"
        "print(max(sizes), file=sys.stderr)"
    )
    done = subprocess.run(  # noqa: S603  our own program
        (sys.executable, "-c", code, "validate", path, *IN_TIME, "--format", form, "--jobs", "1"),
        capture_output=True,
        check=False,
        timeout=300,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    return int(done.stderr.split()[-1])


def test_a_stop_in_the_middle_leaves_a_whole_log(tmp_path: Path) -> None:
    """A reader that has enough ends the run; one that stops it with Ctrl-C gets a log that can be parsed."""
    path = tarred(tmp_path, *((f"{number}.json", FORM) for number in range(50)), name="a.tar")
    code = (
        "import os, signal, sys\nfrom form4gen.signals import listen\nlisten()\n"
        "from form4gen.cli import validate_many\nfrom form4gen.cli.group import run_by_click\n"
        "write, count = validate_many.write_output, [0]\n"
        "def writes(text):\n"
        "    write(text)\n    count[0] += 1\n"
        "    if count[0] == 5: os.kill(os.getpid(), signal.SIGINT)\n"
        "validate_many.write_output = writes\nrun_by_click()\n"
    )
    done = subprocess.run(  # noqa: S603  our own program
        (sys.executable, "-c", code, "validate", path, *IN_TIME, "--format", "sarif", "--jobs", "1"),
        capture_output=True,
        check=False,
        timeout=120,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    (found,) = json.loads(done.stdout)["runs"]
    assert 4 <= len(found["artifacts"]) == len(found["invocations"]) < 50


def test_the_progress_of_an_unknown_number_is_a_count(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with Progress("Checking", None) as progress:
        for _ in range(1200):
            progress.advance()
    assert "Checking  1,200" in capsys.readouterr().err


def test_a_plain_check_imports_nothing_that_archives_need() -> None:
    done = start("validate", TECOGEN, *IN_TIME, environment={"PYTHONVERBOSE": "1"})
    imported = {line.split(b"'")[1].decode() for line in done.stderr.splitlines() if line.startswith(b"import '")}
    assert "form4gen.archives.heads" in imported
    assert not imported & {"tarfile", "zipfile", "lzma", "form4gen.cli.expanding", "form4gen.archives.reading"}


def test_a_device_in_a_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    os.mkfifo(tmp_path / "in" / "pipe.xml")
    with tarfile.open(tmp_path / "in" / "a.tar", "w") as archive:
        add(archive, "pipe.xml", kind=tarfile.FIFOTYPE)
        add(archive, "a.json", FORM)
    assert _files(str(tmp_path / "in")) == [f"{tmp_path}/in/a.tar/a.json"]

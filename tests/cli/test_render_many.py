"""``form4gen render`` with several inputs: each by itself, whatever becomes of the others, and told in their order."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

import pytest
from command_line import IN_TIME, ROOT, TECOGEN, changed, run, start
from firm_folder import COVER, PNG, folder

from form4gen import __version__
from form4gen.api.check import validate_under
from form4gen.cli import drawing, many
from form4gen.errors import MissingLibraryError, TooCostlyError

TITLE = {"owner.officerTitle": ""}
JOBS = pytest.mark.parametrize("jobs", ["1", "2"])
ENDLESS = "{% for n in range(99999) %}{% for m in range(99999) %}{% endfor %}{% endfor %}"
SPAWNED = """
import multiprocessing, sys
from form4gen.cli import workers
workers._CONTEXT = multiprocessing.get_context("spawn")
from form4gen.cli.main import run
run()
"""


def _filings(folder: Path, *names: str) -> list[str]:
    folder.mkdir(exist_ok=True)
    return [str(shutil.copy(TECOGEN, folder / f"{name}.json")) for name in names]


def _tree(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def _at(monkeypatch: pytest.MonkeyPatch, name: str, act: Callable[[], object]) -> None:
    """Do something else first at the input of this name."""
    real = drawing.checked

    def checked(path: str, *given: Any, **named: Any) -> Any:
        if os.path.basename(path) == name:
            act()
        return real(path, *given, **named)

    monkeypatch.setattr("form4gen.cli.drawing.checked", checked)


@JOBS
def test_each_is_drawn_under_its_own_name_with_its_exhibits_in_a_folder_of_that_name(tmp_path: Path, jobs: str) -> None:
    paths, out = _filings(tmp_path, "a", "b", "c"), tmp_path / "out"
    result = run("render", *paths, *IN_TIME, "--html", "--exhibits", "-o", str(out), "--jobs", jobs)
    assert result.exit_code == 0, result.stderr
    names = [name for stem in "abc" for name in (f"{stem}.html", f"{stem}{os.sep}ex24.txt")]
    assert result.stdout.splitlines() == [str(out / name) for name in names]
    assert _tree(out) == sorted(names)
    assert result.stderr == f"form4gen {__version__}; no settings\nform4gen: 3 printed\n"


def test_two_workers_draw_the_same_bytes_as_one(tmp_path: Path) -> None:
    paths = _filings(tmp_path, "a", "b")
    for jobs in ("1", "2"):
        assert run("render", *paths, *IN_TIME, "-o", str(tmp_path / jobs), "--jobs", jobs).exit_code == 0
    names = _tree(tmp_path / "1")
    assert "a.pdf" in names
    assert names == _tree(tmp_path / "2")
    for name in names:
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()


def test_the_order_told_is_that_of_the_inputs_whichever_worker_is_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths, out = _filings(tmp_path, "a", "b"), tmp_path / "out"

    def wait_for_the_other() -> None:
        while not (out / "b.html").exists():
            time.sleep(0.01)

    _at(monkeypatch, "a.json", wait_for_the_other)
    result = run("render", *paths, *IN_TIME, "--html", "-o", str(out), "--jobs", "2")
    assert result.stdout.splitlines() == [str(out / "a.html"), str(out / "b.html")]


@JOBS
def test_a_bad_input_never_stops_the_others_and_each_complaint_names_its_input(tmp_path: Path, jobs: str) -> None:
    first, last = _filings(tmp_path, "first", "last")
    (tmp_path / "text.json").write_text("Form 4", "utf-8")
    bad = [changed(tmp_path, TITLE, "errors.json"), str(tmp_path / "none.json"), str(tmp_path / "text.json")]
    out = tmp_path / "out"
    result = run("render", first, *bad, str(tmp_path), last, *IN_TIME, "--html", "-o", str(out), "--jobs", jobs)
    assert result.exit_code == 2
    assert result.stdout.splitlines() == [str(out / "first.html"), str(out / "last.html")]
    complaints = [line for line in result.stderr.splitlines() if line.startswith("form4gen: ")]
    assert complaints == [
        f"form4gen: {bad[0]}: Nothing was printed: correct the errors, or use --draft.",
        (
            f"form4gen: Cannot read {bad[1]}: there is no such file. Check the name; `form4gen new` prints a "
            "starting document."
        ),
        f"form4gen: {bad[2]}: Nothing was printed: the document is not yet a filing.",
        f"form4gen: Cannot read {tmp_path}: it is a folder. Name the file in it.",
        "form4gen: 2 printed, 2 refused, 2 could not be printed",
    ]
    assert f"{bad[0]}: checked as of Tue, Nov 14, 2017, 8:00 p.m. ET" in result.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="a worker is not forked, so the test cannot reach into it")
@JOBS
@pytest.mark.parametrize(
    ("act", "words"),
    [
        (lambda: os.kill(os.getpid(), signal.SIGTRAP), "{}: internal error: crashed on this input (SIGTRAP)."),
        (lambda: os._exit(3), "{}: internal error: crashed on this input (exit code 3)."),
        (lambda: 1 // 0, "{}: internal error: ZeroDivisionError: "),
    ],
    ids=["a signal", "an end", "an error"],
)
def test_a_worker_that_crashes_costs_its_input_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: Callable[[], object], words: str, jobs: str
) -> None:
    paths, out = _filings(tmp_path, "a", "b", "c", "d", "e"), tmp_path / "out"
    for name in ("a.json", "b.json", "e.json"):
        _at(monkeypatch, name, act)
    result = run("render", *paths, *IN_TIME, "--html", "-o", str(out), "--jobs", jobs)
    assert result.exit_code == 70
    assert _tree(out) == ["c.html", "d.html"]
    for number in (0, 1, 4):
        assert words.format(paths[number]) in result.stderr
    assert result.stderr.endswith("form4gen: 2 printed, 3 stopped by an internal error\n")


def test_a_rule_that_raised_is_graver_than_a_file_that_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path,) = _filings(tmp_path, "a")
    real = validate_under
    monkeypatch.setattr(
        "form4gen.cli.checking.validate_under",
        lambda *given, **named: real(*given, **named)._replace(could_not_run={"TC101": "KeyError: 'x'"}),
    )
    result = run("render", path, str(tmp_path / "none.json"), *IN_TIME, "--html", "-o", str(tmp_path / "out"))
    assert result.exit_code == 70
    assert f"form4gen: {path}: internal error in rule TC101" in result.stderr
    assert result.stderr.endswith("form4gen: 1 could not be printed, 1 stopped by an internal error\n")


@pytest.mark.parametrize(
    ("names", "options", "clash"),
    [
        (("a/x.json", "b/x.json"), ("--html",), "x.html"),
        (("a/x.json", "b/X.json"), ("--pdf",), "X.pdf"),
        (("a/x.json", "b/x.txt"), ("--exhibits",), "x"),
        (("a/x.json", "a/x-memo.json"), ("--memo", "--html"), "x-memo.html"),
        (("a/x.json", "a/x.html.json"), ("--html", "--exhibits"), "x.html"),
    ],
)
def test_two_inputs_of_one_name_are_refused_before_anything_is_drawn(
    tmp_path: Path, names: tuple[str, str], options: tuple[str, ...], clash: str
) -> None:
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(TECOGEN, tmp_path / name)
    first, second = (str(tmp_path / name) for name in names)
    result = run("render", first, second, *IN_TIME, *options, "-o", str(tmp_path / "out"))
    assert result.exit_code == 2
    assert f"form4gen: {first} and {second} would both be written to {clash}. Rename one" in result.stderr
    assert not (tmp_path / "out").exists()


def test_names_that_only_look_alike_are_drawn(tmp_path: Path) -> None:
    paths = _filings(tmp_path, "x", "x-memo")
    assert run("render", *paths, *IN_TIME, "--html", "-o", str(tmp_path / "out")).exit_code == 0


def test_an_input_given_twice_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(TECOGEN, tmp_path / "x")
    monkeypatch.chdir(tmp_path)
    for other in ("x", f".{os.sep}x"):
        result = run("render", "x", other, *IN_TIME, "--html")
        assert result.exit_code == 2
        assert result.stderr == f"form4gen: {tmp_path / 'x'} is listed twice.\n"


@pytest.mark.parametrize("command", ["render", "validate"])
def test_standard_input_goes_alone(command: str) -> None:
    result = run(command, TECOGEN, "-", stdin="")
    assert result.exit_code == 2
    assert "'-' (standard input) cannot be combined with other inputs." in result.stderr


def test_no_input_is_replaced_by_what_another_is_drawn_to(tmp_path: Path) -> None:
    (path,) = _filings(tmp_path, "x")
    other = str(shutil.copy(TECOGEN, tmp_path / "x-memo.html"))
    result = run("render", path, other, *IN_TIME, "--memo", "-o", str(tmp_path), "--force")
    assert result.exit_code == 2
    assert "x-memo.html: it is also an input." in result.stderr
    assert Path(other).read_bytes() == Path(TECOGEN).read_bytes()
    assert _tree(tmp_path) == ["x-memo-memo.html", "x-memo.html", "x.json"]


def test_a_file_in_the_way_refuses_its_own_input_alone(tmp_path: Path) -> None:
    paths, out = _filings(tmp_path, "a", "b"), tmp_path / "out"
    out.mkdir()
    (out / "a.html").write_text("mine", "utf-8")
    result = run("render", *paths, *IN_TIME, "--html", "-o", str(out))
    assert result.exit_code == 2
    assert f"form4gen: {paths[0]}: {out / 'a.html'} already exists." in result.stderr
    assert (out / "a.html").read_text("utf-8") == "mine"
    assert _tree(out) == ["a.html", "b.html"]


def test_settings_that_are_named_and_not_there_are_told_once(tmp_path: Path) -> None:
    result = run("render", *_filings(tmp_path, "a", "b"), "--html", "--config", str(tmp_path / "no.toml"))
    assert result.exit_code == 2
    assert result.stderr.count("no.toml: The settings cannot be read") == 1


def test_templates_of_a_firm_dress_every_input_and_a_folder_that_is_none_is_told_once(tmp_path: Path) -> None:
    paths, out = _filings(tmp_path, "a", "b"), tmp_path / "out"
    firm = folder(tmp_path / "firm", {"cover.html.jinja": COVER})
    (firm / "logo.png").write_bytes(PNG)
    draw = ("render", *paths, *IN_TIME, "--html", "-o", str(out), "--jobs", "2", "--templates")
    assert run(*draw, str(firm)).exit_code == 0
    assert all('<section class="cover"' in (out / name).read_text("utf-8") for name in ("a.html", "b.html"))
    result = run(*draw, str(tmp_path / "none"), "--force")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == result.stderr.count("Cannot read the templates in") == 1


def test_without_pango_all_is_refused_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> NoReturn:
        raise MissingLibraryError("Pango is missing. Install it.")

    monkeypatch.setattr("form4gen.cli.engines.prepare_pdf", missing)
    monkeypatch.setattr("form4gen.cli.engines.prepare_untagged_pdf", missing)
    result = run("render", *_filings(tmp_path, "a", "b"), *IN_TIME, "-o", str(tmp_path / "out"))
    assert result.exit_code == 2
    assert result.stderr == "form4gen: Pango is missing. Install it. Until then, --html, --memo and --exhibits work.\n"


def test_that_the_pdfs_have_no_tags_is_told_once(tmp_path: Path) -> None:
    pytest.importorskip("plutoprint")
    paths = _filings(tmp_path, "a", "b")
    result = run("render", *paths, *IN_TIME, "--pdf", "--engine", "plutoprint", "-o", str(tmp_path / "out"))
    assert result.exit_code == 0
    assert result.stderr.count("it has no tags") == 1
    assert _tree(tmp_path / "out") == ["a.pdf", "b.pdf"]


def test_workers_that_are_not_forked_draw_too(tmp_path: Path) -> None:
    paths = _filings(tmp_path, "a", "b")
    call = ("render", *paths, str(tmp_path / "none.json"), *IN_TIME, "--html", "-o", str(tmp_path / "out"))
    done = subprocess.run(  # noqa: S603  our own command
        (sys.executable, "-c", SPAWNED, *call, "--jobs", "2"),
        env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 2, done.stderr
    assert _tree(tmp_path / "out") == ["a.html", "b.html"]
    assert done.stderr.endswith(b"form4gen: 2 printed, 1 could not be printed\n")


@pytest.mark.skipif(sys.platform == "win32", reason="the signal is that of a POSIX terminal")
@JOBS
def test_an_interruption_ends_all_quietly_and_leaves_no_half_file(tmp_path: Path, jobs: str) -> None:
    paths, out, scratch = _filings(tmp_path, *"abcdefghij"), tmp_path / "out", tmp_path / "scratch"
    scratch.mkdir()
    command = (sys.executable, "-m", "form4gen", "render", *paths, *IN_TIME, "--pdf", "-o", str(out), "--jobs", jobs)
    environment = os.environ | {"PYTHONPATH": str(ROOT), "TMPDIR": str(scratch)}
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # a shell may let what it starts ignore it
    with subprocess.Popen(  # noqa: S603  our own command
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        preexec_fn=heard,  # noqa: PLW1509  it takes no lock
    ) as started:  # fmt: skip
        while started.poll() is None and not any(name.endswith(".pdf") for name in _tree(out)):  # whole, no draft
            time.sleep(0.02)
        os.killpg(started.pid, signal.SIGINT)
        printed, told = started.communicate(timeout=60)
    assert started.returncode == 130
    assert told == f"form4gen {__version__}; no settings\nform4gen: Interrupted.\n".encode()
    assert 0 < len(_tree(out)) < len(paths)
    assert printed.decode().splitlines() == [str(out / name) for name in _tree(out)]
    assert all(name.endswith(".pdf") and (out / name).read_bytes().endswith(b"%%EOF\n") for name in _tree(out))
    assert _tree(scratch) == []
    with pytest.raises(ProcessLookupError):
        os.killpg(started.pid, 0)


def test_progress_is_shown_on_a_terminal_and_nowhere_else(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty", reason="this system has no terminals to open")
    paths, out = _filings(tmp_path, "a", "b"), str(tmp_path / "out")
    ours, theirs = pty.openpty()
    done = start("render", *paths, *IN_TIME, "--html", "-o", out, stdout=subprocess.PIPE, stderr=theirs)
    os.close(theirs)
    shown = os.read(ours, 100_000)
    os.close(ours)
    assert b"Printing  [" in shown
    assert b"2/2" in shown
    assert shown.endswith(b"form4gen: 2 printed\r\n")
    assert done.stdout.splitlines() == [os.fsencode(os.path.join(out, name)) for name in ("a.html", "b.html")]
    assert b"Printing" not in start("render", *paths, *IN_TIME, "--html", "-o", out, "--force").stderr


@pytest.mark.parametrize(
    ("jobs", "files", "least", "size"),
    [
        (None, 1, 1, 1), (None, 3, 1, 3), (None, 4, 1, 4), (None, 5, 1, 4),
        (None, 199, 100, 1), (None, 200, 100, 2), (1, 9, 1, 1), (8, 9, 1, 8), (8, 3, 100, 3),
    ],
)  # fmt: skip
def test_there_are_as_many_workers_as_pay(
    monkeypatch: pytest.MonkeyPatch, jobs: int | None, files: int, least: int, size: int
) -> None:
    monkeypatch.setattr("form4gen.cli.many._cores", lambda: 4)
    assert many.team_size(jobs, files, least) == size


@JOBS
def test_a_style_that_takes_too_long_is_named_once_and_tried_for_no_other_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: str
) -> None:
    tries = tmp_path / "tries"

    def too_slow(*_: object, **__: object) -> NoReturn:
        with tries.open("a") as file:
            file.write("x")
        raise TooCostlyError("The style takes too long.")

    monkeypatch.setattr("form4gen.render.firm_pdf.pdf_apart", too_slow)
    firm = folder(tmp_path / "firm", {"firm.css": "p {}"})
    paths, out = _filings(tmp_path / "in", *"abcdefgh"), tmp_path / "out"
    line = ("render", *paths, *IN_TIME, "--templates", str(firm), "-o", str(out), "--jobs", jobs)
    result = run(*line)
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "form4gen: The style takes too long.",
        "form4gen: No other form is printed with these templates, because they take too long.",
        "form4gen: 8 could not be printed",
    ]
    assert len(tries.read_text()) <= int(jobs)
    assert not out.exists()
    assert run(*line, "--html").exit_code == 0  # another run begins anew


def test_processes_that_start_anew_share_what_is_known_of_the_templates(tmp_path: Path) -> None:
    firm = folder(tmp_path / "firm", {"cover.html.jinja": ENDLESS})
    paths = _filings(tmp_path / "in", *"abcd")
    set_limit = f"from form4gen.render import sandbox; sandbox.LIMITS = sandbox.LIMITS._replace(computing=1)\n{SPAWNED}"
    line = (
        sys.executable,
        "-c",
        set_limit,
        "render",
        *paths,
        *IN_TIME,
        "--html",
        "--templates",
        str(firm),
        "--jobs",
        "2",
    )
    done = subprocess.run(  # noqa: S603  this interpreter
        line, cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, check=False, timeout=300
    )
    assert done.returncode == 2
    told = done.stderr.decode().splitlines()
    assert "seconds of processor time; simplify it, or look for an endless loop." in told[0]
    assert told[1:] == [
        "form4gen: No other form is printed with these templates, because they take too long.",
        "form4gen: 4 could not be printed",
    ]

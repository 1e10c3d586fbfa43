"""Signals end a run as Ctrl-C does: no temporary file stays, and after SIGKILL the next run removes it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from command_line import IN_TIME, ROOT, TECOGEN, start

from form4gen.temporary import is_temporary

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the signals are those of POSIX")

SECRET = "zq7x#kwm"  # noqa: S105  nobody's
ENDS = {
    signal.SIGINT: (130, b"form4gen: Interrupted.\n"),
    signal.SIGTERM: (143, b"form4gen: Stopped by SIGTERM.\n"),
    signal.SIGHUP: (129, b"form4gen: Stopped by SIGHUP.\n"),
}
EACH = pytest.mark.parametrize("number", ENDS)


def _files(*folders: Path) -> list[Path]:
    return [path for folder in folders for path in folder.rglob("*")]


def _heard() -> None:
    for number in ENDS:  # a shell may let what it starts ignore them
        signal.signal(number, signal.SIG_DFL)


def _begun(scratch: Path, *arguments: str) -> subprocess.Popen[bytes]:
    scratch.mkdir(exist_ok=True)
    environment = os.environ | {"PYTHONPATH": str(ROOT), "TMPDIR": str(scratch), "FORM4GEN_CCC_1625781": SECRET}
    return subprocess.Popen(  # noqa: S603  our own command
        (sys.executable, "-m", "form4gen", *arguments), env=environment, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=_heard,  # noqa: PLW1509  it takes no lock
    )  # fmt: skip


def _inputs(folder: Path, count: int) -> list[str]:
    paths = [folder / f"{number}.json" for number in range(count)]
    for path in paths:
        path.write_bytes(Path(TECOGEN).read_bytes())
    return [str(path) for path in paths]


def _is_there(group: int) -> bool:
    """Whether a process of a group still exists."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def _wait_for(begun: subprocess.Popen[bytes], what: partial[bool]) -> None:
    while begun.poll() is None and not what():
        time.sleep(0.002)


@EACH
@pytest.mark.parametrize("jobs", ["1", "3"])
def test_a_run_with_several_inputs_ends_quietly_and_leaves_whole_files_alone(
    tmp_path: Path, number: int, jobs: str
) -> None:
    out, scratch = tmp_path / "out", tmp_path / "scratch"
    out.mkdir()
    with _begun(scratch, "render", *_inputs(tmp_path, 20), *IN_TIME, "--pdf", "-o", str(out), "--jobs", jobs) as begun:
        _wait_for(begun, partial(lambda: any(path.suffix == ".pdf" for path in out.iterdir())))
        os.killpg(begun.pid, number)
        _, told = begun.communicate(timeout=60)
    assert (begun.returncode, told.splitlines(keepends=True)[-1]) == ENDS[signal.Signals(number)]
    assert all(path.read_bytes().endswith(b"%%EOF\n") for path in _files(out))
    assert 0 < len(_files(out)) < 20
    assert _files(scratch) == []
    with pytest.raises(ProcessLookupError):
        os.killpg(begun.pid, 0)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("kind", ["--html", "--pdf", "--closing"])
def test_a_run_that_is_stopped_while_it_prints_leaves_nothing(tmp_path: Path, number: int, kind: str) -> None:
    out, scratch = tmp_path / "out", tmp_path / "scratch"
    with _begun(scratch, "render", TECOGEN, *IN_TIME, kind, "-o", str(out)) as begun:
        _wait_for(begun, partial(lambda: kind == "--html" or any(scratch.iterdir())))
        os.kill(begun.pid, number)
        _, told = begun.communicate(timeout=60)
    assert begun.returncode in {ENDS[signal.Signals(number)][0], -number, 0}, told
    assert [path for path in _files(out, scratch) if is_temporary(path.name)] == []


def test_a_firm_whose_page_is_stopped_has_its_process_ended_too(tmp_path: Path) -> None:
    firm, scratch = tmp_path / "firm", tmp_path / "scratch"
    firm.mkdir()
    (firm / "form4.css").write_text("body { color: black }", "utf-8")
    call = ("render", TECOGEN, *IN_TIME, "--pdf", "--templates", str(firm), "-o", str(tmp_path / "out"))
    with _begun(scratch, *call) as begun:
        _wait_for(begun, partial(lambda: len(_files(scratch)) > 1))  # the child has a folder within that of its parent
        os.kill(begun.pid, signal.SIGTERM)
        _, told = begun.communicate(timeout=60)
    assert (begun.returncode, told.splitlines(keepends=True)[-1]) == ENDS[signal.SIGTERM]
    assert _files(scratch) == []


@pytest.mark.parametrize("wait", [0.0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_submission_that_is_stopped_at_any_time_leaves_its_ccc_nowhere_else(
    tmp_path: Path, number: int, wait: float
) -> None:
    out, scratch = tmp_path / "out", tmp_path / "scratch"
    out.mkdir()
    with _begun(scratch, "export", TECOGEN, *IN_TIME, "--submission", "-o", str(out)) as begun:
        time.sleep(wait)
        os.kill(begun.pid, number)
        said = begun.communicate(timeout=60)
    assert begun.returncode in {ENDS[signal.Signals(number)][0], -number, 0}, said
    assert {path.name for path in _files(out, scratch)} <= {
        "tecogen-2017.xml", "ex24.txt", "tecogen-2017-submission.xml"
    }  # fmt: skip
    assert SECRET.encode() not in b"".join(said)


@EACH
def test_a_run_that_was_started_to_ignore_a_signal_goes_on(tmp_path: Path, number: int) -> None:
    done = start(
        "validate", TECOGEN, *IN_TIME, preexec_fn=partial(signal.signal, number, signal.SIG_IGN), cwd=str(tmp_path)
    )
    assert done.returncode == 0
    code = f"import os, form4gen.signals as s; s.listen(); os.kill(os.getpid(), {int(number)}); print('on')"
    ignoring = subprocess.run(  # noqa: S603  our own code
        (sys.executable, "-c", code), check=True, capture_output=True, cwd=ROOT,
        preexec_fn=partial(signal.signal, number, signal.SIG_IGN),
    )  # fmt: skip
    assert ignoring.stdout == b"on\n"


@pytest.mark.parametrize("command", ["export", "render"])
def test_what_a_killed_run_leaves_is_removed_by_the_next_and_nothing_else_is(tmp_path: Path, command: str) -> None:
    out, scratch = tmp_path / "out", tmp_path / "scratch"
    call = (
        command,
        TECOGEN,
        *IN_TIME,
        *(["--submission", "--force"] if command == "export" else ["--pdf", "--force"]),
        "-o",
        str(out),
    )
    stopping = (
        "import os, signal\n"
        "from form4gen.drafts import Draft\n"
        "from form4gen.cli.main import run\n"
        "real = Draft.write\n"
        "def killed(draft, content):\n"
        "    real(draft, content[:-20])\n"
        "    if b'<edgarSubmission>' in content or content.startswith(b'%PDF'):\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "Draft.write = killed\n"
        "run()\n"
    )
    scratch.mkdir()
    out.mkdir()
    (out / ".mine.tmp").write_text("mine", "utf-8")
    (scratch / "form4gen-mine").mkdir()
    environment = {"TMPDIR": str(scratch), "FORM4GEN_CCC_1625781": SECRET, "PYTHONPATH": str(ROOT)}
    killed = subprocess.run(  # noqa: S603  our own code
        (sys.executable, "-c", stopping, *call), check=False, env=os.environ | environment, capture_output=True
    )
    # A PDF is made in a process of its own, whose end its parent reports.
    assert killed.returncode == (2 if command == "render" else -signal.SIGKILL)
    left = [path for path in _files(out, scratch) if is_temporary(path.name)]
    assert [path.parent for path in left if path.is_file()] == [out]
    if command == "export":
        assert left[0].stat().st_mode & 0o777 == 0o600
    done = start(*call, environment=environment)
    assert done.returncode == 0, done.stderr
    assert [path for path in _files(out, scratch) if is_temporary(path.name)] == []
    assert (out / ".mine.tmp").exists()
    assert (scratch / "form4gen-mine").exists()


def test_the_folder_of_fonts_that_a_killed_run_leaves_is_removed_by_the_next(tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    call = ("render", TECOGEN, *IN_TIME, "--pdf", "--force", "-o", str(tmp_path / "out"))
    with _begun(scratch, *call) as begun:
        _wait_for(begun, partial(lambda: bool(list(scratch.rglob("fonts.conf")))))
        os.killpg(begun.pid, signal.SIGKILL)  # the process that makes the PDF, too
        begun.wait()
    while _is_there(begun.pid):
        time.sleep(0.01)
    assert any(is_temporary(path.name) for path in scratch.iterdir())
    assert start(*call, environment={"TMPDIR": str(scratch)}).returncode == 0
    assert _files(scratch) == []

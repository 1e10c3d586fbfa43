"""Faults of the computer: closed and full streams, limits, names that are no text. They end with 2, never 70 or 1."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import zoneinfo
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from command_line import IN_TIME, ROOT, TECOGEN, run

from form4gen.cli import clock, main, streams
from form4gen.cli.faults import describe
from form4gen.errors import MissingLibraryError, UnusableInputError, shortage
from form4gen.render.pango import weasyprint
from form4gen.report import sarif

posix = pytest.mark.skipif(which("bash") is None, reason="bash closes the stream or sets the limit")
linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems do not enforce these limits")
BUFFERED = pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])


def _shell(line: str, folder: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of bash in which ``form4gen`` is the command, and ``$FORM`` a filing."""
    command = f'form4gen() {{ "{sys.executable}" -m form4gen "$@"; }}; set -o pipefail; {line}'
    there = os.environ | {"PYTHONPATH": str(ROOT), "FORM": TECOGEN, "AT": IN_TIME[1]} | environment
    return subprocess.run(  # noqa: S603  our own command
        (which("bash") or "bash", "-c", command), cwd=folder, env=there, capture_output=True, check=False, timeout=120
    )


VALIDATE = "form4gen validate $FORM --filed-at $AT"
COMMANDS = pytest.mark.parametrize("command", [VALIDATE, "form4gen rules", "form4gen --help"])


@posix
@COMMANDS
def test_a_closed_standard_output_is_named_before_any_work(command: str) -> None:
    done = _shell(f"{command} >&-")
    assert done.returncode == 2
    assert done.stderr == b"form4gen: Standard output is closed. Send it to a file, or to /dev/null.\n"


@posix
@COMMANDS
def test_a_closed_standard_error_is_named_on_standard_output_before_any_work(command: str) -> None:
    done = _shell(f"{command} 2>&-")
    assert done.returncode == 2
    assert done.stdout == b"form4gen: Standard error is closed. Send it to a file, or to /dev/null.\n"


@posix
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has a device that is always full")
@BUFFERED
@COMMANDS
def test_a_full_standard_output_ends_with_2_and_a_remedy(command: str, unbuffered: str) -> None:
    done = _shell(f"{command} >/dev/full", PYTHONUNBUFFERED=unbuffered)
    assert done.returncode == 2
    assert done.stderr.startswith(b"form4gen: ")
    assert b"Traceback" not in done.stderr
    assert b"a disk with free space" in done.stderr or b"Free some space" in done.stderr


@posix
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has a device that is always full")
@pytest.mark.parametrize(
    "command",
    [f"{VALIDATE} --format concise", f"{VALIDATE} --nope", "form4gen validate none.json", "form4gen render none.json"],
)
def test_a_full_standard_error_ends_with_2(command: str) -> None:
    assert _shell(f"{command} 2>/dev/full").returncode == 2


@posix
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has a device that is always full")
def test_a_full_standard_error_stops_no_input_of_a_batch(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.json").write_bytes(Path(TECOGEN).read_bytes())
    done = _shell("form4gen render a.json none.json b.json --html --filed-at $AT -o out 2>/dev/full", tmp_path)
    assert done.returncode == 2
    assert sorted(os.listdir(tmp_path / "out")) == ["a.html", "b.html"]


@posix
@BUFFERED
@COMMANDS
def test_a_reader_that_is_gone_ends_the_run_with_2_and_a_remedy(command: str, unbuffered: str) -> None:
    # The reader ends before the command begins to write, because it does not read at all.
    line = f"{{ sleep 0.5; {command}; echo $? >&3; }} 3>&2 | :"
    done = _shell(line, PYTHONUNBUFFERED=unbuffered)
    assert done.stderr.splitlines() == [
        f"form4gen: Cannot write to standard output: {streams.GONE}".encode(),
        b"2",
    ]


@posix
@BUFFERED
def test_output_that_a_limit_cuts_short_is_no_success(tmp_path: Path, unbuffered: str) -> None:
    done = _shell(f"ulimit -f 8; {VALIDATE} --format html >page.html", tmp_path, PYTHONUNBUFFERED=unbuffered)
    assert done.returncode == 2
    assert b"Cannot write to standard output: File too large. Raise the limit (ulimit -f)." in done.stderr


@linux
@pytest.mark.parametrize(
    ("limit", "words"),
    [
        ("-n 5", {b"", b"too many files", b"low limit"}),
        ("-v 30000", {b"not enough memory"}),
        ("-v 80000", {b"not enough memory", b"low limit", b"No more processes"}),
        ("-v 110000", {b"", b"not enough memory", b"low limit", b"No more processes"}),
        ("-f 8", {b"a file would be larger", b"file too large"}),
    ],
)
@pytest.mark.parametrize("inputs", ["$FORM", "a.json b.json c.json --jobs 3"], ids=["one", "several"])
def test_a_low_limit_never_ends_a_pdf_with_a_crash_or_a_bug(
    tmp_path: Path, limit: str, words: set[bytes], inputs: str
) -> None:
    for name in "abc":
        (tmp_path / f"{name}.json").write_bytes(Path(TECOGEN).read_bytes())
    done = _shell(f"ulimit {limit}; form4gen render {inputs} --pdf --filed-at $AT -o out", tmp_path)
    told = done.stderr.lower()
    assert done.returncode in ((0, 2) if b"" in words else (2,)), told
    assert any(each.lower() in told for each in words if each) or done.returncode == 0
    assert b"internal error" not in told
    assert b"ulimit" in told or done.returncode == 0
    whole = [path for path in tmp_path.rglob("*.pdf") if path.read_bytes().endswith(b"%%EOF\n")]
    assert len(whole) == len(done.stdout.splitlines())


@linux
@pytest.mark.parametrize("limit", ["-n 14", "-v 200000", "-f 64"])
@pytest.mark.parametrize(
    "command",
    [
        VALIDATE, f"{VALIDATE} --format html", "form4gen export $FORM --filed-at $AT -o out",
        "form4gen validate $FORM $FORM $FORM $FORM --filed-at $AT --jobs 4",
    ],
)  # fmt: skip
def test_a_limit_that_is_enough_is_none(tmp_path: Path, limit: str, command: str) -> None:
    done = _shell(f"ulimit {limit}; {command}", tmp_path)
    assert done.returncode == 0, done.stderr


@linux
@pytest.mark.parametrize("jobs", [1, 8])
def test_fewer_processes_than_wanted_do_the_same_work(tmp_path: Path, jobs: int) -> None:
    names = [f"{number}.json" for number in range(12)]
    for name in names:
        (tmp_path / name).write_bytes(Path(TECOGEN).read_bytes())
    done = _shell(f"ulimit -n 12; form4gen validate *.json --filed-at $AT --format json --jobs {jobs}", tmp_path)
    assert done.returncode == 0, done.stderr
    assert {json.loads(line)["file"] for line in done.stdout.splitlines()} == set(names)


@linux
@pytest.mark.parametrize("form", ["text", "concise", "json", "sarif", "github", "html"])
@pytest.mark.parametrize("locale", ["C.UTF-8", "C"])
def test_a_file_name_that_is_no_text_is_reported_in_every_format(tmp_path: Path, form: str, locale: str) -> None:
    name = os.fsdecode(b"caf\xc3\xa9 \xff.json")
    (tmp_path / name).write_bytes(Path(TECOGEN).read_bytes())
    plain = {"PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"} if locale == "C" else {}
    done = _shell(f"form4gen validate *.json --filed-at $AT --format {form}", tmp_path, LC_ALL=locale, **plain)
    assert done.returncode == 0, done.stderr
    shown = done.stdout.decode("utf-8")  # it is UTF-8 as a whole
    if form == "sarif":
        (artifact,) = json.loads(shown)["runs"][0]["artifacts"]
        assert artifact["location"]["uri"] == "caf%C3%A9%20%FF.json"
    elif form == "json":
        assert json.loads(shown)["file"] == "caf\u00e9 \udcff.json"
    elif form not in {"github", "concise"}:  # which name it only in findings, and there are none
        assert "caf\u00e9 " in shown


@linux
def test_a_file_name_that_is_no_text_does_not_take_the_log_of_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(Path(TECOGEN).read_bytes())
    (tmp_path / os.fsdecode(b"\xff.json")).write_bytes(b"no JSON")
    done = _shell("form4gen validate *.json none.json --filed-at $AT --format sarif", tmp_path)
    (log,) = json.loads(done.stdout)["runs"]
    assert [each["location"]["uri"] for each in log["artifacts"]] == ["a.json", "%FF.json", "none.json"]
    assert [each["exitCode"] for each in log["invocations"]] == [0, 1, 2]


def test_a_fault_in_the_part_of_one_file_does_not_take_the_log_of_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if sys.platform != "linux":
        pytest.skip("a process is not forked, so the test cannot reach into it")
    real = sarif._properties  # noqa: SLF001  the test breaks it

    def broken(report: Any) -> Any:
        if report.file.endswith("b.json"):
            raise ZeroDivisionError("of nothing")
        return real(report)

    monkeypatch.setattr(sarif, "_properties", broken)
    paths = [str(tmp_path / f"{name}.json") for name in "abc"]
    for path in paths:
        Path(path).write_bytes(Path(TECOGEN).read_bytes())
    result = run("validate", *paths, *IN_TIME, "--format", "sarif")
    assert result.exit_code == 70
    (log,) = json.loads(result.stdout)["runs"]
    assert [each["exitCode"] for each in log["invocations"]] == [0, 70, 0]


@posix
def test_a_current_folder_that_is_gone_is_no_bug(tmp_path: Path) -> None:
    done = _shell(f"mkdir gone && cd gone && rmdir ../gone && {VALIDATE}; form4gen validate none.json", tmp_path)
    assert done.returncode == 2
    assert b"internal error" not in done.stderr


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (MemoryError(), "There is not enough memory."),
        (SystemError("error return without exception set"), "There is not enough memory."),
        (OSError(errno.EMFILE, "Too many open files"), "Too many files are open at a time. Raise the limit (ulimit"),
        (OSError(errno.ENFILE, "Too many open files in system"), "Too many files are open at a time."),
        (OSError(errno.ENOMEM, "Cannot allocate memory"), "There is not enough memory."),
        (OSError(errno.EAGAIN, "Resource temporarily unavailable"), "No more processes can be started."),
        (OSError(errno.ENOSPC, "No space left on device"), "The disk is full. Free some space, or set TMPDIR"),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), "The disk is full."),
        (ImportError("libx.so: failed to map segment from shared object"), "There is not enough memory."),
        (OSError("cannot load library: Too many open files"), "Too many files are open at a time."),
        (ImportError("No module named 'networkx'"), "A part of the installation cannot be loaded: No module named"),
        (PermissionError(errno.EACCES, "Permission denied", "/x\n"), "needs: Permission denied (/x\\n)."),
    ],
)  # fmt: skip
def test_a_fault_of_the_computer_is_named_with_a_remedy(error: Exception, words: str) -> None:
    code, messages = describe(error)
    assert code == 2
    assert words in messages[-1].text


def test_other_errors_are_no_shortage() -> None:
    assert shortage(ValueError("too many open files")) is None
    assert shortage(OSError(errno.ENOENT, "No such file or directory")) is None
    assert shortage(OSError()) is None
    assert describe(SystemError("bad argument to internal function"))[0] == 70


def test_a_shortage_is_not_taken_for_a_missing_library(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def find_spec(self, name: str, *_: object) -> None:
            if name.partition(".")[0] == "weasyprint":
                raise OSError("cannot load library 'libpango': failed to map segment from shared object")

    for name in [each for each in sys.modules if each.partition(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Full(), *sys.meta_path])
    with pytest.raises(OSError, match="failed to map segment"):
        weasyprint()


@pytest.mark.parametrize("missing", ["no data", "damaged data"])
def test_time_zone_data_that_are_missing_or_damaged_are_named_with_the_remedy(
    missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = zoneinfo.ZoneInfoNotFoundError() if missing == "no data" else ValueError("Invalid TZif file")

    def raise_fault(_: str) -> None:
        raise fault

    monkeypatch.setattr(zoneinfo, "ZoneInfo", raise_fault)
    with pytest.raises(MissingLibraryError, match="Run: pip install tzdata"):
        clock.eastern(clock.datetime(2026, 11, 9, 16, 5))
    result = run("validate", TECOGEN)
    assert (result.exit_code, result.stdout) == (2, "")


def test_the_time_zones_of_the_package_are_used_where_the_system_has_none() -> None:
    done = subprocess.run(  # noqa: S603  our own command
        (sys.executable, "-m", "form4gen", "validate", TECOGEN, *IN_TIME),
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONTZPATH": ""},
        capture_output=True,
        check=True,
    )
    assert b"checked as of Tue, Nov 14, 2017, 8:00 p.m. ET" in done.stdout


def test_a_stream_that_accepts_a_part_gets_the_rest_and_one_that_accepts_nothing_fails(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Buffer:
        def __init__(self, most: int | None) -> None:
            self.most, self.content = most, b""

        def write(self, data: bytes) -> int | None:
            if self.most is None:
                return None
            self.content += bytes(data[: self.most])
            return min(self.most, len(data))

    class Stream:
        def __init__(self, buffer: Buffer) -> None:
            self.buffer = buffer

        def flush(self) -> None:
            pass

        def fileno(self) -> int:
            raise OSError

    slow = Buffer(3)
    monkeypatch.setattr(sys, "stdout", Stream(slow))
    streams.write_output("caf\u00e9 \udcff in pieces\n")
    assert slow.content == "caf\u00e9 \\udcff in pieces\n".encode()
    monkeypatch.setattr(sys, "stdout", Stream(Buffer(None)))
    with pytest.raises(UnusableInputError, match="it accepts nothing at the moment"):
        streams.write_output("x")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.EMFILE, "Too many open files"), "OSError [Errno 24] Too many open files"),
        (MemoryError(), "Not enough memory"),
    ],
)
def test_what_cannot_even_load_the_modules_that_report_it_ends_with_2(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], error: Exception, words: str
) -> None:
    monkeypatch.setitem(sys.modules, "form4gen.cli.faults", None)
    monkeypatch.setattr(os, "_exit", sys.exit)
    with pytest.raises(SystemExit) as end:
        main._report(error)  # noqa: SLF001  what ``run`` does
    assert end.value.code == 2
    assert capfd.readouterr().err == f"form4gen: {words}. Raise the limits of this computer (ulimit).\n"


@pytest.mark.skipif(sys.platform != "linux", reason="a process is not forked, so the test cannot reach into it")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTRAP])
def test_a_crash_under_a_low_limit_is_a_fault_of_the_computer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    monkeypatch.setattr("form4gen.cli.workers._low_limits", lambda: "ulimit -v")
    monkeypatch.setattr("form4gen.cli.drawing.checked", lambda *_, **__: os.kill(os.getpid(), number))
    result = run("render", TECOGEN, *IN_TIME, "--pdf", "-o", str(tmp_path))
    assert result.exit_code == 2
    assert "internal error" not in result.stderr
    assert ("--jobs" if number is signal.SIGKILL else "Raise it (ulimit -v).") in result.stderr

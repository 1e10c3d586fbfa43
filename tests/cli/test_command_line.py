"""The command line as a whole: help, streams, encodings, exit codes, and what is never shown."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import IO, NoReturn

import pytest
from command_line import IN_TIME, ROOT, TECOGEN, changed, run, start

from form4gen import __version__
from form4gen.cli import streams
from form4gen.errors import UnusableInputError

TASKS = {
    "Prepare a filing": ("new", "next", "amend", "import", "fills"),
    "Check it": ("validate", "deadline", "rules"),
    "Print and file it": ("render", "export"),
    "Work in the browser": ("workbench",),
    "Look back": ("ledger", "diff", "audit"),
    "Set up": ("schema", "doctor"),
}
COMMANDS = tuple(command for commands in TASKS.values() for command in commands)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_each_command_has_help_with_an_example(command: str, option: str) -> None:
    result = run(command, option)
    assert result.exit_code == 0
    assert re.search(rf"Examples?:\n    form4gen {command}", result.stdout)


def test_the_help_lists_the_commands_by_task_the_exit_codes_and_an_example() -> None:
    result = run("--help")
    assert result.exit_code == 0
    for task, commands in TASKS.items():
        listed = result.stdout.split(f"\n{task}:\n")[1].split("\n\n")[0]
        assert tuple(re.findall(r"^  (\w+) +[A-Z].*\.$", listed, re.MULTILINE)) == commands
    assert len(re.findall(r"^  \w+ +(?=[A-Z].*\.$)", result.stdout, re.MULTILINE)) == len(COMMANDS)
    assert len({len(start) for start in re.findall(r"^  \w+ +(?=[A-Z].*\.$)", result.stdout, re.MULTILINE)}) == 1
    assert "70  internal error in form4gen" in result.stdout
    assert "form4gen new --code P > form4.json" in result.stdout


def test_a_shell_can_complete_commands_and_options() -> None:
    completing = {"_FORM4GEN_COMPLETE": "bash_complete"}
    commands = start(environment=completing | {"COMP_WORDS": "form4gen ", "COMP_CWORD": "1"})
    options = start(environment=completing | {"COMP_WORDS": "form4gen render --d", "COMP_CWORD": "2"})
    assert [line.partition(b",")[2].decode() for line in commands.stdout.splitlines()] == list(COMMANDS)
    assert options.stdout.split() == [b"plain,--draft"]


def test_the_version_is_that_of_the_package() -> None:
    assert run("--version").stdout == f"form4gen {__version__}\n"


def test_a_mistyped_command_is_refused_with_the_nearest() -> None:
    result = run("validat", TECOGEN)
    assert result.exit_code == 2
    assert "There is no command 'validat'. Did you mean validate?" in result.stderr
    assert f"The commands are {', '.join(COMMANDS)}." in run("zzz").stderr


@pytest.mark.parametrize("arguments", [("validate",), ("validate", TECOGEN, "--nope"), ("rules", "no", "such", "name")])
def test_wrong_usage_ends_with_2(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("Usage: form4gen ")


def test_an_unexpected_fault_is_a_bug_of_ours_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: str) -> NoReturn:
        raise ZeroDivisionError("division\nby zero")

    monkeypatch.setattr("form4gen.cli.checking.read", broken)
    monkeypatch.delenv("FORM4GEN_DEBUG", raising=False)
    result = run("validate", TECOGEN)
    assert result.exit_code == 70
    assert result.stderr.startswith("form4gen: internal error: ZeroDivisionError: division\nPlease report it")
    assert "Traceback" not in result.stderr
    monkeypatch.setenv("FORM4GEN_DEBUG", "1")
    assert run("validate", TECOGEN).stderr.startswith("Traceback")


def test_an_interruption_is_no_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: str) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr("form4gen.cli.checking.read", interrupted)
    result = run("validate", TECOGEN)
    assert result.exit_code == 130
    assert result.stderr == "form4gen: Interrupted.\n"


def test_the_module_runs_like_the_console_script() -> None:
    done = start("validate", TECOGEN, *IN_TIME)
    assert done.returncode == 0
    assert done.stdout.endswith(b"0 advisories\n")
    assert done.stderr == b""


def test_standard_input_of_a_process_is_read() -> None:
    done = start("validate", "-", *IN_TIME, input=Path(TECOGEN).read_bytes())
    assert done.returncode == 0
    assert done.stdout.startswith(b"<stdin>: checked as of Tue, Nov 14, 2017, ")


def test_a_byte_order_mark_is_no_fault() -> None:
    assert start("validate", "-", *IN_TIME, input=b"\xef\xbb\xbf" + Path(TECOGEN).read_bytes()).returncode == 0


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}])
def test_output_is_utf_8_in_any_locale(tmp_path: Path, locale: dict[str, str]) -> None:
    override = {"rule": "XX999", "place": "", "reason": "-", "by": "\u6f22"}
    path = changed(tmp_path, {"overrides": [override | {"rule": "\u6f22\u5b57"}]}, name="form\u00e9.json")
    done = start("validate", path, *IN_TIME, environment=locale | {"PYTHONIOENCODING": ""})
    assert "\u6f22\u5b57, which is not a rule".encode() in done.stdout
    assert done.returncode == 0


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has file names that are no text")
def test_a_file_name_that_is_no_text_is_shown_escaped(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff.json"
    Path(os.fsdecode(path)).write_bytes(Path(TECOGEN).read_bytes())
    done = start("validate", os.fsdecode(path), *IN_TIME, "--format", "json")
    assert done.returncode == 0
    assert b"\\udcff.json" in done.stdout


def test_a_reader_that_goes_away_ends_the_run_with_2() -> None:
    command = (sys.executable, "-m", "form4gen", "rules")
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(  # noqa: S603  our own command
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as started:
        assert started.stdout is not None
        assert started.stderr is not None
        started.stdout.close()
        assert started.stderr.read().startswith(b"form4gen: Cannot write to standard output: the program that reads it")
        assert started.wait(60) == 2


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has a device that is always full")
def test_a_full_disk_behind_standard_output_is_told() -> None:
    with open("/dev/full", "wb") as full:
        done = start("schema", "--report", stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert done.stderr.startswith(b"form4gen: Cannot write to standard output: No space left on device.")
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a shell closes the stream")
def test_a_closed_standard_input_is_told() -> None:
    line = f'exec "{sys.executable}" -m form4gen validate - <&-'
    done = subprocess.run(  # noqa: S602  the shell is what closes the stream
        line, shell=True, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, check=False
    )
    assert done.returncode == 2
    assert b"Cannot read standard input: it is closed." in done.stderr


class _Terminal:
    def __init__(self, *, terminal: bool) -> None:
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


@pytest.mark.parametrize(
    ("terminal", "environment", "colors"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (True, {"TERM": "dumb"}, False),
    ],
)
def test_colors_are_for_terminals_that_want_them(
    monkeypatch: pytest.MonkeyPatch,
    terminal: bool,  # noqa: FBT001
    environment: dict[str, str],
    colors: bool,  # noqa: FBT001
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    stream: IO[str] = _Terminal(terminal=terminal)  # type: ignore[assignment]
    assert streams.shows_color(stream) == colors


def test_a_path_is_shown_whole_and_without_commands_to_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert streams.full("a\x1b[2Jb") == f"{tmp_path}{os.sep}a\\x1b[2Jb"


def test_a_reason_is_that_of_the_system_or_of_the_error() -> None:
    assert streams.reason(OSError(28, "No space left on device")) == "No space left on device"
    assert streams.reason(ValueError("embedded null byte")) == "embedded null byte"
    with pytest.raises(UnusableInputError, match="embedded null byte"):
        streams.read("\0")

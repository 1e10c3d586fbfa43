"""Processes that share inputs: order, memory, crashes, and Ctrl-C at any moment."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from command_line import IN_TIME, ROOT, TECOGEN

from form4gen import __version__
from form4gen.cli.output import Result
from form4gen.cli.workers import in_order

# Newer Pythons warn of forking beside the threads of the test runner.
pytestmark = [
    pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning"),
    pytest.mark.skipif(sys.platform != "linux", reason="a process is not forked, so the test cannot reach into it"),
]


def _slow_first(folder: Path, path: str) -> Result:
    (folder / path).touch()
    deadline = time.monotonic() + 5
    while path == "0" and len(list(folder.iterdir())) < 8 and time.monotonic() < deadline:
        time.sleep(0.01)
    if path == "0":
        time.sleep(0.2)  # time for a ninth to begin, if it were allowed to
        return Result(0, value=len(list(folder.iterdir())))
    return Result(0, value=path)


def test_results_come_in_order_and_no_input_begins_far_ahead_of_one_that_is_not_finished(tmp_path: Path) -> None:
    first, *others = (each.value for each in in_order(partial(_slow_first, tmp_path), map(str, range(40)), 2))
    assert first == 8
    assert others == [str(number) for number in range(1, 40)]


def _end(code: int, path: str) -> Result:
    if path == "b":
        os._exit(code)
    return Result(0, value=path)


@pytest.mark.parametrize("code", [0, 1, 70])
def test_a_process_that_ends_with_any_exit_code_costs_its_input_alone(code: int) -> None:
    one, two, three = in_order(partial(_end, code), "abc", 2)
    assert (one.value, two.value, three.value) == ("a", None, "c")
    assert two.code == 70
    assert two.messages[0].text.startswith(f"form4gen: internal error: crashed on this input (exit code {code}).")


def test_inputs_are_taken_as_they_are_needed() -> None:
    taken: list[str] = []

    def paths() -> object:
        for number in range(1000):
            taken.append(str(number))
            yield str(number)

    results = in_order(partial(_end, 0), paths(), 2)  # type: ignore[arg-type]
    assert next(iter(results)).value == "0"
    assert len(taken) <= 9
    results.close()  # type: ignore[attr-defined]


def _interrupted_as_processes_start(folder: Path, wait: float) -> tuple[int, bytes]:
    inputs = [folder / f"{number}.json" for number in range(20)]
    for each in inputs:
        each.write_bytes(Path(TECOGEN).read_bytes())
    command = (sys.executable, "-m", "form4gen", "render", *map(str, inputs), *IN_TIME, "--html", "-o", str(folder))
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(  # noqa: S603  our own command
        (*command, "--jobs", "3"), env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, start_new_session=True, preexec_fn=heard,  # noqa: PLW1509  it takes no lock
    ) as started:  # fmt: skip
        children = Path(f"/proc/{started.pid}/task/{started.pid}/children")
        while started.poll() is None and not children.read_text("ascii"):
            pass
        time.sleep(wait)
        os.killpg(started.pid, signal.SIGINT)
        _, told = started.communicate(timeout=60)
    with pytest.raises(ProcessLookupError):
        os.killpg(started.pid, 0)
    return started.returncode, told


@pytest.mark.skipif(not os.path.exists("/proc/self/task"), reason="the children of a process are not listed here")
@pytest.mark.parametrize("wait", [0, 0.001, 0.002, 0.005, 0.01])
def test_ctrl_c_while_processes_start_is_quiet_and_leaves_none(tmp_path: Path, wait: float) -> None:
    code, told = _interrupted_as_processes_start(tmp_path, wait)
    # A process that is just starting ignores the signal, and a quick run may end before it arrives. Where the signal
    # arrives while Python itself runs the text of a class, as for a dataclass, the interpreter ends by the signal.
    head = f"form4gen {__version__}; no settings\n"
    quiet = b"form4gen: Interrupted.\n"
    told = told.removeprefix(head.encode()) if code else told
    assert (code, told) in {(130, quiet), (-signal.SIGINT, quiet), (0, f"{head}form4gen: 20 printed\n".encode())}
    assert not list(tmp_path.glob(".*.tmp"))

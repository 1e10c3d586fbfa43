"""Processes that share inputs: order, memory, crashes, and Ctrl-C at any moment."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from command_line import IN_TIME, ROOT, TECOGEN

from form4gen import __version__, signals
from form4gen.cli import workers
from form4gen.cli.output import Result
from form4gen.cli.workers import in_order
from form4gen.temporary import new_folder

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="a process is not forked, so the test cannot reach into it"
)


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
    first, *others = (each.value for _, each in in_order(partial(_slow_first, tmp_path), map(str, range(40)), 2))
    assert first == 8
    assert others == [str(number) for number in range(1, 40)]


def _end(code: int, path: str) -> Result:
    if path == "b":
        os._exit(code)
    return Result(0, value=path)


@pytest.mark.parametrize("code", [0, 1, 70])
def test_a_process_that_ends_with_any_exit_code_costs_its_input_alone(code: int) -> None:
    one, two, three = (each for _, each in in_order(partial(_end, code), "abc", 2))
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
    assert next(results) == ("0", Result(0, value="0"))
    assert len(taken) <= 9
    results.close()


def _after(seconds: float, folder: Path, path: str) -> Result:
    (folder / path).touch()
    while path == "a" and not (folder / "b").exists():
        time.sleep(0.01)
    if path == "b":
        time.sleep(seconds)
    return Result(0, value=path)


def test_once_stopped_no_input_is_begun_and_each_that_is_begun_is_finished_and_listed(tmp_path: Path) -> None:
    results = in_order(partial(_after, 0.5, tmp_path), "abcdef", 2, (tmp_path / "b").exists)
    assert [(path, result.value) for path, result in results] == [("a", "a"), ("b", "b")]
    assert sorted(os.listdir(tmp_path)) == ["a", "b"]


def test_an_input_that_takes_too_long_after_the_stop_does_not_hide_those_behind_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("form4gen.cli.workers._SECONDS", 0.5)
    results = in_order(partial(_after, 60, tmp_path), "abcd", 2, (tmp_path / "d").exists)
    assert [path for path, _ in results] == ["a", "c", "d"]


def _with_a_folder(parent: Path, path: str) -> Result:
    with new_folder(str(parent)):
        (parent / path).touch()
        time.sleep(60)
    return Result(0)


def test_an_input_that_is_given_up_leaves_no_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("form4gen.cli.workers._SECONDS", 0.5)
    assert list(in_order(partial(_with_a_folder, tmp_path), "ab", 2, (tmp_path / "b").exists)) == []
    assert sorted(os.listdir(tmp_path)) == ["a", "b"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_that_is_noted_ends_the_run_after_the_block_and_a_second_one_at_once(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    reached = []
    try:
        signal.signal(number, signal.default_int_handler)
        signals.listen()
        with pytest.raises(signals.Stopped), signals.noted() as is_stopped:  # noqa: PT012  it is raised at the end
            reached.append(is_stopped())
            signal.raise_signal(number)
            reached.append(is_stopped())
        with pytest.raises(signals.Stopped), signals.noted():  # noqa: PT012  it is raised before the end
            signal.raise_signal(number)
            signal.raise_signal(number)
            reached.append(None)
        assert reached == [False, True]
        with signals.noted() as is_stopped:
            assert not is_stopped()
    finally:
        signal.signal(number, before)


@pytest.mark.parametrize("error", [OSError(errno.EMFILE, "Too many open files"), MemoryError()])
def test_as_many_processes_work_as_the_computer_allows(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    real, pipes = workers._CONTEXT.Pipe, list[object]()  # noqa: SLF001  the test replaces it

    def pipe(*_: object) -> object:
        if len(pipes) == 2:
            raise error
        pipes.append(real())
        return pipes[-1]

    monkeypatch.setattr(workers._CONTEXT, "Pipe", pipe)  # noqa: SLF001  the same
    assert [result.value for _, result in in_order(partial(_end, 0), "acdefg", 4)] == list("acdefg")
    with pytest.raises(type(error)):
        list(in_order(partial(_end, 0), "acdefg", 4))


def _no_memory_to_pack(path: str) -> Result:
    class Large:
        def __reduce__(self) -> str:
            raise MemoryError

    return Result(0, value=Large() if path == "b" else path)


def _no_memory_at_all(path: str) -> Result:
    if path == "b":
        raise MemoryError  # the step would have described it, if it could
    return Result(0, value=path)


def test_a_process_without_the_memory_to_say_so_ends_its_input_with_2(capfd: pytest.CaptureFixture[str]) -> None:
    results = dict(in_order(_no_memory_at_all, "abc", 1))
    assert [results[path].code for path in "abc"] == [0, 2, 0]
    assert results["b"].messages[0].text.startswith("form4gen: There is not enough memory.")
    assert capfd.readouterr().err == ""


def _uncaught(path: str) -> Result:
    if path == "b":
        raise SystemExit(1)
    return Result(0, value=path)


@pytest.mark.parametrize(("limits", "code"), [("", 70), ("ulimit -v", 2)])
def test_a_process_that_an_exception_ends_is_a_bug_unless_a_limit_is_low(
    monkeypatch: pytest.MonkeyPatch, limits: str, code: int
) -> None:
    monkeypatch.setattr(workers, "_low_limits", lambda: limits)
    results = dict(in_order(_uncaught, "abc", 1))
    assert [results[path].code for path in "abc"] == [0, code, 0]
    assert limits in results["b"].messages[0].text


def test_a_result_that_cannot_be_packed_for_lack_of_memory_costs_its_input_alone() -> None:
    results = dict(in_order(_no_memory_to_pack, "abc", 1))
    assert [results[path].code for path in "abc"] == [0, 2, 0]
    assert results["b"].messages[0].text.startswith("form4gen: There is not enough memory.")


def _interrupted_as_processes_start(folder: Path, wait: float) -> tuple[int, list[bytes], bytes]:
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
        printed, told = started.communicate(timeout=60)
    with pytest.raises(ProcessLookupError):
        os.killpg(started.pid, 0)
    return started.returncode, printed.splitlines(), told


@pytest.mark.skipif(not os.path.exists("/proc/self/task"), reason="the children of a process are not listed here")
@pytest.mark.parametrize("wait", [0, 0.001, 0.002, 0.005, 0.01])
def test_ctrl_c_while_processes_start_is_heard_and_every_form_that_is_finished_is_listed(
    tmp_path: Path, wait: float
) -> None:
    code, printed, told = _interrupted_as_processes_start(tmp_path, wait)
    assert code == 130
    assert told.removeprefix(f"form4gen {__version__}; no settings\n".encode()) == b"form4gen: Interrupted.\n"
    assert sorted(printed) == sorted(os.fsencode(each) for each in tmp_path.glob("*.html"))
    assert len(printed) < 20
    assert not list(tmp_path.glob(".*.tmp"))

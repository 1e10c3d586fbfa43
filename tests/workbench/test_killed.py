"""A program that ends at any step of a change: the file is whole, as before or after, and can be undone."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from workbench_app import EXAMPLE, Bench, change, example, view, work_on

from form4gen import temporary
from form4gen.workbench.work import Work

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system starts no process by a fork")
STEPS = frozenset((
    "open", "os.chmod", "os.link", "os.listdir", "os.mkdir", "os.remove", "os.rename", "os.scandir",
))  # fmt: skip
MOST = 200


def in_child(act: Callable[[], object]) -> int:
    """Do something in a process of its own: its exit code, 0 if it came to the end."""
    child = os.fork()
    if not child:
        code = 1
        try:
            temporary._seen.clear()  # noqa: SLF001  what is kept for a process
            act()
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed_at(step: int, act: Callable[[], object]) -> bool:
    """Do something in a process that is killed before its step of this number; False if it has fewer steps.

    Steps are what Python does with files. Each write is two steps, so that a file can be written by half.
    """
    count = 0

    def count_step() -> None:
        nonlocal count
        count += 1
        if count > step:
            os.kill(os.getpid(), signal.SIGKILL)

    def watched() -> None:
        write = os.write

        def by_half(file: int, content: Any) -> int:
            count_step()
            written = write(file, content[: len(content) // 2 + 1])
            count_step()
            return written

        os.write = by_half
        sys.addaudithook(lambda event, _: count_step() if event in STEPS else None)
        act()

    code = in_child(watched)
    assert code in (0, -signal.SIGKILL)
    return code != 0


def in_folder(folder: Path, act: Callable[[Work], object]) -> None:
    """Do something in the workbench of a folder, which is opened only then."""
    act(work_on(folder))


def enter(work: Work, text: str) -> None:
    given = {"do": "cell", "at": "/remarks", "kind": "lines", "text": text}
    work.change(EXAMPLE, given | {"digest": work.view(EXAMPLE)["digest"]})


def undo(work: Work) -> None:
    work.change(EXAMPLE, {"do": "undo", "digest": work.view(EXAMPLE)["digest"]})


def remains(folder: Path) -> list[str]:
    return [each.name for each in folder.rglob("*") if each.name.endswith(".tmp")]


@pytest.mark.parametrize("act", [lambda work: enter(work, "second"), undo], ids=["a change", "an undo"])
def test_a_program_that_is_killed_at_any_step_leaves_a_whole_file_and_its_undo(
    tmp_path: Path, act: Callable[[Work], None]
) -> None:
    """The texts of the last changes are all there: none is lost but the one that was being made."""
    begun, sound = tmp_path / "begun", tmp_path / "sound"
    begun.mkdir()
    (begun / EXAMPLE).write_text('{"documentType": "4"}', "utf-8")
    first = (begun / EXAMPLE).read_bytes()
    enter(work_on(begun), "first")
    before = (begun / EXAMPLE).read_bytes()
    shutil.copytree(begun, sound)
    act(work_on(sound))
    after = (sound / EXAMPLE).read_bytes()
    found = []
    for step in range(MOST):
        folder = tmp_path / str(step)
        shutil.copytree(begun, folder)
        was_killed = killed_at(step, partial(in_folder, folder, act))
        found.append((folder / EXAMPLE).read_bytes())
        assert found[-1] in (before, after)
        if not was_killed:
            break
        while (folder / EXAMPLE).read_bytes() != first:
            undo(work_on(folder))
        assert in_child(partial(in_folder, folder, lambda work: enter(work, "third"))) == 0
        assert remains(folder) == []
    assert {before, after} == set(found)
    assert 10 < step < MOST - 1


def test_a_new_file_is_whole_or_not_there_when_the_program_is_killed(tmp_path: Path) -> None:
    for step in range(MOST):
        folder = tmp_path / str(step)
        folder.mkdir()
        was_killed = killed_at(step, partial(in_folder, folder, lambda work: work.new("example", "")))
        assert all(line.fault == "" for line in work_on(folder).lines())
        if not was_killed:
            break
        assert in_child(partial(in_folder, folder, lambda work: work.new("codes", "P"))) == 0
        assert remains(folder) == []
    assert 3 < step < MOST - 1


@pytest.mark.parametrize("limit", [0, 1, 1000, 4000])
def test_a_file_that_the_system_does_not_take_leaves_the_old_one_and_says_so(tmp_path: Path, limit: int) -> None:
    """The limit of the size of files ends a write in the middle, as a disk that is full does."""
    before = example(tmp_path).read_bytes()
    client = Bench(tmp_path).client()
    assert len(before) > limit

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        answer = change(client, do="cell", at="/remarks", kind="lines", text="x")
        assert answer.status_code in (500, 507), answer.text
        assert answer.json()["said"].startswith("Not saved")
        assert client.get("/").status_code == 200

    assert in_child(limited) == 0
    assert (tmp_path / EXAMPLE).read_bytes() == before
    assert remains(tmp_path) == []
    assert view(client)["undo"] == ""


SMALL_DISK = """
import sys
sys.path[:0] = {paths!r}
from pathlib import Path
from workbench_app import EXAMPLE, Bench, change, example, view
folder = Path({disk!r})
before = example(folder).read_bytes()
client = Bench(folder).client()
assert change(client, do="cell", at="/remarks", kind="lines", text="fits").status_code == 200
saved = (folder / EXAMPLE).read_bytes()
(folder / "large").write_bytes(b"x" * 4096)
with open(folder / "large", "ab", 0) as large:
    try:
        while True:
            large.write(b"x" * 4096)
    except OSError:
        pass
answer = change(client, do="cell", at="/remarks", kind="lines", text="x" * 5000)
assert answer.status_code == 507, answer.text
assert answer.json()["said"].startswith("Not saved. The disk is full."), answer.text
assert (folder / EXAMPLE).read_bytes() == saved
(folder / "large").unlink()
assert change(client, do="cell", at="/remarks", kind="lines", text="x" * 5000).status_code == 200
assert change(client, do="undo").status_code == 200
assert (folder / EXAMPLE).read_bytes() == saved
assert not [each for each in folder.rglob("*.tmp")]
"""


def test_a_disk_that_is_full_says_so_and_takes_the_change_when_it_has_room(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = f"mount -t tmpfs -o size=128k none {disk}"
    if shutil.which("unshare") is None or subprocess.run(  # noqa: S603  the system's own
        ["unshare", "-Urm", "sh", "-c", mount], capture_output=True, check=False  # noqa: S607  the system's
    ).returncode:  # fmt: skip
        pytest.skip("this system lets no user mount a small disk")
    script = tmp_path / "script.py"
    script.write_text(SMALL_DISK.format(paths=sys.path, disk=str(disk)), "utf-8")
    found = subprocess.run(  # noqa: S603  our own script
        ["unshare", "-Urm", "sh", "-c", f"{mount} && exec {sys.executable} {script}"],  # noqa: S607  the system's
        capture_output=True, check=False, text=True,
    )  # fmt: skip
    assert found.returncode == 0, found.stderr

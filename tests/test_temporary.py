"""Temporary files and folders: their names, and which of them a later run removes."""

from __future__ import annotations

import errno
import multiprocessing
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from command_line import ROOT
from hypothesis import given
from hypothesis import strategies as st

from form4gen import temporary
from form4gen.temporary import is_temporary, new_file, new_folder, new_name, remove_abandoned

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such locks")


@pytest.fixture(autouse=True)
def _new_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(temporary, "_seen", set())


def _names(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[int]:
    at = os.open(tmp_path, os.O_RDONLY)
    yield at
    os.close(at)


def test_a_name_is_short_and_new_each_time_and_recognized() -> None:
    names = {new_name() for _ in range(1000)}
    assert len(names) == 1000
    assert {len(name) for name in names} == {34}
    for name in names:
        assert is_temporary(name)
        assert is_temporary(f".{name}.tmp")


@pytest.mark.parametrize("change", ["{}.tmp", ".{}", "{}.txt", ".{}.tmp.tmp", "x{}", "{}0", "..{}.tmp", ".{}.bak"])
def test_another_name_is_not_recognized(change: str) -> None:
    assert not is_temporary(change.format(new_name()))


@pytest.mark.parametrize(
    "name", ["form4gen-4kvge9ta", "form4gen-0123456789abcdef-00000000", "form4gen-", ".tmp", ".", ""]
)
def test_a_name_without_the_computed_digits_is_not_recognized(name: str) -> None:
    assert not is_temporary(name)
    assert not is_temporary(f".{name}.tmp")


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_no_text_is_recognized_by_accident(text: str) -> None:
    assert not is_temporary(text)
    assert not is_temporary(f"form4gen-{text}")


def test_a_file_whose_owner_has_ended_is_removed_and_one_whose_owner_lives_is_not(tmp_path: Path, opened: int) -> None:
    file, living = new_file(str(tmp_path), opened, 0o600)
    dead, abandoned = new_file(str(tmp_path), None, 0o600)
    os.close(dead)  # what the system does when the owner ends
    remove_abandoned(str(tmp_path), opened)
    assert abandoned not in _names(tmp_path)
    assert _names(tmp_path) == [living]
    os.close(file)


def test_a_folder_whose_owner_has_ended_is_removed_with_its_files(tmp_path: Path) -> None:
    abandoned = tmp_path / new_name()
    abandoned.mkdir()
    (abandoned / "faces").mkdir()
    (abandoned / "faces" / "a.ttf").write_bytes(b"x")
    with new_folder(str(tmp_path)) as living:
        assert os.stat(living).st_mode & 0o777 == 0o700
        remove_abandoned(str(tmp_path))
        assert _names(tmp_path) == [os.path.basename(living)]
    assert _names(tmp_path) == []


def _wait(folder: str, ready: Any) -> None:
    with new_folder(folder):
        new_file(folder, None, 0o600)
        ready.set()
        signal.pause()


def test_what_a_killed_process_leaves_is_removed_by_the_next_and_not_before(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    ready = context.Event()
    owner = context.Process(target=_wait, args=(str(tmp_path), ready))
    owner.start()
    assert ready.wait(60)
    remove_abandoned(str(tmp_path))
    assert len(_names(tmp_path)) == 2
    owner.kill()
    owner.join()
    assert len(_names(tmp_path)) == 2
    temporary._seen.clear()  # noqa: SLF001  another process begins
    remove_abandoned(str(tmp_path))
    assert _names(tmp_path) == []


def test_what_form4gen_did_not_make_stays_whatever_its_name(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.mkdir()
    (target / "mine").write_text("mine", "utf-8")
    names = [new_name() for _ in range(4)]
    (tmp_path / names[0]).symlink_to(target)
    (tmp_path / f".{names[1]}.tmp").symlink_to(target / "mine")
    os.mkfifo(tmp_path / f".{names[2]}.tmp")
    with socket.socket(socket.AF_UNIX) as bound:
        os.chdir(tmp_path)
        bound.bind(names[3])
    (tmp_path / "form4gen-0123456789abcdef-00000000").mkdir()
    (tmp_path / ".form4.html.123.tmp").write_text("mine", "utf-8")
    before = _names(tmp_path)
    remove_abandoned(str(tmp_path))
    assert _names(tmp_path) == before
    assert (target / "mine").read_text("utf-8") == "mine"


def test_what_belongs_to_another_user_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / new_name()).mkdir()
    own = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: own + 1)
    remove_abandoned(str(tmp_path))
    assert len(_names(tmp_path)) == 1


def test_a_folder_is_looked_through_once_in_a_process(tmp_path: Path) -> None:
    remove_abandoned(str(tmp_path))
    (tmp_path / new_name()).mkdir()
    remove_abandoned(str(tmp_path))
    assert len(_names(tmp_path)) == 1


def test_a_folder_that_cannot_be_read_is_no_error(tmp_path: Path) -> None:
    remove_abandoned(str(tmp_path / "none"))


@pytest.mark.parametrize("lost", ["locked", "removed"])
def test_a_file_that_another_run_takes_for_abandoned_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lost: str
) -> None:
    made: list[str] = []
    real = os.open

    def slow(path: str, *given: Any, **folder: Any) -> int:
        file = real(path, *given, **folder)
        made.append(path)
        if len(made) == 1:
            if lost == "removed":
                os.remove(path)
            else:
                other = real(path, os.O_RDWR)
                assert temporary._lock(other)  # noqa: SLF001  the other run does this
        return file

    monkeypatch.setattr(os, "open", slow)
    _, name = new_file(str(tmp_path), None, 0o600)
    assert len(made) == 2
    assert made[1].endswith(name)


def test_a_folder_that_another_run_removes_at_once_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, made = os.mkdir, []

    def slow(path: str, mode: int) -> None:
        real(path, mode)
        made.append(path)
        if len(made) < 3:
            os.rmdir(path)

    monkeypatch.setattr(os, "mkdir", slow)
    with new_folder(str(tmp_path)) as folder:
        assert (len(made), made[2]) == (3, folder)


def test_a_race_that_is_lost_each_time_ends_as_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(temporary, "_is_kept", lambda _: False)
    for step in (lambda: new_file(str(tmp_path), None, 0o600), lambda: new_folder(str(tmp_path)).__enter__()):
        with pytest.raises(FileExistsError, match="other runs of form4gen"):
            step()


def test_a_disk_without_locks_serves_too_and_nothing_is_removed_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without(*_: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(temporary, "flock", without)
    new_file(str(tmp_path), None, 0o600)
    remove_abandoned(str(tmp_path))
    assert len(_names(tmp_path)) == 1


def test_a_system_without_locks_serves_too_and_nothing_is_removed_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(temporary, "_HAS_LOCKS", False)
    new_file(str(tmp_path), None, 0o600)
    with new_folder(str(tmp_path)):
        pass
    remove_abandoned(str(tmp_path))
    assert len(_names(tmp_path)) == 1


def test_windows_where_there_is_no_fcntl_can_import_it() -> None:
    code = "import sys; sys.modules['fcntl'] = None; import form4gen.temporary as t; assert not t._HAS_LOCKS"
    subprocess.run((sys.executable, "-c", code), check=True, cwd=ROOT)  # noqa: S603  our own code

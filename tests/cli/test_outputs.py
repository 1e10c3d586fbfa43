"""How a file is written: whole or not at all, at its own place, and never over what appeared there meanwhile."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from command_line import IN_TIME, TECOGEN, run, start

from form4gen import drafts, signals, temporary
from form4gen.cli import outputs
from form4gen.errors import UnusableInputError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="folders cannot be opened there")


@pytest.fixture(autouse=True)
def _new_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(temporary, "_seen", set())


def _names(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


def _first(monkeypatch: pytest.MonkeyPatch, step: str, before: Callable[[], object]) -> None:
    """Let something happen just before a step of os is taken for the first time."""
    real, done = getattr(os, step), []

    def changed(*given: Any, **named: Any) -> Any:
        if not done:
            done.append(True)
            before()
        return real(*given, **named)

    monkeypatch.setattr(os, step, changed)


@pytest.mark.parametrize("length", [1, 250, 255])
@pytest.mark.parametrize("replaces", [True, False])
def test_a_name_may_be_as_long_as_the_system_allows(tmp_path: Path, length: int, *, replaces: bool) -> None:
    outputs.write(str(tmp_path / ("x" * length)), b"whole", replaces=replaces)
    assert _names(tmp_path) == ["x" * length]
    assert (tmp_path / ("x" * length)).read_bytes() == b"whole"


@pytest.mark.parametrize("replaces", [True, False])
def test_a_name_that_is_too_long_is_an_error_and_leaves_nothing(tmp_path: Path, *, replaces: bool) -> None:
    with pytest.raises(UnusableInputError, match=r"Cannot write .*: File name too long\."):
        outputs.write(str(tmp_path / ("x" * 256)), b"whole", replaces=replaces)
    assert _names(tmp_path) == []


def test_a_file_that_appears_while_another_is_written_stays_unless_it_is_to_be_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "form4.html"
    _first(monkeypatch, "write", lambda: path.write_text("theirs", "utf-8"))
    with pytest.raises(UnusableInputError, match=r"form4\.html already exists\. Use --force"):
        outputs.write(str(path), b"ours", replaces=False)
    assert path.read_text("utf-8") == "theirs"
    outputs.write(str(path), b"ours", replaces=True)
    assert path.read_text("utf-8") == "ours"
    assert _names(tmp_path) == ["form4.html"]


@pytest.mark.parametrize("replaces", [True, False])
def test_a_folder_that_appears_at_the_name_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, replaces: bool
) -> None:
    path = tmp_path / "form4.html"
    _first(monkeypatch, "write", path.mkdir)
    with pytest.raises(UnusableInputError, match="Is a directory" if replaces else "already exists"):
        outputs.write(str(path), b"ours", replaces=replaces)
    assert _names(tmp_path) == ["form4.html"]
    assert _names(path) == []


@pytest.mark.parametrize("to", ["theirs", "none"])
def test_a_link_at_the_name_is_replaced_itself_and_never_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, to: str
) -> None:
    theirs, path = tmp_path / "theirs", tmp_path / "form4.html"
    theirs.write_text("theirs", "utf-8")
    _first(monkeypatch, "write", lambda: path.symlink_to(tmp_path / to))
    with pytest.raises(UnusableInputError, match="already exists"):
        outputs.write(str(path), b"ours", replaces=False)
    assert path.is_symlink()
    outputs.write(str(path), b"ours", replaces=True)
    assert (path.is_symlink(), path.read_text("utf-8"), theirs.read_text("utf-8")) == (False, "ours", "theirs")
    assert _names(tmp_path) == ["form4.html", "theirs"]


def test_a_link_that_takes_the_place_of_the_folder_is_not_entered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, moved, theirs = tmp_path / "out", tmp_path / "moved", tmp_path / "theirs"
    folder.mkdir()
    theirs.mkdir()

    def swapped() -> None:
        folder.rename(moved)
        folder.symlink_to(theirs)

    _first(monkeypatch, "write", swapped)
    outputs.write(str(folder / "form4.html"), b"ours", replaces=True)
    assert (_names(moved), _names(theirs)) == (["form4.html"], [])


def test_a_folder_below_that_of_the_user_is_not_entered_through_a_link(tmp_path: Path) -> None:
    theirs, linked = tmp_path / "theirs", tmp_path / "linked"
    theirs.mkdir()
    linked.symlink_to(theirs)
    (theirs / "form4").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "elsewhere").mkdir()
    outputs.write(str(linked / "form4.html"), b"ours", replaces=False, root=str(linked))
    with pytest.raises(UnusableInputError, match="Not a directory"):
        outputs.write(str(linked / "form4" / "ex24.txt"), b"ours", replaces=False, root=str(linked))
    outputs.write(str(linked / "own" / "ex24.txt"), b"ours", replaces=False, root=str(linked))
    assert _names(theirs) == ["form4", "form4.html", "own"]
    assert _names(tmp_path / "elsewhere") == []


def test_the_exhibits_of_an_input_are_not_written_through_a_link(tmp_path: Path) -> None:
    inputs = [tmp_path / "a.json", tmp_path / "b.json"]
    for each in inputs:
        shutil.copy(TECOGEN, each)
    (tmp_path / "out").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out" / "a").symlink_to(tmp_path / "elsewhere")
    result = run("render", *map(str, inputs), *IN_TIME, "--exhibits", "-o", str(tmp_path / "out"))
    assert result.exit_code == 2
    assert _names(tmp_path / "elsewhere") == []
    assert (tmp_path / "out" / "b" / "ex24.txt").exists()


def test_a_folder_that_vanishes_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "out"
    _first(monkeypatch, "write", lambda: shutil.rmtree(folder))
    with pytest.raises(UnusableInputError, match=r"Cannot write .*out/form4\.html: No such file or directory"):
        outputs.write(str(folder / "form4.html"), b"ours", replaces=True)
    assert _names(tmp_path) == []


def test_a_file_where_the_folder_should_be_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", "utf-8")
    with pytest.raises(UnusableInputError, match=r"Cannot write .*: (File exists|Not a directory)"):
        outputs.write(str(tmp_path / "out" / "form4.html"), b"ours", replaces=True)


@pytest.mark.skipif(not hasattr(os, "seteuid") or os.geteuid() != 0, reason="only root can become another user")
def test_a_folder_in_which_nobody_may_write_is_an_error(tmp_path: Path) -> None:
    for each in (tmp_path, *tmp_path.parents):
        if each.stat().st_uid == 0 and not each.stat().st_mode & 0o001:
            each.chmod(each.stat().st_mode | 0o055)
    folder = tmp_path / "out"
    folder.mkdir(mode=0o555)
    os.seteuid(65534)
    try:
        with pytest.raises(UnusableInputError, match="Permission denied"):
            outputs.write(str(folder / "form4.html"), b"ours", replaces=False)
    finally:
        os.seteuid(0)
    assert _names(folder) == []


def test_a_replaced_file_keeps_its_permissions_and_a_secret_one_is_its_users(tmp_path: Path) -> None:
    path = tmp_path / "form4.json"
    path.write_text("old", "utf-8")
    for mode in (0o600, 0o640, 0o400):
        path.chmod(mode)
        outputs.write(str(path), b"new", replaces=True)
        assert path.stat().st_mode & 0o777 == mode
    path.chmod(0o644)
    outputs.write(str(path), b"new", replaces=True, is_secret=True)
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("error", [errno.EPERM, errno.EOPNOTSUPP, errno.EMLINK])
def test_a_disk_that_has_no_second_name_for_a_file_serves_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    def without(*_: object, **__: object) -> None:
        raise OSError(error, "no")

    monkeypatch.setattr(os, "link", without)
    path = tmp_path / "form4.html"
    outputs.write(str(path), b"ours", replaces=False)
    with pytest.raises(UnusableInputError, match="already exists"):
        outputs.write(str(path), b"other", replaces=False)
    assert path.read_bytes() == b"ours"
    assert _names(tmp_path) == ["form4.html"]


def test_a_system_that_cannot_open_folders_serves_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "_CAN_OPEN_FOLDERS", False)
    path = tmp_path / "out" / "form4.html"
    outputs.write(str(path), b"ours", replaces=False)
    outputs.write(str(path), b"new", replaces=True)
    assert path.read_bytes() == b"new"
    assert _names(tmp_path / "out") == ["form4.html"]

    def exists(*_: str) -> None:
        raise FileExistsError  # as renaming is on Windows

    monkeypatch.setattr(os, "rename", exists)
    with pytest.raises(UnusableInputError, match="already exists"):
        outputs.write(str(path), b"other", replaces=False)
    assert _names(tmp_path / "out") == ["form4.html"]


def test_a_write_in_pieces_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda file, content: real(file, bytes(content[:3])))
    outputs.write(str(tmp_path / "a"), b"0123456789", replaces=False)
    assert (tmp_path / "a").read_bytes() == b"0123456789"


@pytest.mark.parametrize("count", [1, 2])
def test_a_signal_waits_until_the_file_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]

    def arrives() -> None:
        for _ in range(count):
            os.kill(os.getpid(), signal.SIGTERM)

    _first(monkeypatch, "write", arrives)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signals.listen()
    try:
        with pytest.raises(signals.Stopped):
            outputs.write(str(tmp_path / "a"), b"whole", replaces=False)
        assert (signals.exit_code(), signals.words()) == (143, "Stopped by SIGTERM.")
    finally:
        signals._State.received = 0  # noqa: SLF001  for the next test
        for number, handler in zip((signal.SIGINT, signal.SIGTERM), before, strict=True):
            signal.signal(number, handler)
    assert (tmp_path / "a").read_bytes() == b"whole"
    assert _names(tmp_path) == ["a"]


def test_a_full_disk_leaves_no_part_of_a_file(tmp_path: Path) -> None:
    script = (
        f"mount -t tmpfs -o size=64k none {tmp_path} && cd {tmp_path} && head -c 60000 /dev/zero > mine || exit 99\n"
        f"{sys.executable} -m form4gen render {TECOGEN} {' '.join(IN_TIME)} --html -o {tmp_path}; echo code $?; ls -A"
    )
    unshare = shutil.which("unshare")
    if unshare is None:
        pytest.skip("no disk can be made here")
    done = subprocess.run(  # noqa: S603  our own command
        (unshare, "-m", "sh", "-c", script), capture_output=True, check=False, text=True,
        env=os.environ | {"PYTHONPATH": str(Path(outputs.__file__).parents[2])},
    )  # fmt: skip
    if "code" not in done.stdout:
        pytest.skip(f"no disk can be made here: {done.stderr}")
    assert done.stdout.split() == ["code", "2", "mine"]
    assert "No space left on device" in done.stderr


def test_a_limit_on_the_size_of_a_file_leaves_no_part_of_it(tmp_path: Path) -> None:
    import resource  # noqa: PLC0415  not on every system

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))

    done = start("render", TECOGEN, *IN_TIME, "--html", "-o", str(tmp_path), preexec_fn=limited)
    assert done.returncode == 2
    assert b"File too large" in done.stderr
    assert _names(tmp_path) == []


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
@pytest.mark.parametrize(
    ("name", "shown", "legal"),
    [(b"form\xe9.json", "form\\udce9", "form"), (b"form\xc3\xa9.json", "form\u00e9", "forme")],
    ids=["Latin-1", "UTF-8"],
)
def test_files_have_the_name_of_the_input_in_any_locale(
    tmp_path: Path, name: bytes, shown: str, legal: str, locale: str
) -> None:
    folder = os.fsencode(tmp_path)
    path = os.path.join(folder, name)
    shutil.copy(os.fsencode(TECOGEN), path)
    environment = {"LC_ALL": locale, "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    for command, written in (("render", [f"{shown}.html"]), ("export", [f"{legal}.xml", "ex24.txt"])):
        kind = ("--html",) if command == "render" else ()
        done = start(command, *kind, os.fsdecode(path), *IN_TIME, "-o", str(tmp_path), environment=environment)
        assert done.returncode == 0, done.stderr
        assert done.stdout.decode().splitlines() == [f"{tmp_path}/{each}" for each in written]
    made = [name.replace(b"json", b"html"), os.fsencode(f"{legal}.xml"), b"ex24.txt"]
    assert sorted(os.listdir(folder)) == sorted([name, *made])

"""Files to download. Each is made by form4gen's own command in a process of its own, with limits, and can be stopped.

So a file is the same as that of the command line, byte for byte, and a library that crashes ends that process alone.
The process leads a group, so that the processes that it starts itself end with it, and its temporary files are in the
folder that is removed with the work.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from secrets import token_hex
from tempfile import gettempdir
from threading import Lock
from time import monotonic

from form4gen.api.load import sealed
from form4gen.records import NamedTuple
from form4gen.temporary import new_folder, remove_abandoned
from form4gen.workbench.changes import ImpossibleError
from form4gen.workbench.folder import Content, NotThereError

_KEPT, _AT_ONCE = 20, 2
_OUT, _FAULTS = "out", "faults"  # no filing is named so
_KINDS: dict[str, tuple[str, ...]] = {
    "pdf": ("render", "--pdf"),
    "pdf-without-addresses": ("render", "--pdf", "--hide-address"),
    "html": ("render", "--html"),
    "memo": ("render", "--memo"),
    "closing": ("render", "--closing"),
    "xml": ("export",),
    "test": ("export", "--submission"),
}
_COMPARISON = "comparison"
_ENDINGS = {
    "pdf": ".pdf", "pdf-without-addresses": ".pdf", "html": ".html", "memo": ".html", "closing": ".pdf",
    "xml": "", "test": "-submission.xml", _COMPARISON: ".pdf",
}  # fmt: skip
"""How the names of the files end that are downloaded: with EDGAR's XML, each exhibit, whatever its type."""


class Limits(NamedTuple):
    """What the work on a file may take: seconds of computing, and as many on the clock; bytes of memory."""

    seconds: int = 300
    memory: int = 3 * 1024**3


class _Job(NamedTuple):
    """A process, the folder that it writes to and how that is removed, what it makes, and when it began."""

    process: subprocess.Popen[bytes]
    folder: str
    cleaning: ExitStack
    kind: str
    began: float

    @property
    def is_running(self) -> bool:
        return self.process.poll() is None


class Jobs:
    """The files that are being made, and those that were."""

    def __init__(self, read: Callable[[str], Content], config: str, limits: Limits = Limits()) -> None:  # noqa: B008  a record that nothing changes
        self._read, self._config, self._limits = read, os.path.abspath(config), limits
        self._jobs: dict[str, _Job] = {}
        self._lock = Lock()

    def start(self, name: str, kind: str, *, has_errors: bool) -> str:
        """Begin to make a file of a filing as it is now; the name of the work. With errors, it is marked as a draft.

        Raises Form4genError.
        """
        if kind not in _KINDS:
            raise NotThereError("There is no such file to make.")
        options = []
        command, *words = _KINDS[kind]
        if command == "render":
            options += ["--draft"] if has_errors else []
            options += ["--config", self._config] if os.path.exists(self._config) else ["--no-config"]
        return self._start(kind, [(name, self._read(name).raw)], (command, *words, *options), "")

    def compare(self, old: tuple[str, bytes], new: tuple[str, bytes]) -> str:
        """Begin to make the PDF of what changed between two files, each given by name; the name of the work."""
        target = f"{new[0].rpartition('.')[0]}-changes.pdf"
        return self._start(_COMPARISON, [old, new], ("diff", "--format", "pdf"), target)

    def _start(self, kind: str, files: Sequence[tuple[str, bytes]], command: Sequence[str], target: str) -> str:
        with self._lock:
            if sum(job.is_running for job in self._jobs.values()) >= _AT_ONCE:
                raise ImpossibleError("Other files are being made. Wait for one of them, or stop it.")
            job = token_hex(8)
            self._jobs[job] = self._begun(kind, files, command, target)
            for old in list(self._jobs)[:-_KEPT]:
                _end(self._jobs.pop(old))
        return job

    def _begun(self, kind: str, files: Sequence[tuple[str, bytes]], command: Sequence[str], target: str) -> _Job:
        remove_abandoned(gettempdir())
        with ExitStack() as stack:
            folder = stack.enter_context(new_folder(gettempdir()))
            os.mkdir(os.path.join(folder, _OUT))
            for name, raw in files:
                with open(os.path.join(folder, name), "wb") as file:
                    file.write(sealed(raw).content)  # a CCC is in no file of ours
            # A comparison names its files on the page, without the folder.
            sources = [name if kind == _COMPARISON else os.path.join(folder, name) for name, _ in files]
            process = self._process(folder, [*command, "-o", os.path.join(folder, _OUT, target), "--", *sources])
            return _Job(process, folder, stack.pop_all(), kind, monotonic())

    def _process(self, folder: str, command: Sequence[str]) -> subprocess.Popen[bytes]:
        words = [sys.executable, "-m", "form4gen.workbench.limited", *map(str, self._limits), *command]
        with open(os.path.join(folder, _FAULTS), "wb") as faults:
            return subprocess.Popen(  # noqa: S603  our own command
                words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=faults, cwd=folder,
                env=os.environ | {"TMPDIR": folder}, start_new_session=True,
            )  # fmt: skip

    def state(self, job: str) -> dict[str, object]:
        """Whether the work goes on, is done with a number of files, or failed, and why."""
        found = self._found(job)
        seconds = int(monotonic() - found.began)
        if found.is_running:
            if seconds < self._limits.seconds:
                return {"state": "running", "seconds": seconds}
            _kill(found.process)
            return {"state": "failed", "said": self._too_long()}
        if found.process.returncode == 0:
            return {"state": "done", "files": len(_made(found))}
        with open(os.path.join(found.folder, _FAULTS), encoding="utf-8", errors="replace") as file:
            said = " ".join(line.removeprefix("form4gen: ").strip() for line in file if line.strip())
        if found.process.returncode == -getattr(signal, "SIGXCPU", 0):
            said = self._too_long()
        return {"state": "failed", "said": said[:2000] or "Stopped."}

    def _too_long(self) -> str:
        return f"Stopped after {self._limits.seconds} seconds. The command line has no such limit."

    def stop(self, job: str) -> None:
        """End the work."""
        _kill(self._found(job).process)

    def file(self, job: str, number: int) -> tuple[str, bytes]:
        """A file that was made, counted from 0: its name and its content. Raises ImpossibleError if there is none."""
        found = self._found(job)
        made = _made(found) if found.process.poll() == 0 else []
        if number >= len(made):
            raise ImpossibleError("There is no such file yet.")
        with open(os.path.join(found.folder, _OUT, made[number]), "rb") as file:
            return made[number], file.read()

    def close(self) -> None:
        """End all work, and remove its files."""
        with self._lock:
            for job in self._jobs.values():
                _end(job)
            self._jobs.clear()

    def _found(self, job: str) -> _Job:
        if job not in self._jobs:
            raise NotThereError("There is no such work any more.")
        return self._jobs[job]


def _made(job: _Job) -> list[str]:
    """The names of the files to download: the form, then its exhibits."""
    names = [name for name in os.listdir(os.path.join(job.folder, _OUT)) if name.endswith(_ENDINGS[job.kind])]
    return sorted(names, key=lambda name: (not name.endswith(".xml"), name))


def _end(job: _Job) -> None:
    _kill(job.process)
    job.cleaning.close()


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Kill a process and those that it started, and wait for it."""
    if process.poll() is None:
        with suppress(ProcessLookupError):
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            else:  # Windows
                process.kill()
    process.wait()

"""Files to download. Each is made by form4gen's own command in a process of its own, with limits, and can be stopped.

So a file is the same as that of the command line, byte for byte, and a library that crashes ends that process alone.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack, suppress
from secrets import token_hex
from tempfile import gettempdir
from threading import Lock
from time import monotonic

from form4gen.records import NamedTuple
from form4gen.temporary import new_folder, remove_abandoned
from form4gen.workbench.changes import ImpossibleError
from form4gen.workbench.folder import Content, NotThereError

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

_SECONDS = 300
_BYTES = 3 * 1024**3
_MOST = 20
_OUT, _FAULTS = "out", "faults.txt"
_KINDS: dict[str, tuple[str, ...]] = {
    "pdf": ("render", "--pdf"),
    "pdf-without-addresses": ("render", "--pdf", "--hide-address"),
    "html": ("render", "--html"),
    "memo": ("render", "--memo"),
    "closing": ("render", "--closing"),
    "xml": ("export",),
    "test": ("export", "--submission"),
}
_ENDINGS = {
    "pdf": ".pdf", "pdf-without-addresses": ".pdf", "html": ".html", "memo": ".html", "closing": ".pdf", "xml": ".xml",
    "test": ".txt",
}  # fmt: skip


class _Job(NamedTuple):
    """A process, the folder that it writes to and how that is removed, what it makes, and when it began."""

    process: subprocess.Popen[bytes]
    folder: str
    cleaning: ExitStack
    kind: str
    began: float


class Jobs:
    """The files that are being made, and those that were."""

    def __init__(self, read: Callable[[str], Content], config: str) -> None:
        self._read, self._config = read, os.path.abspath(config)
        self._jobs: dict[str, _Job] = {}
        self._lock = Lock()

    def start(self, name: str, kind: str, *, has_errors: bool) -> str:
        """Begin to make a file of a filing as it is now; the name of the work. With errors, it is marked as a draft.

        Raises Form4genError.
        """
        if kind not in _KINDS:
            raise NotThereError("There is no such file to make.")
        content = self._read(name)
        remove_abandoned(gettempdir())
        with ExitStack() as stack:
            folder = stack.enter_context(new_folder(gettempdir()))
            source = os.path.join(folder, name)
            with open(source, "wb") as file:
                file.write(content.raw)
            process = self._process(folder, source, kind, has_errors=has_errors)
            cleaning = stack.pop_all()
        job = token_hex(8)
        with self._lock:
            self._jobs[job] = _Job(process, folder, cleaning, kind, monotonic())
            for old in list(self._jobs)[:-_MOST]:
                self._end(self._jobs.pop(old))
        return job

    def _process(self, folder: str, source: str, kind: str, *, has_errors: bool) -> subprocess.Popen[bytes]:
        command, *options = _KINDS[kind]
        if command == "render":
            options += ["--draft"] if has_errors else []
            options += ["--config", self._config] if os.path.exists(self._config) else ["--no-config"]
        words = [sys.executable, "-m", "form4gen", command, source, *options, "-o", os.path.join(folder, _OUT)]
        with open(os.path.join(folder, _FAULTS), "wb") as faults:
            process = subprocess.Popen(  # noqa: S603  our own command
                words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=faults, cwd=folder
            )
        _limit(process.pid)
        return process

    def state(self, job: str) -> dict[str, object]:
        """Whether the work goes on, is done, or failed, and why."""
        found = self._found(job)
        if found.process.poll() is None:
            if monotonic() - found.began < _SECONDS:
                return {"state": "running", "seconds": int(monotonic() - found.began)}
            found.process.kill()
        if found.process.returncode == 0:
            return {"state": "done"}
        with open(os.path.join(found.folder, _FAULTS), encoding="utf-8", errors="replace") as file:
            said = " ".join(line.removeprefix("form4gen: ").strip() for line in file if line.strip())
        return {"state": "failed", "said": said[:2000] or "Stopped."}

    def stop(self, job: str) -> None:
        """End the work."""
        self._found(job).process.terminate()

    def file(self, job: str) -> tuple[str, bytes]:
        """The file that was made: its name and its content. Raises ImpossibleError if there is none."""
        found = self._found(job)
        out = os.path.join(found.folder, "out")
        made = (
            [name for name in sorted(os.listdir(out)) if name.endswith(_ENDINGS[found.kind])]
            if os.path.isdir(out)
            else []
        )
        if found.process.poll() != 0 or not made:
            raise ImpossibleError("There is no file yet.")
        with open(os.path.join(out, made[0]), "rb") as file:
            return made[0], file.read()

    def close(self) -> None:
        """End all work, and remove its files."""
        with self._lock:
            for job in self._jobs.values():
                self._end(job)
            self._jobs.clear()

    def _found(self, job: str) -> _Job:
        if job not in self._jobs:
            raise NotThereError("There is no such work any more.")
        return self._jobs[job]

    @staticmethod
    def _end(job: _Job) -> None:
        if job.process.poll() is None:
            job.process.kill()
        job.process.communicate()
        job.cleaning.close()


def _limit(process: int) -> None:
    """Bound the time and memory of a process, where the system can do that from outside."""
    if hasattr(resource, "prlimit"):
        with suppress(ProcessLookupError):
            resource.prlimit(process, resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
            resource.prlimit(process, resource.RLIMIT_AS, (_BYTES, _BYTES))

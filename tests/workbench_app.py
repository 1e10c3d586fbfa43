"""The workbench of a folder, as its requests see it."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from starlette.testclient import TestClient

from form4gen.api.check import Settings
from form4gen.api.filing_time import FilingTime, TimeBasis
from form4gen.resources import path_of
from form4gen.workbench.app import application
from form4gen.workbench.folder import Folder
from form4gen.workbench.guard import Guard, Key
from form4gen.workbench.host import Host
from form4gen.workbench.jobs import Jobs
from form4gen.workbench.work import Work

NOW = datetime(2026, 11, 9, 17, 30, tzinfo=ZoneInfo("America/New_York"))
HOST = Host(Settings, lambda given: given or FilingTime(NOW, TimeBasis.CLOCK), lambda: NOW)
EXAMPLE = "exercise-and-sale.json"


def example(folder: Path, name: str = EXAMPLE, **changes: Any) -> Path:
    """A copy of a shipped example in a folder, with other values of its top."""
    document = json.loads(Path(path_of("schemas", "examples", name)).read_text("utf-8")) | changes
    path = folder / name
    path.write_text(json.dumps(document), "utf-8")
    return path


def folder_of(path: Path) -> Folder:
    return Folder(str(path), os.open(path, os.O_RDONLY | os.O_DIRECTORY))


def work_on(path: Path) -> Work:
    return Work(folder_of(path), HOST)


class Bench:
    """A workbench, its key, a client without a session, and one with it."""

    def __init__(self, path: Path, *, is_numeric: bool = False) -> None:
        self.path = path
        self.key = Key(is_numeric=is_numeric)
        self.key.port = 40404
        folder = folder_of(path)
        self.stopped: list[bool] = []
        self.jobs = Jobs(folder.read, str(path / "form4gen.toml"))
        self.bare = application(Work(folder, HOST), self.jobs, lambda: self.stopped.append(True))
        self.guard = Guard(self.bare, self.key)
        self.origin = f"http://{self.key.host}"

    def stranger(self, app: Any = None) -> TestClient:
        return TestClient(app or self.guard, base_url=self.origin, raise_server_exceptions=False)

    def client(self) -> TestClient:
        """A browser that opened the address."""
        client = self.stranger()
        assert client.get(self.key.address).status_code == 200
        client.headers |= {"Origin": self.origin}
        return client


def view(client: TestClient, name: str = EXAMPLE) -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"/f/{name}/view").json()
    return found


def change(client: TestClient, name: str = EXAMPLE, **given: Any) -> Any:
    """A change of a filing as it is now."""
    return client.post(f"/f/{name}/change", json={"digest": view(client, name)["digest"]} | given)


def running_in(folder: str) -> set[str]:
    """The processes whose command line names a folder, and those that they started."""
    found = set()
    for process in filter(str.isdecimal, os.listdir("/proc")):
        with suppress(OSError):
            command = Path("/proc", process, "cmdline").read_bytes()
            is_over = Path("/proc", process, "stat").read_text("utf-8").rpartition(")")[2].split()[0] in "ZX"
            if folder.encode() in command and not is_over:
                found.add(process)
    return found

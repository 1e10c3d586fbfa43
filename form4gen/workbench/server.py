"""Runs the workbench until it is stopped, at a port of this computer that no other computer reaches."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import Callable
from time import monotonic

import uvicorn

from form4gen.workbench.app import application
from form4gen.workbench.folder import open_folder
from form4gen.workbench.guard import LOOPBACK, Guard, Key
from form4gen.workbench.host import Host
from form4gen.workbench.jobs import Jobs
from form4gen.workbench.work import Work

_SETTINGS = "form4gen.toml"
_CONNECTIONS = 32


def serve(
    path: str,
    host: Host,
    started: Callable[[str], None],
    *,
    port: int = 0,
    idle_minutes: float = 0,
    is_numeric: bool = False,
) -> bool:
    """Serve a folder until a signal, the page, or ``idle_minutes`` without use stop it; whether it was the last.

    ``started`` is called with the address that opens it, which works once. Raises UnusableInputError if there is no
    such folder, and OSError if the port is taken.
    """
    with open_folder(path) as folder, listening_at(port) as listening:
        key = Key(is_numeric=is_numeric)
        key.port = listening.getsockname()[1]
        work = Work(folder, host)
        jobs = Jobs(folder.read, os.path.join(path, _SETTINGS))
        runs: list[uvicorn.Server] = []
        guard = Guard(application(work, jobs, lambda: _stop(runs)), key)
        server = uvicorn.Server(uvicorn.Config(
            guard, log_level="critical", access_log=False, lifespan="off", server_header=False, proxy_headers=False,
            limit_concurrency=_CONNECTIONS, timeout_graceful_shutdown=2, ws="none", http="h11",
        ))  # fmt: skip
        runs.append(server)
        try:
            return asyncio.run(_run(server, listening, guard, lambda: started(key.address), idle_minutes))
        finally:
            jobs.close()


def listening_at(port: int) -> socket.socket:
    """A port of this computer, 0 for a free one, whose connections send at once. Raises OSError if it is taken.

    Otherwise the body of an answer waits 40 ms for the browser to confirm its head. asyncio sets the option only where
    a socket names TCP as its protocol, and these do not.
    """
    found = socket.create_server((LOOPBACK, port), backlog=_CONNECTIONS)
    found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return found


async def _run(
    server: uvicorn.Server, listening: socket.socket, guard: Guard, started: Callable[[], None], idle_minutes: float
) -> bool:
    serving = asyncio.ensure_future(server.serve(sockets=[listening]))
    await asyncio.to_thread(started)  # the port is open already, and a browser may take its time
    is_idle = False
    while not serving.done():
        await asyncio.wait([serving], timeout=1)
        if idle_minutes and monotonic() - guard.used_at > idle_minutes * 60:
            server.should_exit = is_idle = True
    await serving
    return is_idle


def _stop(runs: list[uvicorn.Server]) -> None:
    for server in runs:
        server.should_exit = True

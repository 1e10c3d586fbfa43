"""The command that starts the workbench, and how it ends."""

from __future__ import annotations

import builtins
import http.client
import importlib.util
import json
import signal
import socket
import time
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from command_line import run
from workbench_app import EXAMPLE, example, running_in, work_on
from workbench_browser import running

from form4gen.workbench.folder import digest_of
from form4gen.workbench.server import listening_at


def test_without_its_packages_one_line_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec

    def without(name: str, package: str | None = None) -> Any:
        return None if name == "starlette" else found(name, package)

    monkeypatch.setattr("form4gen.cli.workbench.find_spec", without)
    result = run("workbench")
    assert result.exit_code == 2
    assert result.output.splitlines() == [
        'form4gen: The workbench needs two more packages. Run: pip install "form4gen[workbench]"'
    ]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = run("workbench", str(tmp_path / "nothing"))
    assert result.exit_code == 2
    assert "There is no folder" in result.output


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run("workbench", str(tmp_path), "--no-browser", "--port", str(port))
    assert result.exit_code == 2
    assert f"Cannot listen at port {port}" in result.output


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_it_and_no_secret_is_printed(tmp_path: Path, number: signal.Signals) -> None:
    example(tmp_path)
    with running(tmp_path) as (process, address):
        parts = urlsplit(address)
        assert parts.hostname is not None
        assert parts.hostname.endswith(".localhost")
        connection = http.client.HTTPConnection("127.0.0.1", parts.port, timeout=20)
        connection.request("GET", f"{parts.path}?{parts.query}", headers={"Host": parts.netloc})
        answer = connection.getresponse()
        assert answer.status == 200
        cookie = answer.headers["Set-Cookie"]
        connection.close()
        process.send_signal(number)
        output, errors = process.communicate(timeout=30)
    assert process.returncode == 0
    assert errors.splitlines()[-1] == "form4gen: Stopped."
    assert cookie.partition("=")[2][:20] not in output + errors
    assert "token" not in output + errors


def session(address: str) -> tuple[http.client.HTTPConnection, dict[str, str]]:
    """A connection to a workbench that was opened, and the headers of its browser."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection("127.0.0.1", parts.port, timeout=20)
    connection.request("GET", f"{parts.path}?{parts.query}", headers={"Host": parts.netloc})
    answer = connection.getresponse()
    answer.read()
    cookie = answer.headers["Set-Cookie"].partition(";")[0]
    return connection, {"Host": parts.netloc, "Cookie": cookie, "Origin": f"http://{parts.netloc}"}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_work_on_a_file_and_leaves_nothing(
    tmp_path: Path, number: signal.Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, temporary = tmp_path / "folder", tmp_path / "temporary"
    folder.mkdir()
    temporary.mkdir()
    example(folder)
    monkeypatch.setenv("TMPDIR", str(temporary))
    with running(folder) as (process, address):
        connection, headers = session(address)
        connection.request("POST", f"/f/{EXAMPLE}/out/closing", "{}", headers)
        assert connection.getresponse().status == 202
        connection.close()
        assert len(list(temporary.iterdir())) == 1
        process.send_signal(number)
        process.communicate(timeout=30)
    assert process.returncode == 0
    assert list(temporary.iterdir()) == []
    assert [each.name for each in folder.iterdir()] == [EXAMPLE]
    assert not running_in(str(temporary))


def test_it_stops_when_it_was_not_used_for_as_long_as_was_said(tmp_path: Path) -> None:
    """A page that is open requests the state every few seconds. That does not count as use."""
    example(tmp_path)
    with running(tmp_path, "--idle", "0.05") as (process, address):
        connection, headers = session(address)
        while process.poll() is None:
            with suppress(OSError, http.client.HTTPException):
                connection.request("GET", f"/state?name={EXAMPLE}&digest=", headers=headers)
                connection.getresponse().read()
            time.sleep(0.2)
        connection.close()
        _, errors = process.communicate(timeout=30)
    assert process.returncode == 0
    assert errors.splitlines()[-1] == "form4gen: Stopped after 0.05 minutes without use."


def test_it_does_not_stop_while_it_is_used(tmp_path: Path) -> None:
    example(tmp_path)
    with running(tmp_path, "--idle", "0.05") as (process, address):
        connection, headers = session(address)
        for _ in range(10):
            connection.request("GET", f"/f/{EXAMPLE}/view", headers=headers)
            assert connection.getresponse().read()
            time.sleep(0.5)
        connection.close()
        assert process.poll() is None


@pytest.mark.parametrize("minutes", ["-1", "x", "nan"])
def test_a_time_that_is_none_is_refused(tmp_path: Path, minutes: str) -> None:
    result = run("workbench", str(tmp_path), "--no-browser", "--idle", minutes)
    assert result.exit_code == 2


def test_a_program_that_is_killed_leaves_the_last_saved_text_and_its_undo(tmp_path: Path) -> None:
    path = example(tmp_path)
    before = path.read_bytes()
    with running(tmp_path) as (process, address):
        connection, headers = session(address)
        given = {"digest": digest_of(before), "do": "cell", "at": "/remarks", "kind": "lines", "text": "Saved."}
        connection.request("POST", f"/f/{EXAMPLE}/change", json.dumps(given), headers)
        assert connection.getresponse().status == 200
        connection.close()
        connection.request("POST", f"/f/{EXAMPLE}/change", json.dumps(given | {"text": "Never answered."}), headers)
        process.kill()
        process.wait()
        connection.close()
    assert json.loads(path.read_text("utf-8"))["remarks"] in ("Saved.", "Never answered.")
    work = work_on(tmp_path)
    work.change(EXAMPLE, {"digest": work.view(EXAMPLE)["digest"], "do": "undo"})
    assert path.read_bytes() == before


def test_it_listens_on_the_loopback_address_alone(tmp_path: Path) -> None:
    with running(tmp_path) as (_, address):
        port = urlsplit(address).port
        with socket.socket() as other:
            other.settimeout(2)
            own = socket.gethostbyname(socket.gethostname())
            if own.startswith("127."):
                pytest.skip("this computer has no other address")
            assert other.connect_ex((own, port)) != 0


def test_its_packages_are_imported_by_no_other_command(monkeypatch: pytest.MonkeyPatch) -> None:
    original = builtins.__import__

    def refusing(name: str, *arguments: Any, **named: Any) -> Any:
        assert name.partition(".")[0] not in ("starlette", "uvicorn")
        return original(name, *arguments, **named)

    monkeypatch.setattr(builtins, "__import__", refusing)
    assert run("--help").exit_code == 0


def test_an_answer_is_sent_at_once() -> None:
    """A connection has the option from the port that it was made at."""
    with listening_at(0) as port, socket.create_connection(port.getsockname()):
        connection, _ = port.accept()
        with connection:
            assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)

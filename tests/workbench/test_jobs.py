"""Downloads are the files of the command line, byte for byte, made in a process that can be stopped."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from command_line import start
from starlette.testclient import TestClient
from workbench_app import EXAMPLE, Bench, change, example


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    example(tmp_path)
    bench = Bench(tmp_path)
    yield bench
    bench.jobs.close()


def made(client: TestClient, kind: str) -> tuple[dict[str, Any], Any]:
    """How the work on a file ended, and the answer with the file."""
    answer = client.post(f"/f/{EXAMPLE}/out/{kind}")
    assert answer.status_code == 202
    job = answer.json()["job"]
    for _ in range(1200):
        state: dict[str, Any] = client.get(f"/jobs/{job}").json()
        if state["state"] != "running":
            return state, client.get(f"/jobs/{job}/file")
        time.sleep(0.1)
    return state, None


def test_the_page_is_that_of_the_command_line(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / EXAMPLE
    state, answer = made(bench.client(), "html")
    assert state == {"state": "done"}
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''exercise-and-sale.html"
    assert start("render", str(path), "--html", "-o", str(tmp_path / "out"), "--no-config").returncode == 0
    assert answer.content == (tmp_path / "out" / "exercise-and-sale.html").read_bytes()


def test_a_form_with_errors_is_marked_as_a_draft(bench: Bench) -> None:
    client = bench.client()
    change(client, do="cell", at="/nonDerivativeTable/2/sharesOwnedFollowingTransaction", kind="amount", text="1")
    _, answer = made(client, "html")
    assert b"<title>DRAFT " in answer.content


def test_a_test_submission_without_a_ccc_says_what_is_missing(bench: Bench) -> None:
    state, answer = made(bench.client(), "test")
    assert state["state"] == "failed"
    assert "CCC" in str(state["said"])
    assert answer.status_code == 422


def test_work_can_be_stopped_and_leaves_nothing(bench: Bench) -> None:
    client = bench.client()
    job = client.post(f"/f/{EXAMPLE}/out/pdf").json()["job"]
    assert client.delete(f"/jobs/{job}").status_code == 200
    for _ in range(600):
        if client.get(f"/jobs/{job}").json()["state"] != "running":
            break
        time.sleep(0.05)
    assert client.get(f"/jobs/{job}").json()["state"] == "failed"
    folders = [each.folder for each in bench.jobs._jobs.values()]  # noqa: SLF001  where it worked
    bench.jobs.close()
    assert folders
    assert not any(Path(folder).exists() for folder in folders)


@pytest.mark.parametrize("kind", ["x", "live", "pdf%2f..", "..%2fpdf"])
def test_no_other_kind_of_file_is_made(bench: Bench, kind: str) -> None:
    assert bench.client().post(f"/f/{EXAMPLE}/out/{kind}").status_code == 404

"""Downloads are the files of the command line, byte for byte, made in a process that can be stopped."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from command_line import start
from starlette.testclient import TestClient
from workbench_app import EXAMPLE, Bench, change, example, running_in

from form4gen.public import compared, comparison_html, render_pdf, side
from form4gen.workbench.jobs import Limits


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    example(tmp_path)
    bench = Bench(tmp_path)
    yield bench
    bench.jobs.close()


def made(client: TestClient, kind: str, name: str = EXAMPLE, number: int = 0) -> tuple[dict[str, Any], Any]:
    """How the work on a file ended, and the answer with the file that is the first, or another one."""
    return ended(client, client.post(f"/f/{name}/out/{kind}"), number)


def ended(client: TestClient, answer: Any, number: int = 0) -> tuple[dict[str, Any], Any]:
    assert answer.status_code == 202
    job = answer.json()["job"]
    for _ in range(1200):
        state: dict[str, Any] = client.get(f"/jobs/{job}").json()
        if state["state"] != "running":
            return state, client.get(f"/jobs/{job}/files/{number}")
        time.sleep(0.1)
    return state, None


def test_the_page_is_that_of_the_command_line(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / EXAMPLE
    state, answer = made(bench.client(), "html")
    assert state == {"state": "done", "files": 1}
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''exercise-and-sale.html"
    assert start("render", str(path), "--html", "-o", str(tmp_path / "out"), "--no-config").returncode == 0
    assert answer.content == (tmp_path / "out" / "exercise-and-sale.html").read_bytes()


def test_a_form_with_errors_is_marked_as_a_draft(bench: Bench) -> None:
    client = bench.client()
    change(client, do="cell", at="/nonDerivativeTable/2/sharesOwnedFollowingTransaction", kind="amount", text="1")
    _, answer = made(client, "html")
    assert b"<title>DRAFT " in answer.content


def test_a_ccc_in_a_filing_is_in_no_file_that_is_made_of_it(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("form4gen.workbench.jobs.gettempdir", lambda: str(scratch))
    text = (tmp_path / EXAMPLE).read_text("utf-8")
    (tmp_path / EXAMPLE).write_text(text.replace('"documentType"', '"ccc": "a@b1c2d3", "documentType"', 1), "utf-8")
    made(bench.client(), "html")
    files = [path for path in scratch.rglob("*") if path.is_file()]
    assert any(path.name == EXAMPLE for path in files)
    assert not any(b"a@b1c2d3" in path.read_bytes() for path in files)


def test_a_test_submission_without_a_ccc_says_what_is_missing(bench: Bench) -> None:
    state, answer = made(bench.client(), "test")
    assert state["state"] == "failed"
    assert "CCC" in str(state["said"])
    assert answer.status_code == 422


def test_a_test_submission_is_that_of_the_command_line_and_not_the_form_or_its_exhibit(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORM4GEN_CCC_1625781", "abcd1e$2")
    path = example(tmp_path, "tecogen-2017.json")
    state, answer = made(bench.client(), "test", path.name)
    assert state == {"state": "done", "files": 1}
    start("export", str(path), "--submission", "-o", str(tmp_path / "out"))
    assert answer.content == (tmp_path / "out" / "tecogen-2017-submission.xml").read_bytes()


@pytest.mark.parametrize(("number", "name"), [(0, "tecogen-2017.xml"), (1, "ex24.txt"), (2, "")])
def test_the_form_for_edgar_is_followed_by_its_exhibits(bench: Bench, tmp_path: Path, number: int, name: str) -> None:
    path = example(tmp_path, "tecogen-2017.json")
    state, answer = made(bench.client(), "xml", path.name, number)
    assert state == {"state": "done", "files": 2}
    if name:
        start("export", str(path), "-o", str(tmp_path / "out"))
        assert answer.headers["content-disposition"].endswith(f"''{name}")
        assert answer.content == (tmp_path / "out" / name).read_bytes()
    else:
        assert answer.status_code == 422


def until(is_so: Callable[[], object]) -> None:
    end = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < end, "not so within 60 seconds"
        time.sleep(0.05)


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="this system does not list processes in /proc")
def test_work_that_is_stopped_ends_with_the_processes_that_it_started(bench: Bench) -> None:
    client = bench.client()
    job = client.post(f"/f/{EXAMPLE}/out/closing").json()["job"]
    folder = bench.jobs._found(job).folder  # noqa: SLF001  where it works
    until(lambda: len(running_in(folder)) > 1)
    assert client.get(f"/jobs/{job}").json()["state"] == "running"
    assert client.delete(f"/jobs/{job}").json() == {"state": "failed", "said": "Stopped."}
    until(lambda: not running_in(folder))
    assert client.get(f"/jobs/{job}/files/0").status_code == 422
    bench.jobs.close()
    assert not os.path.exists(folder)


@pytest.mark.parametrize(
    ("limits", "said"),
    [(Limits(seconds=0), "Stopped after 0 seconds."), (Limits(memory=120 * 1024**2), "limit"), (Limits(), "")],
)
def test_work_has_limits_of_time_and_memory(bench: Bench, limits: Limits, said: str) -> None:
    bench.jobs._limits = limits  # noqa: SLF001  those of the program are too large for a test
    state, answer = made(bench.client(), "pdf")
    assert state["state"] == ("failed" if said else "done")
    assert said in state.get("said", "")
    assert answer.status_code == (422 if said else 200)


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="this system has no limit of computing time")
def test_work_that_computes_for_too_long_is_ended_by_the_system(bench: Bench) -> None:
    bench.jobs._limits = Limits(seconds=1)  # noqa: SLF001  as above
    jobs = bench.jobs
    job = jobs.start(EXAMPLE, "closing", has_errors=False)
    until(lambda: not jobs._found(job).is_running)  # noqa: SLF001  without a look at the clock
    assert jobs.state(job)["state"] == "failed"


def test_only_two_files_are_made_at_once(bench: Bench) -> None:
    client = bench.client()
    jobs = [client.post(f"/f/{EXAMPLE}/out/pdf").json()["job"] for _ in range(2)]
    refused = client.post(f"/f/{EXAMPLE}/out/pdf")
    assert refused.status_code == 422
    assert "Wait for one of them" in refused.json()["said"]
    client.delete(f"/jobs/{jobs[0]}")
    assert client.post(f"/f/{EXAMPLE}/out/pdf").status_code == 202


def test_the_files_made_last_are_kept(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("form4gen.workbench.jobs._KEPT", 1)
    folders = []
    for _ in range(2):
        job = bench.jobs.start(EXAMPLE, "xml", has_errors=False)
        folders.append(bench.jobs._found(job).folder)  # noqa: SLF001  where it works
    assert [os.path.exists(folder) for folder in folders] == [False, True]


@pytest.mark.parametrize("kind", ["x", "live", "pdf%2f..", "..%2fpdf"])
def test_no_other_kind_of_file_is_made(bench: Bench, kind: str) -> None:
    assert bench.client().post(f"/f/{EXAMPLE}/out/{kind}").status_code == 404


@pytest.mark.parametrize(("chosen", "old"), [("before:1", f"earlier-{EXAMPLE}"), ("copy.json", "copy.json")])
def test_the_pdf_of_the_changes_is_that_of_diff(bench: Bench, chosen: str, old: str) -> None:
    """Its files are named without the folder in which it was made."""
    client = bench.client()
    before = (bench.path / EXAMPLE).read_bytes()
    (bench.path / "copy.json").write_bytes(before)
    change(client, do="cell", at="/nonDerivativeTable/0/transactionShares", kind="number", text="42,000")
    state, answer = ended(client, client.post(f"/f/{EXAMPLE}/compare/pdf", params={"with": chosen}))
    assert state == {"state": "done", "files": 1}
    assert answer.headers["content-disposition"].endswith("''exercise-and-sale-changes.pdf")
    page_of_diff = comparison_html(compared(side(before), side((bench.path / EXAMPLE).read_bytes())), old, EXAMPLE)
    assert answer.content == render_pdf(page_of_diff).content


@pytest.mark.parametrize(
    ("chosen", "status"), [("", 404), ("nowhere.json", 404), ("broken.json", 422), ("seen:0", 422)]
)
def test_without_another_filing_no_pdf_is_begun(bench: Bench, chosen: str, status: int) -> None:
    (bench.path / "broken.json").write_text("{", "utf-8")
    answer = bench.client().post(f"/f/{EXAMPLE}/compare/pdf", params={"with": chosen})
    assert answer.status_code == status
    assert "said" in answer.json()

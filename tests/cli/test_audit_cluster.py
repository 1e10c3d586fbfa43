"""``form4gen audit --scheduler``: the same tables from the workers of a cluster, whatever happens to them."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest
from cluster_processes import Cluster, cluster, wait_for
from command_line import ROOT, TECOGEN, run, start

from form4gen import __version__
from form4gen.audit import cluster as clusters

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")

TABLES = ("filings", "rows", "findings", "errors")
OUTPUT = ("audit.html", *(f"{name}.parquet" for name in TABLES))
CCC = "abcd123$"
KNOWN = {"FORM4GEN_CCC_0001625781": CCC}
HOLD = """
from form4gen.cli import auditing
from pathlib import Path
plain = auditing.check_group
def held(settings, dated, group):
    {what}
    return plain(settings, dated, group)
auditing.check_group = held
"""
# The worker begins a group, keeps what was sent to it, and does not finish.
STUCK = HOLD.format(
    what="Path('seen').write_bytes(group.filings[0].content); Path('begun').touch(); import time; time.sleep(60)"
)
# The worker ends if filing 7 is among those that it checks.
DYING = HOLD.format(what="import os; any(number == 7 for number, _ in group.checks) and os._exit(9)")


def _filings(folder: Path, count: int = 60) -> Path:
    """Purchases by a person of ten issuers; one in six is filed before the trade. Each has a CCC."""
    document = json.loads(Path(TECOGEN).read_text("utf-8"))
    document["remarks"] = f"The code is {CCC}."
    folder.mkdir()
    for number in range(count):
        document["issuer"]["issuerCik"] = f"{123 + number // 6:010}"
        document["nonDerivativeTable"][0]["transactionShares"] = 1000 + number
        document["context"] = {"filedAt": f"2017-11-{13 + number % 6}T18:00:00-05:00"}
        (folder / f"{number:02}.json").write_text(json.dumps(document), "utf-8")
    return folder


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with filings, and the audit of them by this computer alone."""
    folder = tmp_path_factory.mktemp("here")
    _filings(folder / "in")
    assert start("audit", "in", "-o", "whole", cwd=folder, environment=KNOWN).returncode == 1
    return folder


def _is_the_same(here: Path, folder: Path) -> bool:
    assert sorted(os.listdir(folder)) == sorted(OUTPUT)
    return all((folder / name).read_bytes() == (here / "whole" / name).read_bytes() for name in OUTPUT)


def _audit(here: Path, made: Cluster, folder: Path) -> tuple[int, str]:
    done = start("audit", "in", "-o", str(folder), "--scheduler", made.address, cwd=here, environment=KNOWN)
    return done.returncode, done.stderr.decode()


@contextmanager
def _in_the_middle(path: Path, action: object) -> Iterator[None]:
    """Act once the file exists, while the block runs."""

    def waiting() -> None:
        wait_for(path)
        action()  # type: ignore[operator]

    thread = threading.Thread(target=waiting)
    thread.start()
    yield
    thread.join()


def test_the_tables_are_those_of_a_run_on_one_computer_though_a_worker_is_killed(here: Path, tmp_path: Path) -> None:
    with cluster(tmp_path / "cluster", 1) as made:
        stuck = made.begin(STUCK)
        with _in_the_middle(tmp_path / "cluster" / "begun", stuck.kill):
            code, said = _audit(here, made, tmp_path / "out")
        assert stuck.poll() == -signal.SIGKILL
    assert b"The code is ********." in (tmp_path / "cluster" / "seen").read_bytes()
    assert (code, said) == (1, "form4gen: 50 passed, 10 failed\n")
    assert _is_the_same(here, tmp_path / "out")


def test_a_run_whose_scheduler_is_lost_says_so_and_can_be_finished_without_a_cluster(
    here: Path, tmp_path: Path
) -> None:
    with cluster(tmp_path / "cluster", 0) as made:
        made.begin(STUCK)
        with _in_the_middle(tmp_path / "cluster" / "begun", made.scheduler.kill):
            code, said = _audit(here, made, tmp_path / "out")
    words = f"form4gen: The connection to the scheduler at {made.address} was lost. "
    assert (code, said) == (2, f"{words}Give the same command again to go on.\n")
    assert start("audit", "in", "-o", str(tmp_path / "out"), cwd=here, environment=KNOWN).returncode == 1
    assert _is_the_same(here, tmp_path / "out")


def test_a_cluster_that_has_lost_every_worker_is_given_up_after_a_while(
    here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clusters, "_PATIENCE", 1)
    monkeypatch.setenv("FORM4GEN_CCC_0001625781", CCC)
    monkeypatch.chdir(here)
    with cluster(tmp_path / "cluster", 0) as made:
        stuck = made.begin(STUCK)
        with _in_the_middle(tmp_path / "cluster" / "begun", stuck.kill):
            result = run("audit", "in", "-o", str(tmp_path / "out"), "--scheduler", made.address, "--jobs", "1")
    assert (result.exit_code, result.stderr) == (
        2,
        "form4gen: The cluster has no worker any more. Give the same command again to go on.\n",
    )
    assert start("audit", "in", "-o", str(tmp_path / "out"), cwd=here, environment=KNOWN).returncode == 1
    assert _is_the_same(here, tmp_path / "out")


def test_a_worker_of_another_version_that_joins_later_ends_the_run(here: Path, tmp_path: Path) -> None:
    with cluster(tmp_path / "cluster", 0) as made:
        stuck = made.begin(STUCK)

        def replaced() -> None:
            stuck.kill()
            made.begin(OLD)

        with _in_the_middle(tmp_path / "cluster" / "begun", replaced):
            code, said = _audit(here, made, tmp_path / "out")
    assert code == 2
    assert said.startswith(f"form4gen: A worker has form4gen 0.0.1, not {__version__}. Run there: pip install ")


def _certificate(folder: Path) -> dict[str, str]:
    """A certificate of this computer for itself, in Dask's settings for TLS."""
    if (program := shutil.which("openssl")) is None:
        pytest.skip("openssl is not installed")
    key, certificate = str(folder / "key.pem"), str(folder / "certificate.pem")
    subprocess.run(  # noqa: S603  a fixed command
        (program, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate),
        capture_output=True, check=True,
    )  # fmt: skip
    sides = {f"DASK_DISTRIBUTED__COMM__TLS__{side}__{what}": path for side in ("SCHEDULER", "WORKER", "CLIENT")
             for what, path in (("KEY", key), ("CERT", certificate))}  # fmt: skip
    return sides | {"DASK_DISTRIBUTED__COMM__TLS__CA_FILE": certificate}


def test_a_tls_address_works_with_the_certificates_of_dasks_settings_and_says_what_lacks_without(
    here: Path, tmp_path: Path
) -> None:
    settings = _certificate(tmp_path)
    with cluster(tmp_path / "cluster", 0, protocol="tls://", **settings) as made:
        made.begin()
        assert made.address.startswith("tls://127.0.0.1:")
        command = ("audit", "in", "-o", str(tmp_path / "out"), "--scheduler", made.address)
        refused = start(*command, cwd=here, environment=KNOWN)
        assert refused.returncode == 2
        assert refused.stderr.startswith(f"form4gen: No connection to the scheduler at {made.address}".encode())
        assert start(*command, cwd=here, environment=KNOWN | settings).returncode == 1
    assert _is_the_same(here, tmp_path / "out")


def test_ctrl_c_ends_the_run_and_it_can_be_finished(here: Path, tmp_path: Path) -> None:
    with cluster(tmp_path / "cluster", 0) as made:
        made.begin(STUCK)
        command = (sys.executable, "-m", "form4gen", "audit", "in", "-o", str(tmp_path / "out"))
        with subprocess.Popen(  # noqa: S603  our own program
            (*command, "--scheduler", made.address), cwd=here, env=os.environ | KNOWN | {"PYTHONPATH": str(ROOT)},
            stderr=subprocess.PIPE, text=True,
        ) as started:  # fmt: skip
            wait_for(tmp_path / "cluster" / "begun")
            started.send_signal(signal.SIGINT)
            _, said = started.communicate(timeout=60)
    assert started.returncode == 130
    assert said == (
        "form4gen: The audit is unfinished. Give the same command again to go on.\nform4gen: Interrupted.\n"
    )
    assert os.path.exists(tmp_path / "out" / "audit.unfinished")


def test_a_filing_on_which_workers_end_costs_no_other_its_check(here: Path, tmp_path: Path) -> None:
    with cluster(tmp_path / "cluster", 0, DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES="0") as made:
        for _ in range(3):
            made.begin(DYING)
        code, said = _audit(here, made, tmp_path / "out")
    assert (code, said.splitlines()[-1]) == (
        70,
        "form4gen: 49 passed, 10 failed, 1 not fully checked (internal error)",
    )
    found = duckdb.sql(f"SELECT number, message FROM '{tmp_path}/out/errors.parquet'").fetchall()  # noqa: S608  our path
    words = "internal error: The cluster could not check this: 1 worker ended during the work on it."
    assert found == [(7, words)]


OLD = "import form4gen; form4gen.__version__ = '0.0.1'"
BARE = "sys.modules['form4gen'] = None"


def test_a_worker_with_another_form4gen_or_none_is_named_before_anything_is_read(tmp_path: Path) -> None:
    with cluster(tmp_path / "cluster", 1) as made:
        for before, words in ((OLD, "has form4gen 0.0.1, not"), (BARE, "does not have form4gen")):
            worker = made.begin(before)
            done = start("audit", TECOGEN, "-o", str(tmp_path / "out"), "--scheduler", made.address)
            assert done.returncode == 2
            said = done.stderr.decode()
            assert said.startswith("form4gen: The worker at tcp://127.0.0.1:")
            assert f"{words} {__version__}" in said
            assert said.endswith(f'Run there: pip install "form4gen[cluster]=={__version__}", and start it again.\n')
            worker.kill()
            worker.wait()


def test_without_a_scheduler_or_workers_one_line_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "_SECONDS", 1)
    with socket.create_server(("127.0.0.1", 0)) as closed:
        address = f"tcp://127.0.0.1:{closed.getsockname()[1]}"
    result = run("audit", TECOGEN, "-o", str(tmp_path / "out"), "--scheduler", address)
    assert (result.exit_code, result.stderr) == (
        2,
        f"form4gen: There is no answer from a scheduler at {address} in 1 seconds. Start it, or correct --scheduler.\n",
    )
    with cluster(tmp_path / "cluster", 0) as made:
        result = run("audit", TECOGEN, "-o", str(tmp_path / "out"), "--scheduler", made.address)
    words = f"form4gen: The scheduler at {made.address} has no worker. "
    assert (result.exit_code, result.stderr) == (
        2,
        f"{words}Start one on each computer: dask worker {made.address}\n",
    )


def test_a_port_that_never_answers_does_not_hold_the_run(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        done = start("audit", TECOGEN, "-o", str(tmp_path / "out"), "--scheduler", address)
    assert done.returncode == 2
    assert f"There is no answer from a scheduler at {address} in 10 seconds.".encode() in done.stderr


@pytest.mark.parametrize(
    "address",
    ["10.0.0.5:8786", "tcp://10.0.0.5", "tcp://:8786", "tcp://h:0", "tcp://h:65536", "tcp://h:1/x", "tcp://u@h:1",
     "http://h:1", "inproc://h:1", "tcp://h:x", "tcp://[::1:8786", ""],
)  # fmt: skip
def test_what_is_no_address_of_a_scheduler_is_refused(tmp_path: Path, address: str) -> None:
    result = run("audit", TECOGEN, "-o", str(tmp_path / "out"), "--scheduler", address)
    assert result.exit_code == 2
    assert f"{address!r} is not the address of a scheduler. Write tcp://HOST:PORT or tls://HOST:PORT." in " ".join(
        result.stderr.split()
    )
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("address", ["tcp://10.0.0.5:8786", "tls://head.example.com:1", "tcp://[::1]:65535"])
def test_an_address_is_one_of_tcp_or_tls_with_a_host_and_a_port(address: str) -> None:
    assert clusters.is_address(address)


def test_without_dask_one_line_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "find_spec", lambda _: None)
    result = run("audit", TECOGEN, "-o", str(tmp_path / "out"), "--scheduler", "tcp://127.0.0.1:8786")
    assert result.exit_code == 2
    assert result.stderr == 'form4gen: A cluster needs Dask. Run: pip install "form4gen[cluster]"\n'

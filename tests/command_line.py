"""Runs the command line: in this process, or in one of its own where streams and exit codes are what is tested."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from form4gen.cli.group import form4gen
from form4gen.resources import path_of

ROOT = Path(__file__).parent.parent
TECOGEN = path_of("schemas", "examples", "tecogen-2017.json")
IN_TIME = ("--filed-at", "2017-11-14T20:00")


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(form4gen, arguments, input=stdin, prog_name="form4gen")


def start(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own; ``options`` are those of subprocess.run."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | options.pop("environment", {})
    return subprocess.run(  # noqa: S603  our own command
        (sys.executable, "-m", "form4gen", *arguments),
        env=environment,
        capture_output="stdout" not in options,
        check=False,
        timeout=120,
        **options,
    )


def changed(folder: Path, changes: dict[str, Any], name: str = "form4.json") -> str:
    """The path of a copy of the Tecogen filing with some keys of its first owner, row or top changed."""
    document = json.loads(Path(TECOGEN).read_text("utf-8"))
    for key, value in changes.items():
        parts = {"owner": document["reportingOwners"][0], "row": document["nonDerivativeTable"][0]}
        head, _, last = key.rpartition(".")
        parts.get(head, document)[last] = value
    path = folder / name
    path.write_text(json.dumps(document), "utf-8")
    return str(path)


def purchases(folder: Path, count: int, shares: int = 2000, **changes: Any) -> str:
    """The path of a copy of the Tecogen filing with so many purchases, each of so many shares, and other changes."""
    document = json.loads(Path(TECOGEN).read_text("utf-8"))
    row = document["nonDerivativeTable"][0] | {"transactionShares": shares}
    rows = [row | {"sharesOwnedFollowingTransaction": 1418 + shares * number} for number in range(1, count + 1)]
    path = folder / "form4.json"
    path.write_text(json.dumps(document | {"nonDerivativeTable": rows} | changes), "utf-8")
    return str(path)

"""Runs the commands of a page and writes what they print below them, so that no page shows what is no longer true.

In a page, a block ``json`` after ``<!-- file NAME -->`` is written to that file. A block ``sh`` is run, unless it
follows ``<!-- not run -->``. A block ``text`` is what the commands before it print. After ``<!-- shows "A" to "B" -->``
it begins with the line that begins with A and ends before the line that begins with B. After ``<!-- forget NAME
/pointer; /pointer = value -->`` it is what ``form4gen validate`` finds in addition when these values of a file are
missing or different; options follow ``with``.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parent.parent
PAGES = (
    "README.md",
    "docs/batch.md",
    "docs/cookbook.md",
    "docs/fills.md",
    "docs/reports.md",
    "docs/settings.md",
    "docs/submissions.md",
)
HOME = "/home/jane/form4gen"  # what a page shows for the folder in which its commands were run
CCC = "abcd123$"  # of the fictional parties of the pages
SHARED = ("form4gen", "schemas", "start", "templates", "requirements.lock", "requirements-test.lock")
SECONDS = 120

_BLOCK = re.compile(
    r"(?P<order><!-- (?P<words>[^\n]*?) -->\n+)?```(?P<kind>sh|text|json)\n(?P<body>.*?)```\n", re.DOTALL
)


def refreshed(text: str) -> str:
    """The text of a page with what its commands print now. Raises ValueError if one of them cannot be run."""
    with TemporaryDirectory() as folder:
        run = _Run(Path(folder).resolve())
        return _BLOCK.sub(run.block, text)


class _Run:
    """The commands of one page, run in a folder that looks like a checkout with its environment."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.printed: str | None = None
        for name in SHARED:
            (folder / name).symlink_to(ROOT / name)
        commands = folder / ".venv" / "bin"
        commands.mkdir(parents=True)
        (commands / "form4gen").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m form4gen "$@"\n', "utf-8")
        (commands / "form4gen").chmod(0o755)
        (commands / "python").symlink_to(sys.executable)
        (commands.parent / "installed.lock").symlink_to(ROOT / "requirements.lock")
        self.environment = {
            "PATH": f"{commands}:/usr/bin:/bin",
            "HOME": str(folder),
            "PYTHONPATH": str(ROOT),
            "PYTHON": sys.executable,
        }
        self.environment |= {f"FORM4GEN_CCC_{cik}": CCC for cik in ("9990001", "9990002")}

    def block(self, found: re.Match[str]) -> str:
        """The block again, with what is printed if it is a text."""
        order, words, kind, body = found.group("order") or "", found.group("words") or "", found["kind"], found["body"]
        if kind == "json" and words.startswith("file "):
            (self.folder / words.removeprefix("file ")).write_text(body, "utf-8")
        elif kind == "sh" and words != "not run":
            self.printed = self.run(body)
        elif kind == "text" and words.startswith("forget "):
            body = self.forgotten(words.removeprefix("forget "))
        elif kind == "text" and self.printed is not None:
            body = _cut(self.printed, words)
        return f"{order}```{kind}\n{body}```\n"

    def run(self, commands: str) -> str:
        """What the commands print, on both streams, without paths of this machine."""
        done = subprocess.run(  # noqa: S603  our own pages
            ("/bin/sh", "-c", commands),
            cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, check=False, text=True, timeout=SECONDS,
        )  # fmt: skip
        if done.returncode not in (0, 1):
            message = f"{commands.strip()} ended with {done.returncode}: {done.stdout}"
            raise ValueError(message)
        return done.stdout.replace(str(self.folder), HOME)

    def forgotten(self, words: str) -> str:
        """The findings that a file has besides its own if some of its values are missing or different."""
        name, _, changes = words.partition(" ")
        changes, _, options = changes.partition(" with ")
        document = json.loads((self.folder / name).read_text("utf-8"))
        before = self._findings(name, document, options)
        for change in changes.split("; "):
            pointer, _, value = change.partition(" = ")
            _change(document, pointer, value)
        lines = [line for line in self._findings(name, document, options) if line not in before]
        if not lines:
            message = f"{name} has no finding without {changes}"
            raise ValueError(message)
        return "\n".join(lines) + "\n"

    def _findings(self, name: str, document: Any, options: str) -> list[str]:
        """One line for each finding, without its line in the document."""
        changed = f"changed-{name}"
        (self.folder / changed).write_text(json.dumps(document), "utf-8")
        command = f"form4gen validate {changed} --format concise {options} 2>{os.devnull}"
        return [line.partition(": ")[2] for line in self.run(command).splitlines()]


def _change(document: Any, pointer: str, value: str) -> None:
    *above, last = pointer.strip("/").split("/")
    for key in above:
        document = document[int(key) if isinstance(document, list) else key]
    key = int(last) if isinstance(document, list) else last
    if value:
        document[key] = json.loads(value)
    else:
        del document[key]


def _cut(printed: str, words: str) -> str:
    """The part of the output that a page shows, with dots where something is left out."""
    marks = re.findall(r'"(.*?)"', words) if words.startswith("shows ") else []
    lines = printed.splitlines()
    if not marks:
        return printed
    first, last = (_line(lines, mark) for mark in marks)
    shown = "\n".join(lines[first:last]).strip("\n")
    before, after = "...\n" if first else "", "...\n" if last < len(lines) else ""
    return f"{before}{shown}\n{after}"


def _line(lines: list[str], mark: str) -> int:
    """The number of the first line that begins with a mark; an empty one means the end."""
    if not mark:
        return len(lines)
    for number, line in enumerate(lines):
        if line.startswith(mark):
            return number
    message = f"No line of the output begins with {mark!r}."
    raise ValueError(message)

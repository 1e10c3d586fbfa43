"""Checks what printing and optional parts need, without printing or loading anything in this process.

Pango and HarfBuzz are C libraries: one that does not fit the machine may crash the process, and so may
Pango where there is no font. So each is loaded in a child process, which also prints the test page.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version

from form4gen.records import NamedTuple
from form4gen.render.pango import install_line

_PACKAGES = ("click", "jinja2", "jsonschema", "lxml", "weasyprint", "fontpkg-arimo", "tzdata")
_OPTIONAL = {
    "plutoprint": ("plutoprint", "makes untagged PDFs without Pango"),
    "duckdb": ("audit", "writes the tables of an audit"),
    "distributed": ("cluster", "audits on the workers of a Dask cluster"),
}
"""Packages that a command can do without, each with its extra and what it is for."""

_LIBRARIES = {
    "darwin": ("libpango-1.0.0.dylib", "libpangoft2-1.0.0.dylib", "libharfbuzz.0.dylib", "libharfbuzz-subset.0.dylib"),
    "win32": ("libpango-1.0-0.dll", "libpangoft2-1.0-0.dll", "libharfbuzz-0.dll", "libharfbuzz-subset-0.dll"),
}
_ON_LINUX = ("libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz.so.0", "libharfbuzz-subset.so.0")
_LOAD = "import ctypes, sys; ctypes.CDLL(sys.argv[1])"
_DRAW = "from form4gen.render.pdf import pdf; print(len(pdf('<!DOCTYPE html><title>Form 4</title><p>Form 4').content))"
_SECONDS = 60


class Part(NamedTuple):
    """A requirement of printing: what was found, and the command that installs it if it is missing."""

    name: str
    found: str
    is_well: bool = True
    remedy: str = ""


def diagnosis() -> tuple[Part, ...]:
    """Every requirement, each after those that it needs. Nothing is raised."""
    python = Part("Python", f"{sys.version.split()[0]}, {sys.executable}")
    libraries = [_library(name) for name in _LIBRARIES.get(sys.platform, _ON_LINUX)]
    return (python, *map(_package, _PACKAGES), *libraries, _page(), *map(_optional, _OPTIONAL))


def _package(name: str) -> Part:
    try:
        return Part(name, version(name))
    except PackageNotFoundError:
        return Part(name, "not installed", is_well=False, remedy=f"pip install {name}")


def _optional(name: str) -> Part:
    extra, purpose = _OPTIONAL[name]
    try:
        return Part(name, f"{version(name)} ({purpose})")
    except PackageNotFoundError:
        return Part(name, f"not installed; optional: pip install 'form4gen[{extra}]' {purpose}")


def _library(name: str) -> Part:
    fault = _fault(_LOAD, name)
    return Part(name, fault or "loads", is_well=not fault, remedy=install_line() if fault else "")


def _page() -> Part:
    """A page with one line, printed like any page. If it fails, the requirements above show why."""
    fault = _fault(_DRAW)
    return Part("a page as PDF", fault or "drawn", is_well=not fault)


def _fault(code: str, *arguments: str) -> str:
    """The fault in a child process that runs this code; empty if there is none."""
    there = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        child = subprocess.run(  # noqa: S603  this interpreter, with code of this module
            (sys.executable, "-P", "-c", code, *arguments),
            env=there, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=_SECONDS,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return f"no answer in {_SECONDS} seconds"
    except (OSError, ValueError) as error:
        return f"Python cannot be started: {error}"
    if child.returncode < 0:
        return f"crashed ({signal.Signals(-child.returncode).name})"
    lines = child.stderr.decode("utf-8", "backslashreplace").strip().splitlines()
    return "" if child.returncode == 0 else (lines[-1] if lines else f"ended with {child.returncode}")

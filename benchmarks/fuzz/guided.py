"""The loop by atheris, which prefers inputs that reach new code. It is optional: ``.venv/bin/pip install atheris``."""

from __future__ import annotations

import os
import pkgutil
import shutil
import sys
import tempfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from random import Random
from types import FunctionType
from typing import Any

from changes import MOST_BYTES
from engine import Run, cpu, ended, note, take
from targets import Target

import form4gen

_EVERY = 8  # inputs, of which one is checked thoroughly


def fuzz_guided(atheris: Any, target: Target, run: Run, seed: int, seconds: float, most: int) -> None:
    """Change inputs until so much computing is done, or so many are tried; the process ends here."""
    pool = list(target.seeds())
    folder = tempfile.mkdtemp(prefix="form4gen-fuzz-")
    for number, raw in enumerate(pool):
        Path(folder, f"{number:04}").write_bytes(raw)
    for function in _functions():
        atheris.instrument_func(function)
    start = cpu()

    def one(raw: bytes) -> None:
        take(target, raw, run, thoroughly=run.record["inputs"] % _EVERY == 0)
        if run.record["inputs"] % 1000 == 0:
            note(run, cpu() - start)
        if cpu() - start > seconds or (most and run.record["inputs"] >= most):
            note(run, cpu() - start)
            shutil.rmtree(folder, ignore_errors=True)
            os._exit(ended(run))

    def changed(raw: bytes, largest: int, number: int) -> bytes:
        rng = Random(number)
        if rng.randrange(4) == 0:
            return bytes(atheris.Mutate(raw, largest))
        return target.change(rng, raw, pool)[:largest]

    options = (f"-seed={seed}", f"-max_len={MOST_BYTES}", "-timeout=300", "-rss_limit_mb=0", "-verbosity=0")
    atheris.Setup([sys.argv[0], *options, folder], one, custom_mutator=changed)
    atheris.Fuzz()


def _functions() -> set[Callable[..., Any]]:
    """All functions and methods of form4gen."""
    found: set[Callable[..., Any]] = set()
    for each in pkgutil.walk_packages(form4gen.__path__, "form4gen."):
        if each.name.endswith(("__main__", "sandbox_child")):
            continue
        for value in vars(import_module(each.name)).values():
            parts = vars(value).values() if isinstance(value, type) else (value,)
            found.update(
                part
                for part in parts
                if isinstance(part, FunctionType) and str(part.__module__).startswith("form4gen.")
            )
    return found

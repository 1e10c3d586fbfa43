"""Loads what checks need, for processes that are forked afterwards and then share it."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable

from form4gen.api import edgar_input as edgar_input  # ownership XML may be among the inputs
from form4gen.resources import path_of


def prepare(check: Callable[[str, bytes], object]) -> None:
    """Call ``check`` with the name and the content of each shipped example: it loads what a check of any form needs."""
    folder = path_of("schemas", "examples")
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            check(name, file.read())
    gc.collect()
    gc.freeze()  # a collection in a child would write to the pages that it shares

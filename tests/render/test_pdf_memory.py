"""Drawing many PDFs in one run of the program does not fill its memory."""

from __future__ import annotations

import gc
import os
import sys

import pytest

from form4gen.render.pdf import pdf

PAGE = "<!DOCTYPE html><html lang=en><title>Form 4</title><p>Form 4, <b>Table I</b>"


def _resident() -> int:
    gc.collect()
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.skipif(sys.platform != "linux", reason="the memory of this very moment is read from /proc")
def test_a_drawing_gives_back_its_fonts() -> None:
    for _ in range(10):
        pdf(PAGE)
    before = _resident()
    for _ in range(40):
        pdf(PAGE)
    assert _resident() - before < 40 * 100 * 1024  # a configuration that is kept costs twice that

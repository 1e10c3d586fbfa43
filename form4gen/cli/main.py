"""What the console script ``form4gen`` calls."""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn

from form4gen.signals import listen


def run() -> NoReturn:
    """Run the command line of this process."""
    # A command runs for a tenth of a second and keeps nearly all objects that it creates. Garbage collection while the
    # modules are imported, and again when the interpreter ends, would add a tenth to that.
    gc.set_threshold(100_000, 50, 50)
    listen()
    try:
        code = _run()
    except KeyboardInterrupt:  # the commands report it themselves; this one came while modules were imported
        from form4gen.cli.faults import report_interruption  # noqa: PLC0415  seldom needed

        code = report_interruption()
    finally:
        gc.freeze()
    raise SystemExit(code)


def _run() -> int:
    from form4gen.cli.streams import prepare  # noqa: PLC0415  after the line above

    prepare()
    if sys.argv[1:2] == ["validate"]:
        from form4gen.cli.plain import run_plainly  # noqa: PLC0415  no other command needs it

        code = run_plainly(sys.argv[1:])
        if code is not None:
            _end_at_once(code)
            return code
    from form4gen.cli.group import form4gen  # noqa: PLC0415  the simplest calls need no click

    form4gen(prog_name="form4gen")
    return 0


def _end_at_once(code: int) -> None:
    """End the process without taking the interpreter apart, which would add a tenth to the plainest command.

    Returns where the output cannot be written, so that the interpreter reports it as it does elsewhere.
    """
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except OSError:
        return
    os._exit(code)

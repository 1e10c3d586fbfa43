"""What the console script ``form4gen`` calls."""

from __future__ import annotations

import gc
import os
import sys

from form4gen.cli import compiled
from form4gen.signals import listen
from form4gen.typed import NoReturn

_NO_MEMORY = b"form4gen: Not enough memory. Raise the limits of this computer (ulimit).\n"


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
    except Exception as error:  # noqa: BLE001  a fault of the computer, as modules are imported or click writes
        code = _report(error)
    finally:
        gc.freeze()
    raise SystemExit(code)


def _run() -> int:
    is_check = sys.argv[1:2] == ["validate"]
    finder = compiled.use() if is_check else None
    from form4gen.cli.streams import ended, prepare  # noqa: PLC0415  after the lines above

    prepare()
    code = None
    if is_check:
        from form4gen.cli.plain import run_plainly  # noqa: PLC0415  no other command needs it

        code = run_plainly(sys.argv[1:])
    if code is not None:
        code = ended(code)
        if finder and code in (0, 1):  # a run that checked nothing loaded few modules
            compiled.keep(finder)
        # Taking the interpreter apart would add a tenth to the plainest command.
        os._exit(code)
    from form4gen.cli.group import run_by_click  # noqa: PLC0415  the simplest calls need no click

    return ended(run_by_click())


def _report(error: Exception) -> int:
    try:
        from form4gen.cli.faults import report_fault  # noqa: PLC0415  seldom needed
        from form4gen.cli.streams import ended  # noqa: PLC0415  the same

        return ended(report_fault(error))
    except (OSError, ImportError, MemoryError, SystemError):  # not even these modules can be loaded
        words = _NO_MEMORY
        if not isinstance(error, MemoryError | SystemError):
            what = f"form4gen: {type(error).__name__} {error}. Raise the limits of this computer (ulimit).\n"
            words = what.encode("utf-8", "backslashreplace")
        os.write(2, words)
        os._exit(2)  # what Python does at its end would fail too, and change the exit code

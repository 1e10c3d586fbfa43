"""What the console script ``form4gen`` calls."""

from __future__ import annotations

import gc
import sys
from typing import NoReturn


def run() -> NoReturn:
    """Run the command line of this process."""
    # A command lives for a tenth of a second and keeps nearly all that it makes. Looking for garbage while the modules
    # are read, and again over all of them when the interpreter ends, would cost a tenth of that.
    gc.set_threshold(100_000, 50, 50)
    try:
        code = _ended()
    except KeyboardInterrupt:  # a command tells it itself; this one came while the modules were read
        from form4gen.cli.faults import tell_interrupted  # noqa: PLC0415  seldom

        code = tell_interrupted()
    finally:
        gc.freeze()
    raise SystemExit(code)


def _ended() -> int:
    from form4gen.cli.streams import prepare  # noqa: PLC0415  after the line above

    prepare()
    if sys.argv[1:2] == ["validate"]:
        from form4gen.cli.plain import run_plainly  # noqa: PLC0415  other commands do not check at once

        code = run_plainly(sys.argv[1:])
        if code is not None:
            return code
    from form4gen.cli.group import form4gen  # noqa: PLC0415  the plainest command needs no click

    form4gen(prog_name="form4gen")
    return 0

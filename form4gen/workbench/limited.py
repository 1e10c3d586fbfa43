"""Runs a command of form4gen with limits: ``python -m form4gen.workbench.limited SECONDS BYTES COMMAND...``.

The limits are of computing time and memory. They are set before anything else is imported, and every process that the
command starts has the same.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from runpy import run_module

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]


def main() -> None:
    """Set the limits, as far as the system has them, and become the command."""
    seconds, memory = map(int, sys.argv[1:3])
    del sys.argv[1:3]
    if resource is not None:
        with suppress(ValueError, OSError):  # macOS has no limit of memory
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    run_module("form4gen", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()

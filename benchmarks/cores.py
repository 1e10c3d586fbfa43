"""Whether cores are free: on busy ones neither a second worker nor a time says anything."""

from __future__ import annotations

import os
import time


def free_cores(seconds: float = 1.0) -> float | None:
    """How many cores were idle over some seconds, this process aside; None where the system does not say."""
    if not os.path.exists("/proc/stat"):
        return None
    before = _jiffies()
    time.sleep(seconds)
    used = [after - earlier for earlier, after in zip(before, _jiffies(), strict=True)]
    return (os.cpu_count() or 1) * (used[3] + used[4]) / max(1, sum(used))


def has_free(number: int) -> bool:
    """Whether so many cores are free, but for a tenth of each."""
    free = free_cores()
    return free is not None and free >= 0.9 * number


def _jiffies() -> list[int]:
    """Ticks that all cores spent on each kind of work: user, nice, system, idle, waiting for a disk, and others."""
    with open("/proc/stat", encoding="ascii") as file:
        return [int(each) for each in file.readline().split()[1:9]]

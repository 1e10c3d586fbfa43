"""The one profile of the property tests.

There is no deadline, so a test does not fail because the machine is busy. With the environment variable ``CI``, each
run draws the same inputs and can be repeated; without it, each run draws new ones. A failure prints the line that
repeats it.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "form4gen",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("form4gen")

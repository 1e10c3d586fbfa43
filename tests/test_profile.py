"""Every property test runs under the profile of tests/conftest.py."""

from __future__ import annotations

import os
import re
from pathlib import Path

from hypothesis import settings

TESTS = Path(__file__).parent


def test_the_property_tests_share_one_profile() -> None:
    assert (settings().deadline, settings().derandomize) == (None, bool(os.environ.get("CI")))
    for path in TESTS.rglob("*.py"):
        own = re.search(r"\b(deadline|derandomize|suppress_health_check)=", path.read_text("utf-8"))
        assert own is None or path.name == "conftest.py", (
            f"{path} sets {own and own[1]}; tests/conftest.py sets it for all"
        )

"""Before processes are forked for many inputs, what their checks need is loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from ownership_documents import ownership

PROGRAM = """
import sys
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo
from form4gen.api.preparing import prepare
from form4gen.cli.validate_many import _check, _check_example
from form4gen.cli.output import Output
from form4gen.cli.validating import Request
request = Request(sys.argv[1], datetime(2026, 11, 9, 12, tzinfo=ZoneInfo("America/New_York")), is_of_many=True)
prepare(partial(_check_example, request))
loaded = set(sys.modules)
for path in sys.argv[2:]:
    code, _ = _check(request, [], path, Output())
    assert code in (0, 1), code
print(*sorted(name for name in set(sys.modules) - loaded if name.startswith("form4gen") or name == "lxml"))
"""


EXAMPLES = Path(__file__).parents[2] / "schemas" / "examples"


def _loaded_after(form: str, *paths: Path) -> str:
    command = (sys.executable, "-c", PROGRAM, form, *map(str, paths))
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  our own program
    return done.stdout.strip()


def test_a_check_loads_nothing_more(tmp_path: Path) -> None:
    filing = tmp_path / "form4.xml"
    filing.write_bytes(ownership())
    examples = sorted(EXAMPLES.glob("*.json"))
    for form in ("json", "sarif", "text", "concise"):
        assert _loaded_after(form, filing, *examples) == "", form

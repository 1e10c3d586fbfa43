"""Prints every measurement: commands, parts, rules on real filings, footnotes, memory, many filings, the workbench."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPTS = ("cold", "warm", "peers", "all_rules", "footnotes", "memory", "many", "batch", "workbench")

for script in SCRIPTS:
    subprocess.run((sys.executable, str(Path(__file__).parent / f"{script}.py")), check=True)

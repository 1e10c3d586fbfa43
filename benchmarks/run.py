"""Prints every measurement: commands, parts, rules on real filings, footnotes, memory, many forms, the workbench."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

for script in ("cold.py", "warm.py", "all_rules.py", "footnotes.py", "memory.py", "batch.py", "workbench.py"):
    subprocess.run((sys.executable, str(Path(__file__).parent / script)), check=True)

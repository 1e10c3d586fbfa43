"""Prints every measurement: whole commands cold, then the parts warm, then memory, then many forms at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

for script in ("cold.py", "warm.py", "memory.py", "batch.py"):
    subprocess.run((sys.executable, str(Path(__file__).parent / script)), check=True)

"""Which words of a command line stand for several inputs: folders, archives and patterns."""

from __future__ import annotations

import os
import stat

from form4gen.archives.heads import is_archive
from form4gen.cli.streams import STANDARD

_MARKS = frozenset("*?[")


def names_several(path: str) -> bool:
    """Whether a path names a folder or an archive, or is a pattern such as ``november/*.json``."""
    if path == STANDARD:
        return False
    try:
        mode = os.stat(path).st_mode
        return stat.S_ISDIR(mode) or (stat.S_ISREG(mode) and is_archive(path))
    except FileNotFoundError:
        return is_pattern(path)
    except (OSError, ValueError):  # reported where it is read
        return False


def is_pattern(path: str) -> bool:
    """Whether the name has marks that stand for other letters."""
    return not _MARKS.isdisjoint(path)

"""A member of an archive, and the bounds on what is read of one."""

from __future__ import annotations

import re

from form4gen.errors import UnusableInputError
from form4gen.records import NamedTuple

ENDINGS = (".json", ".xml", ".txt", ".nc")
"""How the names of filings end: our JSON, ownership XML, and full submissions under either name."""

RATIO = 250
"""How many times its size an archive, or a member, may grow; a filing grows 5 to 30 times."""

FREE = 4 * 1024 * 1024
"""Bytes that may come out of an archive or a member whatever its ratio is."""

_DEEPEST = 32
_LONGEST = 1000
_SHOWN = 200
_ARCHIVES = (".zip", ".tar", ".gz", ".tgz", ".xz", ".txz", ".bz2", ".tbz2", ".zst", ".tzst", ".7z", ".rar")
_DRIVE = re.compile("[A-Za-z]:")


class DamagedError(UnusableInputError):
    """The rest of an archive cannot be read; the text says why."""


class Member(NamedTuple):
    """A file in an archive: its bytes, or the reason why they are not read.

    ``name`` begins with that of the archive, and is that of the archive alone if it is at fault. A member with neither
    is of another kind than filings are. ``lacks`` names the tables that a data set has not.
    """

    name: str
    content: bytes | None = None
    fault: str | None = None
    lacks: tuple[str, ...] | None = None

    def __str__(self) -> str:
        return self.name

    @property
    def is_other(self) -> bool:
        """Whether the file is, by its name, no filing."""
        return self.content is None and self.fault is None


def may_be_filing(name: str) -> bool:
    """Whether the name of a file is one that a filing may have; the system's own files begin with a dot."""
    return name.lower().endswith(ENDINGS) and not name.rpartition("/")[2].startswith(".")


def path_in(name: str) -> str:
    """The name of a member with forward slashes and without steps that lead nowhere."""
    name = name.replace("\\", "/")
    head = "/" if name.startswith("/") else ""
    return head + "/".join(part for part in name.split("/") if part not in ("", "."))


def unread(name: str) -> Member | None:
    """The member of this name, if its name says that it is not read; None if it may be a filing.

    A name that is no path below the archive is not given to the member, because reports could take it for a file.
    """
    if name.lower().endswith(_ARCHIVES):
        return Member(name, fault="This is an archive within an archive. Unpack the outer one.")
    if not may_be_filing(name):
        return Member(name)
    parts = name.split("/")
    if not name.isprintable():
        reason = "has characters that cannot be shown"
    elif name.startswith("/") or _DRIVE.match(name):
        reason = "is absolute"
    elif ".." in parts:
        reason = "leads out of the archive"
    elif len(parts) > _DEEPEST:
        reason = f"has more than {_DEEPEST} levels of folders"
    elif len(name) > _LONGEST:
        reason = f"has more than {_LONGEST:,} characters"
    else:
        return None
    return Member("", fault=f"The member {name[:_SHOWN]!a} is not read, because its name {reason}.")


def fault_of_size(size: int, most: int) -> str | None:
    """Why a member that states this size is not read."""
    if size <= most:
        return None
    return f"This member is not read: it has {size:,} bytes, and form4gen reads at most {most:,} of one filing."

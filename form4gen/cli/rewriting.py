"""Changes the content of a file of the user, whole or not at all."""

from __future__ import annotations

import os
import stat

from form4gen.cli.streams import full, read, reason
from form4gen.drafts import Draft, open_folder
from form4gen.errors import UnusableInputError
from form4gen.signals import uninterrupted
from form4gen.temporary import remove_abandoned

_NOTHING = "Nothing in it was changed."


def rewrite(path: str, before: bytes, after: bytes) -> None:
    """Change the content of a file. It keeps its permissions and owner, and a link stays a link to it.

    Raises UnusableInputError if the file cannot be written, or if its content is no longer ``before``.
    """
    folder, name = os.path.split(os.path.realpath(path))
    try:
        was = os.stat(path)
        _check_writable(path, was)
        with uninterrupted(), open_folder(folder, follows=True) as at:
            remove_abandoned(folder, at)
            with Draft(folder, at, 0o600) as draft:
                draft.write(after)
                draft.give_to(was.st_uid, was.st_gid)
                if read(path) != before:
                    message = f"{full(path)} was changed by another program meanwhile. {_NOTHING} Run it again."
                    raise UnusableInputError(message)
                draft.replace(name, keeps_mode=True)
    except OSError as error:
        raise UnusableInputError(f"Cannot write {full(path)}: {reason(error)}. {_NOTHING}") from None


def _check_writable(path: str, was: os.stat_result) -> None:
    """Replacing a file needs only its folder, and the superuser may write anything, so the file's own mode decides."""
    if not stat.S_ISREG(was.st_mode):
        raise UnusableInputError(f"Cannot write {full(path)}: it is not a file. {_NOTHING}")
    if not was.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(path, os.W_OK):
        raise UnusableInputError(f"Cannot write {full(path)}: it is read-only. {_NOTHING}")

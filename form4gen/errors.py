"""What form4gen raises. Findings about a filing are values, never exceptions."""

from __future__ import annotations

import errno


class Form4genError(Exception):
    """The root of every error that form4gen raises on purpose; its text is a sentence for a person."""


class UnusableInputError(Form4genError):
    """Something that was requested cannot be read, written or used at all (exit code 2)."""


class TooCostlyError(UnusableInputError):
    """A firm's templates or styles need more time than they may have, with this filing as with the next."""


class MissingLibraryError(Form4genError):
    """A library that this command needs is not on the machine; the text says what to install (exit code 2)."""


class RefusedFilingError(Form4genError):
    """The filing has errors, and what was requested requires a filing without errors (exit code 1)."""


class BrokenRuleError(Form4genError):
    """A rule of ours raised: a bug in form4gen, never a statement about the filing (exit code 70)."""


def without_options(text: str) -> str:
    """A message without the parentheses that name options of the command line.

    Messages of what the command line and the workbench share name an option only in parentheses, so that they are
    complete without it: "Give that day (--filed)."
    """
    kept: list[str] = []
    rest = text
    while True:
        before, mark, after = rest.partition(" (")
        inside, end, behind = after.partition(")")
        if not end:
            return "".join((*kept, rest))
        is_option = inside.startswith("--") or " --" in inside
        kept.append(before if is_option else f"{before}{mark}")
        rest = behind if is_option else after


_SHORTAGES = {
    errno.ENOMEM: ("There is not enough memory.", "Close other programs, or raise the limit (ulimit -v)."),
    errno.EMFILE: ("Too many files are open at a time.", "Raise the limit (ulimit -n), or give a lower --jobs."),
    errno.EAGAIN: ("No more processes can be started.", "Raise the limit (ulimit -u), or give a lower --jobs."),
    errno.EFBIG: ("A file would be larger than the limit.", "Raise the limit (ulimit -f)."),
    errno.ENOSPC: ("The disk is full.", "Free some space, or set TMPDIR to a folder on another disk."),
}
_THE_SAME = {errno.ENFILE: errno.EMFILE, errno.EDQUOT: errno.ENOSPC}
# The loader of libraries reports a shortage in words alone.
_IN_WORDS = {
    "failed to map segment": errno.ENOMEM,
    "cannot allocate memory": errno.ENOMEM,
    "too many open files": errno.EMFILE,
}


def shortage(error: BaseException) -> tuple[str, str] | None:
    """What the computer has too little of, and what to do, in a sentence each; None if the error is of another kind."""
    # Python raises the second one too, where it has no memory for the first
    if isinstance(error, MemoryError) or (isinstance(error, SystemError) and "exception" in str(error)):
        return _SHORTAGES[errno.ENOMEM]
    if not isinstance(error, OSError | ImportError):
        return None
    number: int | None = getattr(error, "errno", None)
    words = str(error).casefold()
    number = next((known for part, known in _IN_WORDS.items() if part in words), number)
    return _SHORTAGES.get(_THE_SAME.get(number, number)) if number else None

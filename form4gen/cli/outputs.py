"""The files that a command writes: their paths, and how each is written completely or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable

from form4gen.cli.streams import STANDARD, advice, as_the_system_has_it, full, in_utf_8, reason, write_output
from form4gen.drafts import Draft, open_folder
from form4gen.errors import UnusableInputError
from form4gen.signals import uninterrupted
from form4gen.temporary import remove_abandoned

_UNFIT = '/\\:*?"<>|'
_FIRST_BYTE, _LAST_BYTE = "\udc80", "\udcff"  # bytes of an input's name that are not UTF-8, as Python has them


def stem(path: str) -> str:
    """The stem that the files made of an input share, in UTF-8 whatever the locale says."""
    return "form4" if path == STANDARD else os.path.splitext(os.path.basename(in_utf_8(path)))[0]


def own_folder(folder: str, path: str) -> str:
    """The folder below ``folder`` for the exhibits of one of several inputs, which keep their own names.

    Raises UnusableInputError when the name of the input cannot be that of a folder.
    """
    return os.path.join(folder, _fit(stem(path)))


def places(
    folder: str, names: Iterable[str], *, source: str, force: bool, others: Iterable[str] = ()
) -> dict[str, str]:
    """The path of each name in the folder; nothing is written yet. ``others`` are further inputs beside the source.

    Raises UnusableInputError when a name leads out of the folder, two are the same, one is an input itself, a folder
    has that name, or a file exists and ``force`` is not given.
    """
    if os.path.lexists(folder) and not os.path.isdir(folder):
        raise UnusableInputError(f"Cannot write into {full(folder)}: it is not a folder. Choose another one with -o.")
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        path = os.path.normpath(os.path.join(folder, _fit(name)))
        if name.casefold() in taken:
            raise UnusableInputError(f"Two files would be named {name}. Change the exhibit's fileName.")
        taken.add(name.casefold())
        _check_free(path, source=source, force=force)
        if os.path.exists(path):
            _check_no_input(path, others)
        found[name] = path
    return found


def place(path: str, *, source: str, force: bool) -> str:
    """The path of one file, which may lie anywhere; nothing is written yet. Raises UnusableInputError as ``places``."""
    _check_free(path, source=source, force=force)
    return path


def write_draft(text: str, target: str, sources: Iterable[str], *, force: bool) -> None:
    """Write a document to standard output, or to a file that is none of its sources, and print the path.

    Raises UnusableInputError.
    """
    if target == STANDARD:
        write_output(text)
        return
    _check_free(target, source=STANDARD, force=force)
    if os.path.exists(target):
        _check_no_input(target, sources)
    write(target, text.encode(), replaces=force)
    write_output(f"{in_utf_8(target)}\n")


def write(path: str, content: bytes, *, replaces: bool, is_secret: bool = False, root: str = "") -> None:
    """Write a file whole or not at all, in a folder that is created if necessary; only the user can read a secret one.

    Without ``replaces`` a file that has appeared at the path meanwhile stays. Otherwise it is replaced and keeps its
    permissions; of a symbolic link, the link is replaced and not what it leads to. ``root`` is the folder that the user
    named: a folder below it is not entered through a link. Signals wait until the file is written. Raises
    UnusableInputError.
    """
    folder, name = os.path.split(path)
    try:
        with uninterrupted(), open_folder(folder or ".", follows=not root or _is_same(folder, root)) as at:
            remove_abandoned(folder or ".", at)
            with Draft(folder, at, 0o600 if is_secret else 0o666) as draft:
                draft.write(content)
                if replaces:
                    draft.replace(name, keeps_mode=not is_secret)
                elif not draft.appear_as(name):
                    raise UnusableInputError(_exists(path))
    except OSError as error:
        remedy = advice(error, "Choose another folder with -o, or free some space.")
        raise UnusableInputError(f"Cannot write {full(path)}: {reason(error)}. {remedy}") from None


def _is_same(folder: str, other: str) -> bool:
    return os.path.normpath(folder or ".") == os.path.normpath(other)


def _fit(name: str) -> str:
    if not name or name.startswith(".") or any(letter in _UNFIT or not _can_be_in_a_name(letter) for letter in name):
        message = f"{name!r} cannot be a file name. Rename the input, or give the exhibit a fileName such as ex24.txt."
        raise UnusableInputError(message)
    return as_the_system_has_it(name)


def _can_be_in_a_name(letter: str) -> bool:
    return letter.isprintable() or _FIRST_BYTE <= letter <= _LAST_BYTE


def _check_free(path: str, *, source: str, force: bool) -> None:
    if os.path.isdir(path):
        raise UnusableInputError(f"Cannot write {full(path)}: a folder has that name. Choose another one with -o.")
    if source != STANDARD and os.path.exists(path) and os.path.samefile(path, source):
        raise UnusableInputError(f"Cannot write {full(path)}: it is the input. Choose another folder with -o.")
    if os.path.lexists(path) and not force:
        raise UnusableInputError(_exists(path))


def _check_no_input(path: str, others: Iterable[str]) -> None:
    for other in others:
        if os.path.exists(other) and os.path.samefile(path, other):
            raise UnusableInputError(f"Cannot write {full(path)}: it is also an input. Choose another folder with -o.")


def _exists(path: str) -> str:
    return f"{full(path)} already exists. Use --force to overwrite it, or choose another folder with -o."

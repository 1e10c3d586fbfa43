"""The compiled modules of a check in one file, beside those that Python keeps.

To load a module, Python asks a folder for it, then for the state of its source, and opens and reads its compiled file.
For the 250 modules of a check that took a seventh of the whole time, so the compiled files are read here as one. A
module whose source has changed is loaded as always, and the file is written again at the end of the run.
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from importlib.machinery import ModuleSpec, SourceFileLoader
from types import CodeType

import form4gen
from form4gen.signals import uninterrupted

_HEAD = 16
"""Bytes before the code in a compiled file: a mark of Python's version, flags, and the time and size of the source."""


_NONE: tuple[bool, bytes] = False, b""


class _Finder:
    """Finds the modules that are kept.

    ``kept`` has their compiled files until they are loaded, and ``is_stale`` says that the file lacks modules or has
    old ones.
    """

    def __init__(self, folder: str, compiled: str, kept: dict[str, tuple[bool, bytes]]) -> None:
        self.folder = folder
        self.compiled = compiled
        self.kept = kept
        self.is_stale = not kept

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        """Where to load a module from; None if it is not kept."""
        if name not in self.kept:
            return None
        is_package = self.kept[name][0]
        path = f"{self.folder}{name.replace('.', os.sep)}{os.sep + '__init__' if is_package else ''}.py"
        spec = ModuleSpec(name, _Loader(name, path, self), origin=path, is_package=is_package)
        spec.has_location = True
        if spec.submodule_search_locations is not None:
            spec.submodule_search_locations.append(os.path.dirname(path))
        return spec


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: str, finder: _Finder) -> None:
        super().__init__(name, path)
        self._finder = finder

    def get_code(self, fullname: str) -> CodeType | None:
        """The code of a module: the kept one, if it was compiled from the source as it is now."""
        _, compiled = self._finder.kept.pop(fullname, _NONE)
        with suppress(OSError):
            if compiled[8:_HEAD] == _state(self.path):
                code: CodeType = marshal.loads(memoryview(compiled)[_HEAD:])  # noqa: S302  what Python compiled
                return code
        self._finder.is_stale = True
        return super().get_code(fullname)


def _state(path: str) -> bytes:
    """The time and size of a source, as a compiled file has them."""
    found = os.stat(path)
    return b"".join((int(number) & 0xFFFF_FFFF).to_bytes(4, "little") for number in (found.st_mtime, found.st_size))


def use() -> _Finder | None:
    """Load the modules from the one file from now on; None if Python keeps no compiled files here."""
    cached = form4gen.__spec__.cached if form4gen.__spec__ else None
    if not cached or not form4gen.__file__:
        return None
    path = f"{cached.removesuffix('.pyc')}.validate"
    kept: dict[str, tuple[bool, bytes]] = {}
    with suppress(OSError, ValueError, EOFError, TypeError):  # there is none, or it is damaged
        with open(path, "rb") as file:
            version, found = marshal.loads(file.read())  # noqa: S302  written below
        if version == sys.version:
            kept = found
    finder = _Finder(form4gen.__file__.removesuffix(f"form4gen{os.sep}__init__.py"), path, kept)
    sys.meta_path.insert(0, finder)
    return finder


def keep(finder: _Finder) -> None:
    """Write the file, if that is due: the compiled files of all modules that are loaded."""
    if not finder.is_stale or sys.dont_write_bytecode:
        return
    draft = f"{finder.compiled}.{os.getpid()}"
    with uninterrupted():
        try:
            with open(draft, "wb") as file:  # before the work, which is in vain where nobody may write
                file.write(marshal.dumps((sys.version, _loaded())))
            os.replace(draft, finder.compiled)
        except OSError:  # the next run loads the modules as always, too
            with suppress(OSError):
                os.unlink(draft)


def _loaded() -> dict[str, tuple[bool, bytes]]:
    """The compiled files of the modules that are loaded, and whether each is a package."""
    kept = {}
    for name, module in tuple(sys.modules.items()):
        spec = module.__spec__ if name.startswith("form4gen.") else None
        if spec and spec.cached:
            with suppress(OSError), open(spec.cached, "rb") as file:
                compiled = file.read()
                if not any(compiled[4:8]):  # Python compares the time and the size of its source
                    kept[name] = spec.submodule_search_locations is not None, compiled
    return kept

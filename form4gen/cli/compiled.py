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

_DAMAGED = ValueError, EOFError, TypeError
"""What reading a damaged file raises."""

_Module = tuple[bool, bytes, CodeType | bytes]
"""Whether a module is a package, the time and size of its source, and its code, which may still be packed."""


class _Finder:
    """Finds the modules that are kept.

    ``kept`` has them until they are loaded. Those of the first check are ``together``: what they have in common is read
    once. The code of each other one is packed, so that a run that does not need it does not read it. ``is_stale`` says
    that the file lacks modules or has old ones.
    """

    def __init__(self, path: str, compiled: str) -> None:
        self.above = path.removesuffix(f"form4gen{os.sep}__init__.py")
        self.ending = os.path.basename(compiled).removeprefix("__init__")
        self.file = f"{compiled.removesuffix('.pyc')}.checking"
        together, others = _read(self.file)
        self.together = frozenset(together)
        self.kept = together | others
        self.is_stale = False

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        """Where to load a module from; None if it is not kept."""
        if not name.startswith("form4gen."):
            return None
        if name not in self.kept:
            self.is_stale = True
            return None
        is_package = self.kept[name][0]
        path = f"{self.above}{name.replace('.', os.sep)}{os.sep + '__init__' if is_package else ''}.py"
        folder, file = path.rsplit(os.sep, 1)
        spec = ModuleSpec(name, _Loader(name, path, self), origin=path, is_package=is_package)
        spec.has_location = True
        spec.cached = f"{folder}{os.sep}__pycache__{os.sep}{file[:-3]}{self.ending}"  # Python would take long to say so
        if spec.submodule_search_locations is not None:
            spec.submodule_search_locations.append(folder)
        return spec


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: str, finder: _Finder) -> None:
        super().__init__(name, path)
        self._finder = finder

    def get_code(self, fullname: str) -> CodeType | None:
        """The code of a module: the kept one, if it was compiled from the source as it is now."""
        kept = self._finder.kept.pop(fullname, None)
        with suppress(OSError, *_DAMAGED):
            if kept and kept[1] == _state(self.path):
                return _unpacked(kept[2])
        self._finder.is_stale = True
        return super().get_code(fullname)


def _unpacked(code: CodeType | bytes) -> CodeType:
    if isinstance(code, bytes):
        unpacked: CodeType = marshal.loads(code)  # noqa: S302  what Python compiled
        return unpacked
    return code


def _state(path: str) -> bytes:
    """The time and size of a source, as a compiled file has them."""
    found = os.stat(path)
    return (int(found.st_mtime) & 0xFFFF_FFFF | (found.st_size & 0xFFFF_FFFF) << 32).to_bytes(8, "little")


def use() -> _Finder | None:
    """Load the modules from the one file from now on; None if Python keeps no compiled files beside them."""
    cached = form4gen.__spec__.cached if form4gen.__spec__ else None
    if not cached or not form4gen.__file__ or sys.pycache_prefix:
        return None
    finder = _Finder(form4gen.__file__, cached)
    sys.meta_path.insert(0, finder)
    return finder


def _read(path: str) -> tuple[dict[str, _Module], dict[str, _Module]]:
    """The modules of the first check, and others; none, if the file is missing, damaged or for another Python."""
    with suppress(OSError, *_DAMAGED), open(path, "rb") as file:
        made_for, together, others = marshal.loads(file.read())  # noqa: S302  written below
        if made_for == (sys.version, form4gen.__file__):
            return together, others
    return {}, {}


def keep(finder: _Finder) -> None:
    """Write the file, if that is due: what it has, and the compiled files of all modules that are loaded."""
    if not finder.is_stale or sys.dont_write_bytecode:
        return
    draft = f"{finder.file}.{os.getpid()}"
    with uninterrupted():
        try:
            with open(draft, "wb") as file:  # before the work, which is in vain where nobody may write
                file.write(marshal.dumps(((sys.version, form4gen.__file__), *_divided(finder))))
            os.replace(draft, finder.file)
        except OSError:  # the next run loads the modules as always, too
            with suppress(OSError):
                os.unlink(draft)


def _divided(finder: _Finder) -> tuple[dict[str, _Module], dict[str, _Module]]:
    """The modules that are kept or loaded, as ``_read`` returns them."""
    modules = finder.kept | _loaded()
    first = finder.together or modules.keys()
    together: dict[str, _Module] = {}
    others: dict[str, _Module] = {}
    for name, (is_package, state, code) in modules.items():
        if name in first:
            together[name] = is_package, state, _unpacked(code)
        else:
            others[name] = is_package, state, code if isinstance(code, bytes) else marshal.dumps(code)
    return together, others


def _loaded() -> dict[str, _Module]:
    """The modules that are loaded, as Python keeps them."""
    kept: dict[str, _Module] = {}
    for name, module in tuple(sys.modules.items()):
        spec = module.__spec__ if name.startswith("form4gen.") else None
        if spec and spec.origin and isinstance(spec.loader, SourceFileLoader):
            with suppress(OSError):
                state = _state(spec.origin)  # first: if the source changes meanwhile, what is kept counts as old
                if code := spec.loader.get_code(name):
                    kept[name] = spec.submodule_search_locations is not None, state, code
    return kept

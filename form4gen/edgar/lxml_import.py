"""lxml, imported without ``inspect``.

lxml takes one function of ``inspect`` for a kind of parser that is not used here, and ``inspect`` imports the compiler,
the disassembler and the tokenizer of Python: together an eighth of a check of ownership XML. So a module stands in for
it, which imports the real one as soon as something of it is used.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

_NAME = "inspect"


class StandIn(ModuleType):
    """Stands in for ``inspect``."""

    @staticmethod
    def getfullargspec(function: Any) -> Any:
        """What the real function returns."""
        return _real().getfullargspec(function)

    def __getattr__(self, name: str) -> Any:
        """Anything else of ``inspect``, for another version of lxml."""
        return getattr(_real(), name)


def _real() -> Any:
    if isinstance(sys.modules.get(_NAME), StandIn):
        del sys.modules[_NAME]
    import inspect  # noqa: PLC0415  see above

    return inspect


@contextmanager
def without_inspect() -> Iterator[None]:
    """Let a module stand in for ``inspect`` during an import, if it is not imported yet."""
    if _NAME in sys.modules:
        yield
        return
    stand_in = sys.modules[_NAME] = StandIn(_NAME)
    try:
        yield
    finally:
        if sys.modules.get(_NAME) is stand_in:
            del sys.modules[_NAME]


with without_inspect():
    from lxml import etree as etree  # noqa: PLC0414  the name is given on

"""The names of ``typing`` that the modules of a check need, without its import, which takes a twentieth of a check.

Type checkers see those of the standard library. As the program runs they mean nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False  # type checkers take it for true

if TYPE_CHECKING:
    from typing import IO as IO
    from typing import Any as Any
    from typing import ClassVar as ClassVar
    from typing import Generic as Generic
    from typing import NoReturn as NoReturn
    from typing import Self as Self
    from typing import TypeAlias as TypeAlias
    from typing import TypeGuard as TypeGuard
    from typing import TypeVar as TypeVar
    from typing import dataclass_transform as dataclass_transform
else:

    class Any:
        """Any value."""

    class Generic:
        """The base of a class with a parameter."""

        __slots__ = ()

        def __class_getitem__(cls, parameter):
            return cls

    IO = ClassVar = NoReturn = Self = TypeAlias = TypeGuard = Any

    def TypeVar(name, *kinds, **bounds):
        """A type that is not yet known."""
        return Any

    def dataclass_transform(**kinds):
        """What makes a class a record; its class is as it was."""
        return lambda declared: declared

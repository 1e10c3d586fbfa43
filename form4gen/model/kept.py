"""Results that a node keeps for as long as it lives, such as the balances of a filing that many others follow."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from form4gen.model.fields import Node
from form4gen.typed import TypeVar

N = TypeVar("N", bound=Node)
T = TypeVar("T")


def kept(function: Callable[[N], T]) -> Callable[[N], T]:
    """A function of a node whose result is worked out once; it must not be None, or refer to the node.

    A node may be its own result. It is not kept then, because only garbage collection would free such a circle.
    """
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def found(node: N) -> T:
        values = node.__dict__  # where cached properties are kept too
        if name not in values:
            result = function(node)
            values[name] = None if result is node else result
        known: T | None = values[name]
        return node if known is None else known  # type: ignore[return-value]  # T is N where the node is its own result

    return found

"""The docstring of a function, which is part of the program: the text of a rule, the help of a command.

``python -OO`` drops docstrings. They are then read from the source.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from form4gen.typed import Any


def docstring(function: Callable[..., Any]) -> str:
    """The docstring of a function as it is written; empty without one. Raises OSError if the source is not there."""
    kept = function.__doc__
    if kept is not None:
        return kept
    while hasattr(function, "__wrapped__"):
        function = function.__wrapped__
    code = function.__code__
    return _written(code.co_filename).get(code.co_firstlineno, "")


@cache
def _written(path: str) -> dict[int, str]:
    """The docstrings of a file by the line on which the function begins, or the first of its decorators."""
    import ast  # noqa: PLC0415  only ``python -OO`` needs it

    with open(path, encoding="utf-8") as file:
        tree = ast.parse(file.read())
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return {
        min([node.lineno, *(each.lineno for each in node.decorator_list)]): ast.get_docstring(node, clean=False) or ""
        for node in functions
    }

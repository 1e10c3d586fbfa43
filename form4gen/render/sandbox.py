"""Runs untrusted templates in a child process without access to anything: see ``sandbox_child``."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from importlib.util import find_spec
from typing import Any

from form4gen.errors import MissingLibraryError, UnusableInputError
from form4gen.render.limited import Limits, asked, one_line

_CHILD = os.path.join(os.path.dirname(os.path.abspath(__file__)), "sandbox_child.py")
_NEEDED = ("jinja2", "markupsafe")
# The page of the longest filing that EDGAR accepts needs less than a tenth of each.
LIMITS = Limits(computing=5, waiting=60, memory=512 * 1024 * 1024, answer=16_000_000)


def drawn_apart(
    texts: dict[str, str], wanted: tuple[str, ...], values: dict[str, Any], limits: Limits = LIMITS
) -> dict[str, str]:
    """The output of each requested template of ``texts`` for the values, which are records of finished strings.

    Raises UnusableInputError with template, line and reason if one fails, and MissingLibraryError on a
    system that cannot limit a program.
    """
    request = {
        "path": sorted({_home_of(name) for name in _NEEDED}), "texts": texts, "wanted": wanted,
        "values": plain(values), "seconds": limits.computing, "memory": limits.memory, "most": limits.answer // 6,
    }  # fmt: skip
    # Isolated, without the packages of this environment, and without its variables.
    command = (sys.executable, "-I", "-S", "-X", "utf8", _CHILD)
    reply = asked(command, json.dumps(request).encode(), limits, {}, os.path.dirname(_CHILD))
    if reply.fault:
        raise reply.refusal(f"The templates {', '.join(wanted)} cannot be used")
    with suppress(ValueError, KeyError, TypeError):
        answer = json.loads(reply.content)
        if "fault" not in answer:
            return {name: str(answer["pages"][name]) for name in wanted}
        line = f", line {answer['line']}" if answer["line"] else ""
        raise UnusableInputError(f"{one_line(answer['template'])}{line}: {one_line(answer['fault'])}.")
    raise UnusableInputError(f"The templates {', '.join(wanted)} cannot be used: their output is not a page.")


def plain(value: Any) -> Any:
    """Records, with their properties, as JSON values."""
    if hasattr(value, "_fields"):
        kind = type(value)
        return {"record": kind.__name__, "fields": {name: plain(getattr(value, name)) for name in names_of(kind)}}
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, tuple | list) else value


def names_of(kind: Any) -> tuple[str, ...]:
    """The names of the parts of such a record in a template."""
    return (*kind._fields, *(name for name, each in vars(kind).items() if isinstance(each, property)))


def _home_of(package: str) -> str:
    """The folder of a package. Raises MissingLibraryError."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise MissingLibraryError(f"The page needs {package}, which is not installed. Run: pip install jinja2")
    return os.path.dirname(os.path.dirname(os.path.abspath(spec.origin)))

"""Where the templates are, and the one way in which they are read."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from form4gen.resources import path_of

if TYPE_CHECKING:
    from jinja2 import Environment


@cache
def environment() -> Environment:
    """Jinja's environment: every value is escaped, and a name that does not exist is an error.

    Escaping is on whatever a template is called: the choice by file ending would leave "form4.html.jinja" open.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415  only a page needs it

    return Environment(
        loader=FileSystemLoader(path_of("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        keep_trailing_newline=True,
    )

"""Finds the files that ship with the package: schemas, examples and templates.

An installed wheel holds them in ``form4gen/_data``; a checkout (plain or editable) holds them beside the package.
"""

from __future__ import annotations

import os

from form4gen.errors import UnusableInputError

_PACKAGE = os.path.dirname(os.path.abspath(__file__))
_HOMES = (os.path.join(_PACKAGE, "_data"), os.path.dirname(_PACKAGE))


def path_of(*parts: str) -> str:
    """The absolute path of a shipped file or folder, such as ``path_of("schemas", "form4.schema.json")``.

    Raises UnusableInputError when the installation is incomplete.
    """
    for home in _HOMES:
        path = os.path.join(home, *parts)
        if os.path.exists(path):
            return path
    message = f"{'/'.join(parts)} is missing from this installation of form4gen; install it again"
    raise UnusableInputError(message)


def text_of(*parts: str) -> str:
    """The text of a shipped UTF-8 file."""
    with open(path_of(*parts), encoding="utf-8") as file:
        return file.read()

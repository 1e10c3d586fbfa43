"""The settings of a firm: which file holds them, and what the command line puts in their place."""

from __future__ import annotations

import os
from collections.abc import Iterator

from form4gen.api.check import Settings
from form4gen.cli.streams import STANDARD

OWN_FILE = "form4gen.toml"
SHARED_FILE = "pyproject.toml"
_TABLE = ("tool", "form4gen")  # in the shared file


def settings_for(path: str, config: str | None, *, search: bool = True) -> Settings:
    """The settings that hold for an input: those of ``config``, else those found from the input's folder upward.

    For standard input the search begins in the working folder. Raises UnusableInputError when the file cannot be read
    or asks for what there is not.
    """
    place = config or (_found(os.path.dirname("" if path == STANDARD else path)) if search else None)
    if place is None:
        return Settings()
    from form4gen.cli.settings_file import settings_of  # noqa: PLC0415  most runs have no such file

    return settings_of(place, _TABLE if os.path.basename(place) == SHARED_FILE else ())


def overridden(
    settings: Settings, select: tuple[str, ...], ignore: tuple[str, ...], *, strict: bool | None
) -> Settings:
    """The settings with the options of the command line in the place of theirs.

    Who selects on the command line wants these rules and no others: the file's ``ignore`` is then set aside too.
    """
    if select:
        settings = settings._replace(select=select, ignore=ignore)
    elif ignore:
        settings = settings._replace(ignore=ignore)
    return settings if strict is None else settings._replace(strict=strict)


def _found(folder: str) -> str | None:
    for place in _upward(os.path.abspath(folder)):
        own, shared = os.path.join(place, OWN_FILE), os.path.join(place, SHARED_FILE)
        if os.path.isfile(own):
            return own
        if os.path.isfile(shared) and _may_hold_settings(shared):
            return shared
    return None


def _upward(folder: str) -> Iterator[str]:
    above = os.path.dirname(folder)
    yield folder
    while above != folder:
        folder, above = above, os.path.dirname(above)
        yield folder


def _may_hold_settings(path: str) -> bool:
    """Whether a line may open the table ``[tool.form4gen]``, in any of the ways in which TOML can write that.

    Reading TOML costs as much as a fifth of a check, and nearly every project has such a file.
    """
    try:
        with open(path, "rb") as file:
            content = file.read()
    except OSError:
        return False
    openings = (b"[tool.form4gen", b"tool.form4gen", b"[tool]", b"tool=")
    return b"form4gen" in content and any(
        line.translate(None, b" \t\"'").startswith(openings) for line in content.splitlines()
    )

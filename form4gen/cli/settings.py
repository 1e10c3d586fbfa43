"""The settings of a firm: which file has them, and how the command line overrides them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

from form4gen.api.check import Settings

OWN_FILE = "form4gen.toml"
SHARED_FILE = "pyproject.toml"
_TABLE = ("tool", "form4gen")  # in the shared file


def settings_of_run(config: str | None, *, search: bool = True) -> Settings:
    """The settings of a run: those of ``config``, otherwise of the nearest file in the working folder or above.

    The folder of an input is not searched: what comes with a filing must not decide how it is checked. Raises
    UnusableInputError when the file cannot be read or has a setting that does not exist.
    """
    place = config or (_found() if search else None)
    if place is None:
        return Settings()
    from form4gen.cli.settings_file import settings_of  # noqa: PLC0415  most runs have no such file

    return settings_of(place, _TABLE if os.path.basename(place) == SHARED_FILE else ())


def overridden(
    settings: Settings, select: tuple[str, ...], ignore: tuple[str, ...], *, strict: bool | None
) -> Settings:
    """The settings as the options of the command line change them.

    A selection on the command line means these rules and no others, so it also drops the file's ``ignore``.
    """
    if select:
        settings = settings._replace(select=select, ignore=ignore, is_look=True)
    elif ignore:
        settings = settings._replace(ignore=ignore)
    if strict is not None:
        settings = settings._replace(strict=strict)
    given = {"--select": select, "--ignore": ignore, "--strict": strict, "--no-strict": strict is False}
    return settings._replace(options=tuple(option for option, is_given in given.items() if is_given))


def rule_names(given: tuple[str, ...]) -> tuple[str, ...]:
    """The rules and families as the catalogue writes them; one option may give several, separated by commas."""
    return tuple(name.strip().upper() for names in given for name in names.split(",") if name.strip())


def headed(settings: Settings, heading: Mapping[str, str]) -> Settings:
    """The settings with this heading of the memorandum, as far as it is given."""
    return settings._replace(heading=settings.heading._replace(**heading))


def _found() -> str | None:
    for place in _upward(os.getcwd()):
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
    """Whether a line may open the table ``[tool.form4gen]``, in any way that TOML allows.

    Parsing TOML takes as long as a fifth of a check, and nearly every project has such a file.
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

"""Options of a command line, each declared once: ``options`` makes click's of them, and ``plain`` reads them itself."""

from __future__ import annotations

from collections.abc import Callable

from form4gen.cli.clock import EXAMPLE, time_of
from form4gen.records import NamedTuple
from form4gen.typed import Any


class Option(NamedTuple):
    """An option.

    ``flag`` is how it is written, ``name`` the argument of the command. One without ``metavar`` and ``choices`` is a
    switch, which ``opposite`` turns off. ``read`` makes the value of the text that is given, and raises
    UnusableInputError for one that is not allowed.
    """

    flag: str
    name: str
    help: str
    metavar: str | None = None
    choices: tuple[str, ...] = ()
    opposite: str = ""
    is_repeatable: bool = False
    read: Callable[[str], Any] | None = None
    default: Any = None

    @property
    def is_switch(self) -> bool:
        """Whether no value is given with it."""
        return not self.metavar and not self.choices


def switch(flag: str, name: str, text: str) -> Option:
    """An option that is False unless it is given."""
    return Option(flag, name, text, default=False)


def repeatable(flag: str, name: str, metavar: str, text: str) -> Option:
    """An option that may be given several times."""
    return Option(flag, name, text, metavar, is_repeatable=True, default=())


def form(*others: str) -> Option:
    """``--format``: text and JSON, and the other formats of the command."""
    text = "Output format. Default: text."
    return Option("--format", "form", text, choices=("text", "json", *others), default="text")


FILED_AT = Option(
    "--filed-at",
    "filed_at",
    f"Filing time to check against: {EXAMPLE}. Default: the filing time in INPUT; without one, the last signature "
    "date of a filing on record, otherwise now.",
    "TIME",
    read=time_of,
)
CONFIG = Option(
    "--config",
    "config",
    "Settings file. Default: the nearest form4gen.toml, or pyproject.toml with [tool.form4gen], in the current folder "
    "or above.",
    "FILE",
)
NO_CONFIG = switch("--no-config", "no_config", "Ignore settings files.")

"""The options that describe a row, of each command that drafts one: what follows ``--code``, ``--row`` or ``--add``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import click

from form4gen.api.drafting import Trade
from form4gen.cli.grouped import Group, choice, day, number, text

_Command = Callable[..., Any]

CORRECTED = (
    "date", "shares", "price", "mark", "owned", "security", "ownership", "nature", "exercise_price", "exercisable",
    "expires", "underlying", "note",
)  # fmt: skip
"""The options that a row of a filed form can be corrected with."""
DESCRIBED = (*CORRECTED, "table", "plan", "line", "new")
"""The options that describe a row to add."""

_OPTIONS = (
    day("--date", "Trade date."),
    number("--shares", "Number of securities."),
    number("--price", "Price per security in US dollars.", "PRICE"),
    choice("--mark", "Acquired or disposed of, for a code that leaves it open.", "A", "D"),
    number("--owned", "Amount owned afterwards. Default: worked out."),
    choice("--table", "The table, if it is not the usual one for the code.", "I", "II"),
    text("--line", "The holding line: words of its name, such as 'direct', '18.25' or 'By Trust'."),
    click.option(
        "--new", multiple=True, flag_value="new", help="The line is a new one, though others are described alike."
    ),
    text("--security", "Title of the class, for a line that no form shows yet."),
    choice("--ownership", "Direct or indirect, for such a line.", "D", "I"),
    text("--nature", "Nature of indirect ownership, for such a line."),
    number("--exercise-price", "Exercise or conversion price of a derivative security.", "PRICE"),
    day("--exercisable", "Date exercisable of a derivative security."),
    day("--expires", "Expiration date of a derivative security."),
    text("--underlying", "Underlying class of a derivative security."),
    day("--plan", "The transaction is under the Rule 10b5-1 plan adopted on this day."),
    text("--note", "Footnote of the row."),
)


def row_options(command: _Command) -> _Command:
    """Add the options to a command."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def values(group: Group, names: tuple[str, ...]) -> dict[str, Any]:
    """The values of a group, by the fields that they fill. Raises UsageError for an option that is given twice."""
    return {"on" if name == "date" else name: value for name, value in group.ones(names)}


def code_of(group: Group) -> str:
    """The transaction code of a group; empty if there is none."""
    return (group.one("code") or "").strip().upper()


def trade_of(group: Group, day_before: date | None = None) -> Trade:
    """The row that a group describes; without a date it is of ``day_before``."""
    own = {"on": day_before} | values(group, DESCRIBED[:-2])
    line = tuple(group.values.get("line", ()))
    return Trade(code=code_of(group), line=line, is_new=group.one("new") is not None, **own)

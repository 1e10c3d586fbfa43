"""Options that are exact numbers, with or without commas between thousands."""

from __future__ import annotations

import re
from decimal import Decimal

import click


def amount(_: click.Context, __: click.Parameter, given: str | None) -> Decimal | None:
    """Read the value of an option that is not negative; None without one."""
    if given is None:
        return None
    found = _number(given)
    if found < 0:
        raise click.BadParameter(f"{given!r} is negative. Write 0 or more.")
    return found


def numbers(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> tuple[Decimal, ...]:
    """Read the values of an option that may be repeated."""
    return tuple(_number(each) for each in given)


def _number(text: str) -> Decimal:
    if re.fullmatch(r"-?(?:[0-9]{1,30}|[0-9]{1,3}(?:,[0-9]{3}){1,9})(?:\.[0-9]{1,30})?", text.strip()) is None:
        raise click.BadParameter(f"{text!r} is not a number. Write 1500 or 12.4187.")
    return Decimal(text.strip().replace(",", ""))

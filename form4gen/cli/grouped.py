"""Options that belong to an option before them: ``--code S --shares 500 --code F --shares 20``."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import click

from form4gen.cli import options
from form4gen.cli.numbers import numbers
from form4gen.records import NamedTuple

_ORDER = "form4gen.order"
_Command = Callable[..., Any]


class Grouped(click.Command):
    """A command that remembers the order in which its options were given."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Note the order, and parse as usual."""
        if args:
            ctx.meta[_ORDER] = [each.name for each in self.make_parser(ctx).parse_args(list(args))[2]]
        return super().parse_args(ctx, args)


class Group(NamedTuple):
    """An option that begins a group, and the values of it and of the options after it, by name."""

    head: str
    values: dict[str, list[Any]]

    def one(self, name: str) -> Any:
        """The one value of an option; None if it is not given. Raises UsageError if it is given twice."""
        found = self.values.get(name, [])
        if len(found) > 1:
            raise click.UsageError(f"{_spelled(name)} is given twice for one {_spelled(self.head)}.")
        return found[0] if found else None

    def ones(self, names: Sequence[str]) -> Iterator[tuple[str, Any]]:
        """The options among these that are given, each with its one value."""
        for name in names:
            if name in self.values:
                yield name, self.one(name)


def groups(heads: Mapping[str, Collection[str]], given: Mapping[str, tuple[Any, ...]]) -> Iterator[Group]:
    """The groups in their order. ``heads`` has, by the option that begins a group, those that may follow it.

    Raises UsageError for an option that belongs to no group.
    """
    members = {*heads, *(name for own in heads.values() for name in own)}
    values = {name: iter(given[name]) for name in members}
    current: Group | None = None
    for name in click.get_current_context().meta.get(_ORDER, ()):
        if name not in members:
            continue
        if name in heads:
            if current is not None:
                yield current
            current = Group(name, {})
        elif current is None or name not in heads[current.head]:
            firsts = " or ".join(_spelled(head) for head, own in heads.items() if name in own)
            raise click.UsageError(f"{_spelled(name)} belongs after {firsts}.")
        current.values.setdefault(name, []).append(next(values[name]))
    if current is not None:
        yield current


def text(name: str, words: str, metavar: str = "TEXT") -> Callable[[_Command], _Command]:
    """A repeatable option that is a text."""
    return click.option(name, multiple=True, metavar=metavar, help=words)


def choice(name: str, words: str, *choices: str) -> Callable[[_Command], _Command]:
    """A repeatable option that is one of a few texts, in any case."""
    kind = click.Choice(choices, case_sensitive=False)
    return click.option(name, multiple=True, metavar="|".join(choices), type=kind, help=words)


def number(name: str, words: str, metavar: str = "N") -> Callable[[_Command], _Command]:
    """A repeatable option that is an exact number."""
    return click.option(name, multiple=True, metavar=metavar, callback=numbers, help=words)


def day(name: str, words: str) -> Callable[[_Command], _Command]:
    """A repeatable option that is a day."""
    return click.option(name, multiple=True, metavar="DAY", callback=_days, help=words)


def _days(context: click.Context, parameter: click.Parameter, given: tuple[str, ...]) -> tuple[date | None, ...]:
    return tuple(options.day(context, parameter, each) for each in given)


def _spelled(name: str) -> str:
    return f"--{name.replace('_', '-')}"

"""A settings file: TOML, with keys, rules and severities that exist."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from typing import Any, NoReturn

from form4gen.api.check import Heading, Settings, Severity
from form4gen.api.rules import nearest, no_such_rule, rule_names
from form4gen.cli.heading import LONGEST, fits
from form4gen.cli.streams import full, reason
from form4gen.errors import UnusableInputError

_KEYS = ("ignore", "memo", "select", "severities", "strict")
_MEMO = {"legend": "legend", "to": "to", "matter": "matter", "prepared-by": "prepared_by"}
_SEVERITIES = {each.value: each for each in Severity}
_MOST_BYTES = 1024 * 1024


def settings_of(path: str, keys: Iterable[str] = ()) -> Settings:
    """The settings of a file: the table that ``keys`` lead to, without keys the whole file.

    A table that is missing or empty sets nothing. Raises UnusableInputError.
    """
    table = _parsed(path)
    for key in keys:
        table = table.get(key, {})
        _demand(isinstance(table, dict), path, f"{key} must be a table.")
    _demand(
        not _has_ccc(table), path,
        "A CCC is confidential and must not be in the settings. Delete it, and change the CCC if the file was shared.",
    )  # fmt: skip
    for key in table:
        if key not in _KEYS:
            _stop(path, f"There is no setting {key!r}. {_hint(key, _KEYS, 'settings')}")
    strict = table.get("strict", False)
    _demand(isinstance(strict, bool), path, "strict must be true or false.")
    names = _names(table, "select", path), _names(table, "ignore", path)
    return Settings(path, *names, _severities(table, path), strict, heading=_heading(table, path))


def _parsed(path: str) -> dict[str, Any]:
    try:
        with open(path, "rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        _stop(path, f"The settings cannot be read: {reason(error)}.")
    _demand(len(content) <= _MOST_BYTES, path, "A settings file may have at most one megabyte.")
    try:
        return tomllib.loads(content.decode())
    except (ValueError, RecursionError) as error:
        _stop(path, f"This is not TOML in UTF-8: {error}.")


def _has_ccc(value: Any) -> bool:
    if isinstance(value, dict):
        return any("ccc" in key.lower() or _has_ccc(inner) for key, inner in value.items())
    return isinstance(value, list) and any(map(_has_ccc, value))


def _names(table: dict[str, Any], key: str, path: str) -> tuple[str, ...]:
    names = table.get(key, [])
    _demand(isinstance(names, list), path, f'{key} must be a list of rule ids and families, such as ["TC", "RO102"].')
    return tuple(_known(name, key, path) for name in names)


def _severities(table: dict[str, Any], path: str) -> dict[str, Severity]:
    asked = table.get("severities", {})
    _demand(isinstance(asked, dict), path, 'severities must be a table, such as {RO102 = "warning"}.')
    found = {}
    for name, word in asked.items():
        if not isinstance(word, str) or word not in _SEVERITIES:
            _stop(path, f"There is no severity {word!r}. {_hint(str(word), _SEVERITIES, 'severities')}")
        found[_known(name, "severities", path)] = _SEVERITIES[word]
    return found


def _heading(table: dict[str, Any], path: str) -> Heading:
    given = table.get("memo", {})
    _demand(isinstance(given, dict), path, 'memo must be a table, such as {legend = "Privileged and confidential"}.')
    for key, value in given.items():
        if key not in _MEMO:
            _stop(path, f"There is no setting {key!r} of memo. {_hint(key, _MEMO, 'settings of memo')}")
        _demand(isinstance(value, str), path, f"memo.{key} must be text.")
        _demand(fits(value), path, f"memo.{key} must be one line of at most {LONGEST} characters.")
    return Heading(**{_MEMO[key]: value for key, value in given.items()})


def _known(name: Any, key: str, path: str) -> str:
    names = rule_names()
    _demand(isinstance(name, str), path, f"{key} takes ids as text, not {name!r}.")
    wanted: str = name.strip().upper()
    if wanted not in names:
        _stop(path, no_such_rule(name, f" for {key}"))
    return wanted


def _hint(name: str, names: Iterable[str], kind: str) -> str:
    near = nearest(name, names)
    return f"Did you mean {near}?" if near else f"The {kind} are {', '.join(names)}."


def _demand(holds: bool, path: str, message: str) -> None:  # noqa: FBT001  the condition comes first
    if not holds:
        _stop(path, message)


def _stop(path: str, message: str) -> NoReturn:
    raise UnusableInputError(f"{full(path)}: {message}") from None

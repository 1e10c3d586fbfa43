"""Changes to the values of JSON and TOML."""

from __future__ import annotations

import copy
import json
import tomllib
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from changes import bytes_changed, text_changed, tokens_changed, word
from pieces import NUMBERS

_LARGE = 10**100
"""Integers above are not counted up, because no float and no text of theirs is short."""


def json_changed(rng: Random, raw: bytes, others: Sequence[bytes]) -> bytes:
    """The JSON with a few of its values changed; bytes where it is none, and sometimes otherwise."""
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError):
        return bytes_changed(rng, raw, others)
    if rng.random() < 0.1:
        return bytes_changed(rng, raw, others)
    holder = [value]
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        _value_changed(rng, holder, others)
    return json.dumps(holder[0], ensure_ascii=rng.random() < 0.5, indent=rng.choice((None, 1))).encode(
        "utf-8", "surrogatepass"
    )


def toml_changed(rng: Random, raw: bytes, others: Sequence[bytes]) -> bytes:
    """The TOML with values changed as in JSON; tokens where it is none, and sometimes otherwise."""
    try:
        value = json.dumps(tomllib.loads(raw.decode()), default=str).encode()
        changed = json.loads(json_changed(rng, value, others))
    except (ValueError, RecursionError):
        return tokens_changed(rng, raw, others)
    if not isinstance(changed, dict) or rng.random() < 0.3:
        return tokens_changed(rng, raw, others)
    lines = (f"{_toml(str(key))} = {_toml(each)}\n" for key, each in changed.items())
    return "".join(lines).encode("utf-8", "surrogatepass")


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_toml(str(key))} = {_toml(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    if isinstance(value, str):
        return json.dumps(value)
    return str(value).lower() if value is not None else '""'


def _value_changed(rng: Random, holder: list[Any], others: Sequence[bytes]) -> None:
    places = list(_places(holder))
    parent, key = rng.choice(places)
    old = parent[key]
    is_gentle = rng.random() < 0.6 and not isinstance(old, dict | list)  # so that the document remains a filing
    match 3 if is_gentle else rng.randrange(12):
        case 0:
            del parent[key]
            if not holder:
                holder.append(None)
        case 1 | 2:
            parent[key] = _scalar(rng)
        case 3 | 4 | 5:
            parent[key] = _near(rng, old)
        case 6:
            other, name = rng.choice(places)
            parent[key] = copy.deepcopy(other[name])
        case 7:
            parent[key] = {"value": old, "footnotes": rng.choice((["F1"], ["F1", "F2"], [], "F1"))}
        case 8 if isinstance(parent, list):
            parent[key:key] = [copy.deepcopy(old) for _ in range(rng.choice((1, 2, 30, 100)))]
        case 8 | 9 if isinstance(parent, dict):
            parent[rng.choice((word(rng), str(key) + "x", rng.choice(_keys(places))))] = copy.deepcopy(old)
        case 10:
            parent[key] = _from_another(rng, others, old)
        case _:
            parent[key] = rng.choice(([], {}, [old], {str(key): old}))


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """The parent and key of each value below."""
    stack = [value]
    while stack:
        parent = stack.pop()
        for key in parent if isinstance(parent, dict) else range(len(parent)):
            yield parent, key
            if isinstance(parent[key], dict | list):
                stack.append(parent[key])


def _keys(places: list[tuple[Any, Any]]) -> list[str]:
    return [key for _, key in places if isinstance(key, str)] or ["x"]


def _from_another(rng: Random, others: Sequence[bytes], old: Any) -> Any:
    try:
        found = [json.loads(rng.choice(others))]
    except (ValueError, RecursionError):
        return old
    parent, key = rng.choice(list(_places(found)))
    return parent[key]


def _near(rng: Random, old: Any) -> Any:
    if isinstance(old, bool):
        return not old
    if isinstance(old, int) and abs(old) > _LARGE:
        return rng.choice((-old, _LARGE, 0))
    if isinstance(old, int | float):
        return rng.choice((old + 1, old - 1, -old, old * 10, old / 10, str(old), 0))
    return text_changed(rng, old) if isinstance(old, str) else _scalar(rng)


def _scalar(rng: Random) -> Any:
    return rng.choice((None, True, False, word(rng), rng.choice(NUMBERS), rng.choice(NUMBERS)))

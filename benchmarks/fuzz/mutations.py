"""Small changes to an input, each drawn from a generator with a seed: to its bytes, JSON values, tags or tokens."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from random import Random
from typing import Any

from lxml import etree
from pieces import NUMBERS, WORDS

Change = Callable[[Random, bytes, Sequence[bytes]], bytes]

MOST_BYTES = 120_000
_MARKUP = re.compile(r"<!\[CDATA\[.*?\]\]>|<!--.*?-->|<[^<>]*>|[^<]+|<", re.DOTALL)
_DOCUMENT = re.compile(rb"<ownershipDocument\b.*</ownershipDocument>", re.DOTALL)
_TOKEN = re.compile(r"\w+|\s+|.", re.DOTALL)


def bytes_changed(rng: Random, raw: bytes, others: Sequence[bytes]) -> bytes:
    """The input with a span removed, repeated, moved, overwritten, or taken from another input."""
    start = rng.randint(0, len(raw))
    end = min(len(raw), start + rng.choice((0, 1, 1, 2, 4, 16, 100, 1000)))
    span = raw[start:end]
    match rng.randrange(8):
        case 0:
            new = b""
        case 1:
            new = span * rng.choice((2, 3, 10, 200))
        case 2:
            new = rng.randbytes(rng.choice((1, 2, 4)))
        case 3:
            new = bytes([*span[:-1], span[-1] ^ 1 << rng.randrange(8)]) if span else b"\0"
        case 4:
            new = _word(rng).encode("utf-8", "surrogatepass")
        case 5:
            other = rng.choice(others)
            place = rng.randint(0, len(other))
            new = other[place : place + rng.choice((1, 10, 100, 1000))]
        case 6:
            return raw[:start]
        case _:
            new = span[::-1]
    return raw[:start] + new + raw[end:]


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


def markup_changed(rng: Random, raw: bytes, others: Sequence[bytes]) -> bytes:
    """XML, HTML or a submission with a tag or text removed, repeated, moved, nested or rewritten."""
    if rng.random() < 0.1:
        return bytes_changed(rng, raw, others)
    return _parts_changed(rng, raw, others, _MARKUP)


def xml_changed(rng: Random, raw: bytes, others: Sequence[bytes]) -> bytes:
    """XML, alone or in a submission, with elements removed, repeated, moved, renamed or rewritten; often still XML."""
    found = _DOCUMENT.search(raw)
    if found is None or rng.random() < 0.3:
        return markup_changed(rng, raw, others)
    try:
        root = etree.fromstring(found[0], etree.XMLParser(resolve_entities=False))
    except (etree.XMLSyntaxError, ValueError):
        return markup_changed(rng, raw, others)
    for _ in range(rng.choice((1, 1, 2, 4))):
        _element_changed(rng, root)
    return raw[: found.start()] + etree.tostring(root) + raw[found.end() :]


def tokens_changed(rng: Random, raw: bytes, others: Sequence[bytes]) -> bytes:
    """A text of words and signs, such as TOML, a style or a template, with some of them changed."""
    return _parts_changed(rng, raw, others, _TOKEN)


def _parts_changed(rng: Random, raw: bytes, others: Sequence[bytes], pattern: re.Pattern[str]) -> bytes:
    parts = pattern.findall(raw.decode("utf-8", "surrogateescape"))
    for _ in range(rng.choice((1, 1, 2, 4))):
        place = rng.randrange(len(parts)) if parts else 0
        parts[place : place + 1] = _part(rng, parts, place, pattern, others)
    return "".join(parts).encode("utf-8", "surrogatepass" if rng.random() < 0.5 else "replace")


def _part(rng: Random, parts: list[str], place: int, pattern: re.Pattern[str], others: Sequence[bytes]) -> list[str]:
    part = parts[place] if parts else ""
    match rng.randrange(9):
        case 0:
            return []
        case 1:
            return [part] * rng.choice((2, 3, 50, 700))
        case 2:
            return [part, rng.choice(parts)] if parts else []
        case 3:
            found = pattern.findall(rng.choice(others).decode("utf-8", "replace"))
            start = rng.randrange(len(found)) if found else 0
            return [part, *found[start : start + rng.choice((1, 3, 12, 60))]]
        case 4:
            return [part, _word(rng)]
        case 5:
            return [_text_changed(rng, part)]
        case 6:
            end = place + rng.choice((1, 2, 5, 20))
            span = parts[place:end]
            del parts[place + 1 : end]
            return span[::-1]
        case 7:
            span = parts[place : place + rng.choice((2, 5, 20))]
            return span * rng.choice((1, 2, 30))
    return [_word(rng)]


def _element_changed(rng: Random, root: Any) -> None:
    elements = [each for each in root.iter() if isinstance(each.tag, str)]
    element, other = rng.choice(elements), rng.choice(elements)
    parent = element.getparent()
    with suppress(ValueError):  # what XML cannot hold
        match rng.randrange(9):
            case 0 if parent is not None:
                parent.remove(element)
            case 1 if parent is not None:
                for _ in range(rng.choice((1, 2, 40))):
                    parent.insert(rng.randint(0, len(parent)), copy.deepcopy(element))
            case 2 | 3 | 4:
                element.text = _text_changed(rng, element.text or "")
            case 5:
                element.tag = other.tag
            case 6:
                element.set(rng.choice(("id", "ccc", "x", other.tag)), _word(rng))
            case 7:
                element.append(copy.deepcopy(other))
            case _:
                element.text = rng.choice((_word(rng), other.text, str(rng.choice(NUMBERS))))


def _value_changed(rng: Random, holder: list[Any], others: Sequence[bytes]) -> None:
    places = list(_places(holder))
    parent, key = rng.choice(places)
    old = parent[key]
    match rng.randrange(12):
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
            parent[rng.choice((_word(rng), str(key) + "x", rng.choice(_keys(places))))] = copy.deepcopy(old)
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
    if isinstance(old, int | float):
        return rng.choice((old + 1, old - 1, -old, old * 10, old / 10, str(old), 0))
    return _text_changed(rng, old) if isinstance(old, str) else _scalar(rng)


def _text_changed(rng: Random, text: str) -> str:
    place = rng.randint(0, len(text))
    match rng.randrange(7):
        case 0:
            return text[:place] + _word(rng) + text[place:]
        case 1:
            return text[:place] + text[place + 1 :]
        case 2:
            return text[:place] + text[place : place + 1] * rng.choice((2, 70, 3000)) + text[place + 1 :]
        case 3:
            return re.sub(r"\d", lambda _: str(rng.randrange(10)), text)
        case 4:
            return re.sub(r"\d(?!\d)", lambda found: str((int(found[0]) + 1) % 10), text)
        case 5:
            return f"{text} {_word(rng)}"
    return text.swapcase() if place % 2 else text[::-1]


def _scalar(rng: Random) -> Any:
    return rng.choice((None, True, False, _word(rng), rng.choice(NUMBERS), rng.choice(NUMBERS)))


def _word(rng: Random) -> str:
    return rng.choice(WORDS())

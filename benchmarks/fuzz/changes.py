"""Small changes to an input, each drawn from a generator with a seed: to its bytes, tags, tokens or files."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Mapping, Sequence
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
            new = word(rng).encode("utf-8", "surrogatepass")
        case 5:
            other = rng.choice(others)
            place = rng.randint(0, len(other))
            new = other[place : place + rng.choice((1, 10, 100, 1000))]
        case 6:
            return raw[:start]
        case _:
            new = span[::-1]
    return raw[:start] + new + raw[end:]


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


def files_changed(rng: Random, raw: bytes, others: Sequence[bytes]) -> bytes:
    """A folder of files with the tokens of one changed, one left out, or one taken from another folder."""
    files = files_of(raw)
    match rng.randrange(8) if files else 0:
        case 0:
            files |= files_of(rng.choice(others))
        case 1:
            del files[rng.choice(list(files))]
        case _:
            name = rng.choice(list(files))
            texts = [files_of(each).get(name, "").encode() for each in others]
            files[name] = tokens_changed(rng, files[name].encode(), texts).decode("utf-8", "replace")
    return folder_of(files)


def folder_of(files: Mapping[str, str]) -> bytes:
    """Files as one input: a line with the name before each."""
    return "".join(f"=== {name}\n{text}\n" for name, text in files.items()).encode("utf-8", "replace")


def files_of(raw: bytes) -> dict[str, str]:
    """The files of an input, by name."""
    parts = (part.partition("\n") for part in raw.decode("utf-8", "replace").split("=== ")[1:])
    return {name: text.removesuffix("\n") for name, _, text in parts}


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
            return [part, word(rng)]
        case 5:
            return [text_changed(rng, part)]
        case 6:
            end = place + rng.choice((1, 2, 5, 20))
            span = parts[place:end]
            del parts[place + 1 : end]
            return span[::-1]
        case 7:
            span = parts[place : place + rng.choice((2, 5, 20))]
            return span * rng.choice((1, 2, 30))
    return [word(rng)]


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
                element.text = text_changed(rng, element.text or "")
            case 5:
                element.tag = other.tag
            case 6:
                element.set(rng.choice(("id", "ccc", "x", other.tag)), word(rng))
            case 7:
                element.append(copy.deepcopy(other))
            case _:
                element.text = rng.choice((word(rng), other.text, str(rng.choice(NUMBERS))))


def text_changed(rng: Random, text: str) -> str:
    """The text with a letter, number or word changed."""
    place = rng.randint(0, len(text))
    match rng.randrange(7):
        case 0:
            return text[:place] + word(rng) + text[place:]
        case 1:
            return text[:place] + text[place + 1 :]
        case 2:
            return text[:place] + text[place : place + 1] * rng.choice((2, 70, 3000)) + text[place + 1 :]
        case 3:
            return re.sub(r"\d", lambda _: str(rng.randrange(10)), text)
        case 4:
            return re.sub(r"\d(?!\d)", lambda found: str((int(found[0]) + 1) % 10), text)
        case 5:
            return f"{text} {word(rng)}"
    return text.swapcase() if place % 2 else text[::-1]


def word(rng: Random) -> str:
    """An odd text, or a sentence."""
    return rng.choice(WORDS())

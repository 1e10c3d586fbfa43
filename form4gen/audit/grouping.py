"""The filings of an audit in groups that one process checks: filings in the order of issuers, with the earlier ones."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator
from hashlib import sha256

from form4gen.api.auditing import Given, Group
from form4gen.audit.store import Store, text_of
from form4gen.errors import UnusableInputError

MOST_EARLIER = 50
"""The earlier filings of a reporting person that a filing is compared with: the latest."""

_MOST_CHECKED, _MOST_READ = 32, 128  # filings of a group
_MOST_BYTES = 32 * 1024 * 1024  # of a group, where a filing does not need more

_NEXT = (
    "SELECT number, issuer, first, made, until, original FROM inputs"
    " WHERE is_wanted AND (issuer, first, made, number) > (?, ?, ?, ?)"
    " AND number NOT IN (SELECT number FROM checks) ORDER BY issuer, first, made, number LIMIT ?"
)
_EARLIER = (
    "SELECT p.number FROM persons p WHERE issuer = ? AND owner = ? AND made != '' AND made <= ? AND p.number != ?"
    " ORDER BY made DESC, p.number DESC LIMIT ?"
)
_ORIGINALS = "SELECT p.number FROM persons p WHERE issuer = ? AND owner = ? AND made = ? AND p.number != ?"


def groups(store: Store, read: Callable[[str], bytes], seal: Callable[[bytes], bytes]) -> Iterator[Group]:
    """The groups of what is not checked yet; ``read`` reads a file that is not in an archive, and ``seal`` masks CCCs.

    Small issuers share a group. An input that cannot be read any more, or has changed, is in no group, and so is not
    checked.
    """
    place: tuple[str, str, str, int] = ("", "", "", -1)
    while rows := store.base.execute(_NEXT, (*place, _MOST_CHECKED)).fetchall():
        checks: list[tuple[int, tuple[int, ...]]] = []
        filings: dict[int, Given | None] = {}
        size = 0
        for number, issuer, first, made, until, original in rows:
            if len(filings) >= _MOST_READ or size >= _MOST_BYTES:
                break
            place = issuer, first, made, number
            before = _earlier(store, number, issuer, until, original)
            checks.append((number, before))
            for each in {number, *before} - filings.keys():
                given = filings[each] = _given(store, each, read, seal)
                size += len(given.content) if given else 0
        there = tuple(given for number in sorted(filings) if (given := filings[number]))
        yield Group(there, tuple((number, before) for number, before in checks if filings[number]))


def fingerprint(raw: bytes) -> bytes:
    """The same for the same bytes, to see whether a file has changed."""
    return sha256(raw).digest()


def one_by_one(group: Group) -> Iterator[Group]:
    """A group for each filing of one."""
    for number, before in group.checks:
        needed = {number, *before}
        yield Group(tuple(each for each in group.filings if each.number in needed), ((number, before),))


def _earlier(store: Store, number: int, issuer: str, until: str, original: str) -> tuple[int, ...]:
    """The numbers of the earlier filings of the same persons, and of what may be the original of an amendment."""
    found: set[int] = set()
    owners = store.base.execute("SELECT owner FROM persons WHERE number = ? AND issuer = ?", (number, issuer))
    for (owner,) in owners.fetchall() if issuer else ():
        found.update(each for (each,) in store.base.execute(_EARLIER, (issuer, owner, until, number, MOST_EARLIER)))
        if original:
            found.update(each for (each,) in store.base.execute(_ORIGINALS, (issuer, owner, original, number)))
    return tuple(sorted(found))


def _given(store: Store, number: int, read: Callable[[str], bytes], seal: Callable[[bytes], bytes]) -> Given | None:
    query = "SELECT name, content, fingerprint, lacks FROM inputs WHERE number = ?"
    found, content, known, lacking = store.base.execute(query, (number,)).fetchone()
    name = text_of(found)
    lacks = json.loads(lacking)
    if content is not None:
        given = zlib.decompress(content)
    else:
        try:
            raw = read(name)
        except UnusableInputError:
            return None
        if fingerprint(raw) != known:
            return None
        given = seal(raw)
    return Given(number, name, given, None if lacks is None else tuple(lacks))

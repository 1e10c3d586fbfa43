"""The filings of an audit in groups that one process checks: filings on one issuer, with the earlier ones of each."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator

from form4gen.api.auditing import Given, Group
from form4gen.audit.store import Store, text_of
from form4gen.errors import UnusableInputError

MOST_EARLIER = 50
"""The earlier filings of a reporting person that a filing is compared with: the latest."""

_MOST_CHECKED, _MOST_READ = 32, 128  # filings of a group

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


def groups(store: Store, read: Callable[[str], bytes]) -> Iterator[Group]:
    """The groups of what is not checked yet; ``read`` reads a file that is not in an archive.

    An input that cannot be read any more is in no group, and so is not checked.
    """
    place: tuple[str, str, str, int] = ("", "", "", -1)
    while rows := store.base.execute(_NEXT, (*place, _MOST_CHECKED)).fetchall():
        checks: list[tuple[int, tuple[int, ...]]] = []
        needed: dict[int, None] = {}
        for number, issuer, first, made, until, original in rows:
            if checks and (issuer != place[0] or len(needed) >= _MOST_READ):
                break
            place = issuer, first, made, number
            before = _earlier(store, number, issuer, until, original)
            checks.append((number, before))
            needed |= dict.fromkeys((number, *before))
        filings = tuple(each for number in needed if (each := _given(store, number, read)))
        there = {each.number for each in filings}
        yield Group(filings, tuple((number, before) for number, before in checks if number in there))


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


def _given(store: Store, number: int, read: Callable[[str], bytes]) -> Given | None:
    query = "SELECT name, content, lacks FROM inputs WHERE number = ?"
    found, content, lacking = store.base.execute(query, (number,)).fetchone()
    name = text_of(found)
    try:
        lacks = json.loads(lacking)
        given = read(name) if content is None else zlib.decompress(content)
        return Given(number, name, given, None if lacks is None else tuple(lacks))
    except UnusableInputError:
        return None

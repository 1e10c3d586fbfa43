"""docs/architecture.md describes the rooms as they are: what each may import, and the modules that it names."""

from __future__ import annotations

import re

from test_house import ARROWS, PACKAGE, ROOT

PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")


def test_the_tour_of_the_code_lists_what_each_room_may_import() -> None:
    listed: dict[str, set[str]] = {}
    for rooms, imports in re.findall(r"^\| (`[^|]+`) \| [^|]+ \| ([^|]+) \| [^|]+ \|$", PAGE, re.MULTILINE):
        for room in re.findall(r"`(\w+)/?`", rooms):
            listed[room] = set(re.findall(r"`(\w+)`", imports))
    listed |= {"errors": set(), "location": set(), "resources": {"errors"}, "records": set(), "bounds": set()}
    listed |= {"typed": set()}
    for room in listed.keys() & ARROWS.keys() - {"api"}:
        assert listed[room] == ARROWS[room], f"docs/architecture.md is wrong about {room}"
    unlisted = {room for room in ARROWS.keys() - listed.keys() if not room.endswith("_api")}
    assert (unlisted, listed.keys() - ARROWS.keys()) == ({"__init__", "__main__"}, set())


def test_the_tour_of_the_code_names_modules_that_exist() -> None:
    for name in re.findall(r"`((?:\w+/)+(?:\w+\.\w+)?)`", PAGE):
        places = (ROOT / name, PACKAGE / name, PACKAGE / f"{name.rstrip('/')}.py")  # a room may be one module
        assert any(place.exists() for place in places), f"docs/architecture.md names {name}"

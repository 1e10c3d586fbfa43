"""lxml is imported without ``inspect``, and works as if it had been imported with it."""

from __future__ import annotations

import inspect
import os
import subprocess
import sys

import pytest
from command_line import ROOT

from form4gen.edgar import lxml_import

# A parser whose target lxml asks ``inspect`` about.
PROGRAM = """
import sys
{first}
from form4gen.edgar.lxml_import import etree
print("inspect" in sys.modules)
class Target:
    def start(self, tag, attributes, namespaces): print(tag, namespaces)
    def close(self): return "closed"
print(etree.fromstring(b'<a xmlns:b="c"/>', etree.XMLParser(target=Target())))
import inspect
print(inspect.getfullargspec(Target.start).args[0])
"""


@pytest.mark.parametrize(("first", "is_there"), [("", False), ("import inspect", True)])
def test_inspect_is_imported_when_something_of_it_is_used(first: str, *, is_there: bool) -> None:
    done = subprocess.run(  # noqa: S603  our own program
        (sys.executable, "-c", PROGRAM.format(first=first)),
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.splitlines() == [str(is_there), "a {'b': 'c'}", "closed", "self"]


def test_another_name_of_inspect_is_that_of_the_real_one(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in = lxml_import.StandIn("inspect")
    assert stand_in.isclass is inspect.isclass
    monkeypatch.setitem(sys.modules, "inspect", stand_in)
    assert stand_in.signature(print)
    assert sys.modules["inspect"] is not stand_in
    with pytest.raises(AttributeError, match="nothing_such"):
        _ = stand_in.nothing_such


def test_inspect_is_replaced_only_during_the_import(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "inspect")
    with lxml_import.without_inspect():
        stand_in = sys.modules["inspect"]
        assert isinstance(stand_in, lxml_import.StandIn)
    assert "inspect" not in sys.modules
    assert stand_in.getfullargspec(lxml_import.StandIn.getfullargspec).args == ["function"]
    assert not isinstance(sys.modules["inspect"], lxml_import.StandIn)


def test_an_import_that_uses_inspect_leaves_the_real_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "inspect")
    with lxml_import.without_inspect():
        assert sys.modules["inspect"].isclass(str)
    assert not isinstance(sys.modules["inspect"], lxml_import.StandIn)

"""A node keeps a result for as long as it lives."""

from __future__ import annotations

import gc
from weakref import ref

from form4gen.location import ROOT
from form4gen.model.filing import OwnerSignature
from form4gen.model.kept import kept

calls: list[OwnerSignature] = []


@kept
def _title(node: OwnerSignature) -> list[str]:
    calls.append(node)
    return [node.title or ""]


@kept
def _same(node: OwnerSignature) -> OwnerSignature:
    calls.append(node)
    return node


def _signature(title: str) -> OwnerSignature:
    return OwnerSignature(at=ROOT, title=title)


def test_a_result_is_worked_out_once_for_each_node() -> None:
    calls.clear()
    first, second = _signature("Trustee"), _signature("Guardian")
    assert _title(first) is _title(first)
    assert (_title(first), _title(second)) == (["Trustee"], ["Guardian"])
    assert calls == [first, second]


def test_a_node_may_be_its_own_result_and_is_freed_without_garbage_collection() -> None:
    calls.clear()
    node = _signature("Trustee")
    assert _same(node) is node is _same(node)
    assert calls == [node]
    calls.clear()
    alive = ref(node)
    gc.disable()
    try:
        del node
        assert alive() is None
    finally:
        gc.enable()


def test_a_copy_with_changes_has_results_of_its_own() -> None:
    node = _signature("Trustee")
    assert _title(node) == ["Trustee"]
    assert _title(node.replaced(title="Guardian")) == ["Guardian"]

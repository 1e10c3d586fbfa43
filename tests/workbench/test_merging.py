"""A change on a filing that another program or tab changed meanwhile: kept beside theirs, or not made at all."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbench_app import EXAMPLE, example, work_on

from form4gen.workbench.changes import ImpossibleError
from form4gen.workbench.folder import ChangedError
from form4gen.workbench.merging import differences
from form4gen.workbench.work import Work

TABLE = "nonDerivativeTable"
Document = dict[str, Any]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    example(tmp_path)
    return tmp_path


def saved(folder: Path) -> Document:
    found: Document = json.loads((folder / EXAMPLE).read_text("utf-8"))
    return found


def theirs(folder: Path, do: Callable[[Document], object]) -> bytes:
    """What another program makes of the file."""
    document = saved(folder)
    do(document)
    (folder / EXAMPLE).write_text(json.dumps(document), "utf-8")
    return (folder / EXAMPLE).read_bytes()


def cell(at: str, text: str, kind: str = "number") -> Document:
    return {"do": "cell", "at": at, "kind": kind, "text": text}


def put(at: str, value: object) -> Callable[[Document], object]:
    """Another program puts a value at a place of the first table."""
    number, key = at.split("/")
    return lambda document: document[TABLE][int(number)].update({key: value})


PRICE = cell(f"/{TABLE}/0/transactionPricePerShare", "13.5")
BESIDE: list[tuple[str, Document, Callable[[Document], object], str]] = [
    ("another cell of the row", PRICE, put("0/transactionShares", 777), "Amount"),
    ("a cell of another row", PRICE, put("1/transactionShares", 777), "Amount"),
    ("another part", PRICE, lambda document: document.update(remarks="Theirs."), "Remarks"),
    ("the signature", PRICE, lambda document: document["ownerSignatures"][0].update(signatureName="J"), "Signature"),
    ("a row added here, a remark there", {"do": "add", "at": TABLE, "kind": "holding"},
     lambda document: document.update(remarks="Theirs."), "Remarks"),
    ("a row deleted here, a remark there", {"do": "delete", "at": f"/{TABLE}/1"},
     lambda document: document.update(remarks="Theirs."), "Remarks"),
    ("a row added to the other table", PRICE,
     lambda document: document["derivativeTable"].append({"kind": "holding", "securityTitle": "Theirs"}), "Table II"),
]  # fmt: skip


@pytest.mark.parametrize(("mine", "other", "place"), [each[1:] for each in BESIDE], ids=[each[0] for each in BESIDE])
def test_changes_of_different_places_are_both_kept(
    folder: Path, mine: Document, other: Callable[[Document], object], place: str
) -> None:
    work = work_on(folder)
    digest = work.view(EXAMPLE)["digest"]
    alone = work.change(EXAMPLE, mine | {"digest": digest})
    work.change(EXAMPLE, {"do": "undo", "digest": alone["digest"]})
    expected = json.loads(alone["text"])
    other(expected)
    before = theirs(folder, other)
    done = work.change(EXAMPLE, mine | {"digest": digest})
    assert saved(folder) == expected
    assert done["others"].startswith("Another program or tab changed 1 place: ")
    assert place.casefold() in done["others"].casefold()
    work.change(EXAMPLE, {"do": "undo", "digest": done["digest"]})
    assert (folder / EXAMPLE).read_bytes() == before


MET: list[tuple[str, Document, Callable[[Document], object], str]] = [
    ("the same cell", PRICE, put("0/transactionPricePerShare", 14), 'and is "14" now. You entered "13.5".'),
    ("the cell cleared", PRICE, lambda document: document[TABLE][0].pop("transactionPricePerShare"), "is empty now"),
    ("the cell of a code that sets two", cell(f"/{TABLE}/0/transactionCode", "S/K", "code"),
     lambda document: document[TABLE][0].update(equitySwapInvolved=False), "changed Table I, row 1"),
    ("a row added before", PRICE, lambda document: document[TABLE].insert(0, {"kind": "transaction"}), "the entries"),
    ("a row removed", PRICE, lambda document: document[TABLE].pop(2), "the entries of"),
    ("two rows exchanged", PRICE, lambda document: document[TABLE].insert(0, document[TABLE].pop(1)), "the entries of"),
    ("the table gone", PRICE, lambda document: document.pop(TABLE), "Table I"),
    ("a cell of the row that is deleted here", {"do": "delete", "at": f"/{TABLE}/0"}, put("0/transactionShares", 7),
     "changed"),
    ("a cell of a table to which a row is added here", {"do": "copy", "at": f"/{TABLE}/0"},
     put("3/sharesOwnedFollowingTransaction", 7), "changed"),
    ("the text of the file", {"do": "json", "text": '{"documentType": "4"}'},
     lambda document: document.update(remarks="Theirs."), "changed 1 place: Remarks"),
]  # fmt: skip


@pytest.mark.parametrize(("mine", "other", "said"), [each[1:] for each in MET], ids=[each[0] for each in MET])
def test_a_change_that_meets_theirs_is_not_made_and_says_what_the_file_has(
    folder: Path, mine: Document, other: Callable[[Document], object], said: str
) -> None:
    work = work_on(folder)
    digest = work.view(EXAMPLE)["digest"]
    before = theirs(folder, other)
    with pytest.raises(ChangedError) as raised:
        work.change(EXAMPLE, mine | {"digest": digest})
    assert said in str(raised.value)
    assert (folder / EXAMPLE).read_bytes() == before
    if "You entered" in str(raised.value):
        work.change(EXAMPLE, mine | {"digest": work.view(EXAMPLE)["digest"]})
        assert (folder / EXAMPLE).read_bytes() != before


def test_the_same_value_entered_by_both_is_no_conflict(folder: Path) -> None:
    work = work_on(folder)
    digest = work.view(EXAMPLE)["digest"]
    theirs(folder, put("0/transactionPricePerShare", 13.5))
    assert work.change(EXAMPLE, PRICE | {"digest": digest})["said"]
    assert saved(folder)[TABLE][0]["transactionPricePerShare"] == 13.5


def test_two_tabs_at_different_cells_both_save(folder: Path) -> None:
    work = work_on(folder)
    digest = work.view(EXAMPLE)["digest"]
    work.change(EXAMPLE, PRICE | {"digest": digest})
    second = work.change(EXAMPLE, cell("/remarks", "Second.", "lines") | {"digest": digest})
    assert "Price" in second["others"]
    assert (saved(folder)["remarks"], saved(folder)[TABLE][0]["transactionPricePerShare"]) == ("Second.", 13.5)


def test_rows_that_are_alike_are_never_taken_for_one_another(folder: Path) -> None:
    """Of two equal rows one was changed, or another one took its place: nobody can know."""
    work = work_on(folder)
    seen = work.view(EXAMPLE)["digest"]
    digest = work.change(EXAMPLE, {"do": "copy", "at": f"/{TABLE}/0", "digest": seen})["digest"]
    theirs(folder, put("0/transactionShares", 7))
    with pytest.raises(ChangedError, match="the entries of"):
        work.change(EXAMPLE, PRICE | {"digest": digest})


def test_the_state_before_is_known_after_a_restart_if_it_can_be_undone(folder: Path) -> None:
    work = work_on(folder)
    digest = work.view(EXAMPLE)["digest"]
    work.change(EXAMPLE, cell("/remarks", "First.", "lines") | {"digest": digest})
    again = work_on(folder)
    assert "Remarks" in again.change(EXAMPLE, PRICE | {"digest": digest})["others"]
    unknown = "0" * 64
    with pytest.raises(ChangedError, match=f"Another program or tab changed {EXAMPLE}"):
        again.change(EXAMPLE, PRICE | {"digest": unknown})


def test_the_page_says_which_places_another_program_changed(folder: Path) -> None:
    work = work_on(folder)
    digest = work.view(EXAMPLE)["digest"]
    assert work.state(EXAMPLE, digest)["said"] == ""
    theirs(folder, lambda document: document.update(remarks="Theirs."))
    assert work.state(EXAMPLE, digest)["said"] == "Another program or tab changed 1 place: Remarks."
    assert work.state(EXAMPLE, "0" * 64)["said"] == f"Another program or tab changed {EXAMPLE}."
    (folder / EXAMPLE).write_text(json.dumps(saved(folder), indent=3), "utf-8")
    digest = work.view(EXAMPLE)["digest"]
    (folder / EXAMPLE).write_text(json.dumps(saved(folder)), "utf-8")
    assert "with the same values" in work.state(EXAMPLE, digest)["said"]


def test_a_file_that_is_json_no_more_is_left_as_it_is(folder: Path) -> None:
    work = work_on(folder)
    digest = work.view(EXAMPLE)["digest"]
    (folder / EXAMPLE).write_text('{"documentType": ', "utf-8")
    assert work.state(EXAMPLE, digest)["said"] == "Another program or tab changed this file."
    with pytest.raises(ImpossibleError, match="not a filing yet"):
        work.change(EXAMPLE, PRICE | {"digest": digest})
    assert (folder / EXAMPLE).read_text("utf-8") == '{"documentType": '


def test_only_the_states_shown_last_are_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("form4gen.workbench.saving._MOST_SHOWN", 2)
    work: Work = work_on(folder)
    digests = []
    for number in range(4):
        theirs(folder, lambda document, number=number: document.update(remarks=str(number)))  # type: ignore[misc]
        digests.append(work.view(EXAMPLE)["digest"])
    assert "changed 1 place" in work.state(EXAMPLE, digests[2])["said"]
    assert work.state(EXAMPLE, digests[1])["said"] == f"Another program or tab changed {EXAMPLE}."


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | st.sampled_from(["", "a", "b"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["a", "b", "c/d", "e~"]), inner),
)
DOCUMENTS = st.dictionaries(st.sampled_from(["a", "b", "c"]), VALUES)


@given(DOCUMENTS, DOCUMENTS)
def test_differences_lead_from_one_document_to_the_other(before: Document, after: Document) -> None:
    """Each place has its old and its new value, and with the new values put in, nothing differs."""
    found = list(differences(before, after))
    made = json.loads(json.dumps(before))
    for each in found:
        part: Any = made
        *steps, last = [step.replace("~1", "/").replace("~0", "~") for step in each.at.split("/")[1:]]
        for step in steps:
            part = part[int(step) if isinstance(part, list) else step]
        part[int(last) if isinstance(part, list) else last] = each.now
    assert list(differences(made, after)) == []
    assert list(differences(after, after)) == []

"""Changes are saved at once, undone across restarts, and never over what another program wrote."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from workbench_app import EXAMPLE, Bench, change, example, folder_of, view, work_on

from form4gen.errors import Form4genError, UnusableInputError
from form4gen.workbench.changes import ImpossibleError
from form4gen.workbench.folder import ChangedError, NotThereError, digest_of
from form4gen.workbench.saving import ForeignError
from form4gen.workbench.states import MOST, UNDO, State, States

REMARKS = {"do": "cell", "at": "/remarks", "kind": "lines"}


def enter(work: Any, text: str, at: str = "/remarks", kind: str = "lines") -> dict[str, Any]:
    seen = work.view(EXAMPLE)["digest"]
    done: dict[str, Any] = work.change(EXAMPLE, {"digest": seen, "do": "cell", "at": at, "kind": kind, "text": text})
    return done


def undo(work: Any, do: str = "undo", **given: Any) -> dict[str, Any]:
    done: dict[str, Any] = work.change(EXAMPLE, {"digest": work.view(EXAMPLE)["digest"], "do": do} | given)
    return done


def saved(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / EXAMPLE).read_text("utf-8"))
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    example(tmp_path)
    return tmp_path


def test_a_change_is_in_the_file_when_it_is_answered(folder: Path) -> None:
    done = enter(work_on(folder), "42,000", "/nonDerivativeTable/0/transactionShares", "number")
    assert saved(folder)["nonDerivativeTable"][0]["transactionShares"] == 42000
    assert done["digest"] == digest_of((folder / EXAMPLE).read_bytes())
    assert "42,000" in done["said"]


def test_a_change_that_is_refused_writes_nothing(folder: Path) -> None:
    before = (folder / EXAMPLE).read_bytes()
    client = Bench(folder).client()
    answer = change(client, do="cell", at="/nonDerivativeTable/0/transactionDate", kind="date", text="11/36/26")
    assert answer.status_code == 422
    assert "is not a day" in answer.json()["said"]
    assert (folder / EXAMPLE).read_bytes() == before
    assert not (folder / ".form4gen").exists() or not list((folder / ".form4gen").rglob("undo-*"))


def test_a_filing_typed_from_nothing_is_the_shipped_example(tmp_path: Path) -> None:
    (tmp_path / EXAMPLE).write_text('{"documentType": "4"}', "utf-8")
    work = work_on(tmp_path)
    typed = {
        "/issuer/issuerTradingSymbol": ("XMPL", "text"), "/issuer/issuerName": ("Example Corp", "text"),
        "/issuer/issuerCik": ("0009990001", "beside"), "/periodOfReport": ("11/5/26", "date"),
        "/reportingOwners/0/rptOwnerName": ("SAMPLE JANE Q", "text"), "/reportingOwners/0/isDirector": ("X", "box"),
    }  # fmt: skip
    for at, (text, kind) in typed.items():
        enter(work, text, at, kind)
    assert saved(tmp_path) == {
        "documentType": "4", "periodOfReport": "2026-11-05",
        "issuer": {"issuerCik": "0009990001", "issuerName": "Example Corp", "issuerTradingSymbol": "XMPL"},
        "reportingOwners": [{"rptOwnerName": "SAMPLE JANE Q", "isDirector": True}],
    }  # fmt: skip
    assert list(saved(tmp_path)["issuer"]) == ["issuerCik", "issuerName", "issuerTradingSymbol"]


@pytest.mark.parametrize("count", [MOST - 1, MOST, MOST + 1])
def test_the_last_twenty_changes_can_be_undone_after_a_restart(folder: Path, count: int) -> None:
    work = work_on(folder)
    texts = [(folder / EXAMPLE).read_bytes()]
    for number in range(count):
        enter(work, f"text {number}")
        texts.append((folder / EXAMPLE).read_bytes())
    work = work_on(folder)
    for number in range(min(count, MOST)):
        undo(work)
        assert (folder / EXAMPLE).read_bytes() == texts[-2 - number]
    with pytest.raises(ImpossibleError, match="nothing to undo"):
        undo(work)


def test_a_verdict_while_typing_writes_nothing(folder: Path) -> None:
    work, before = work_on(folder), (folder / EXAMPLE).read_bytes()
    given = {"do": "cell", "at": "/nonDerivativeTable/2/sharesOwnedFollowingTransaction", "kind": "amount"}
    digest = work.view(EXAMPLE)["digest"]
    assert "1 error" in work.tried(EXAMPLE, given | {"digest": digest, "text": "45,100"})["verdict"]
    assert "No errors" in work.tried(EXAMPLE, given | {"digest": digest, "text": "45,000"})["verdict"]
    assert (folder / EXAMPLE).read_bytes() == before
    assert work.view(EXAMPLE)["undo"] == ""


def test_what_was_undone_can_be_done_again_until_another_change(folder: Path) -> None:
    work = work_on(folder)
    enter(work, "one")
    after = (folder / EXAMPLE).read_bytes()
    assert undo(work)["redo"]
    assert undo(work_on(folder), "redo")["said"].startswith("Done again: Remarks")
    assert (folder / EXAMPLE).read_bytes() == after
    undo(work)
    enter(work, "two")
    with pytest.raises(ImpossibleError, match="nothing to redo"):
        undo(work, "redo")


def test_a_change_by_another_program_is_never_overwritten_unseen(folder: Path) -> None:
    work = work_on(folder)
    seen = work.view(EXAMPLE)["digest"]
    example(folder, remarks="by another program")
    theirs = (folder / EXAMPLE).read_bytes()
    with pytest.raises(ChangedError, match="Another program or tab changed"):
        work.change(EXAMPLE, {"digest": seen, "text": "mine"} | REMARKS)
    assert (folder / EXAMPLE).read_bytes() == theirs
    assert work.state(EXAMPLE, seen)["changed"] is True
    assert work.state(EXAMPLE, digest_of(theirs))["changed"] is False


def test_an_undo_asks_before_it_takes_back_what_another_program_did(folder: Path) -> None:
    work = work_on(folder)
    enter(work, "mine")
    example(folder, remarks="by another program")
    theirs = (folder / EXAMPLE).read_bytes()
    with pytest.raises(ForeignError, match="Another program changed"):
        undo(work)
    assert (folder / EXAMPLE).read_bytes() == theirs
    undo(work, anyway=True)
    undo(work, "redo", anyway=True)
    assert (folder / EXAMPLE).read_bytes() == theirs


def test_of_two_tabs_the_second_learns_that_the_first_saved(folder: Path) -> None:
    bench = Bench(folder)
    client = bench.client()
    seen = view(client)["digest"]
    first = client.post(f"/f/{EXAMPLE}/change", json={"digest": seen, "text": "first"} | REMARKS)
    second = client.post(f"/f/{EXAMPLE}/change", json={"digest": seen, "text": "second"} | REMARKS)
    assert (first.status_code, second.status_code) == (200, 409)
    assert saved(folder)["remarks"] == "first"


def test_a_program_killed_between_the_state_and_the_file_leaves_no_empty_undo(folder: Path) -> None:
    work = work_on(folder)
    enter(work, "one")
    text = (folder / EXAMPLE).read_text("utf-8")
    States(folder_of(folder)).add(EXAMPLE, UNDO, State(0, "never made", "", text, "0" * 64))
    assert undo(work)["said"].startswith("Undone: Remarks: one")


def test_a_damaged_state_is_skipped(folder: Path) -> None:
    work = work_on(folder)
    enter(work, "one")
    (folder / ".form4gen" / EXAMPLE / "undo-000009.json").write_text("{", "utf-8")
    assert undo(work)["said"].startswith("Undone: Remarks: one")


def test_states_are_not_written_through_a_link(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (folder / ".form4gen").symlink_to(outside)
    before = (folder / EXAMPLE).read_bytes()
    assert change(Bench(folder).client(), text="x", **REMARKS).status_code == 500
    assert list(outside.iterdir()) == []
    assert (folder / EXAMPLE).read_bytes() == before


def test_a_full_disk_says_so_and_leaves_the_file_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    client = Bench(folder).client()
    before = (folder / EXAMPLE).read_bytes()
    digest = view(client)["digest"]

    def full(*_: Any) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    answer = client.post(f"/f/{EXAMPLE}/change", json={"digest": digest, "text": "x"} | REMARKS)
    monkeypatch.undo()
    assert answer.status_code == 507
    assert "Not saved. The disk is full." in answer.json()["said"]
    assert (folder / EXAMPLE).read_bytes() == before
    assert [name for name in os.listdir(folder) if name.endswith(".tmp")] == []


def test_a_file_keeps_its_permissions(folder: Path) -> None:
    (folder / EXAMPLE).chmod(0o640)
    enter(work_on(folder), "x")
    assert (folder / EXAMPLE).stat().st_mode & 0o777 == 0o640


def test_a_file_with_a_ccc_is_not_changed(folder: Path) -> None:
    path = folder / EXAMPLE
    path.write_text(path.read_text("utf-8").replace('"documentType"', '"ccc": "a@b1c2d3", "documentType"'), "utf-8")
    before = path.read_bytes()
    work = work_on(folder)
    with pytest.raises(ImpossibleError, match="contains a CCC"):
        enter(work, "x")
    assert path.read_bytes() == before
    assert "a@b1c2d3" not in json.dumps(work.view(EXAMPLE))


def test_the_json_view_saves_a_text_that_can_be_read_and_says_where_another_is_wrong(folder: Path) -> None:
    client = Bench(folder).client()
    text = view(client)["text"].replace("Example Corp", "Example Corp II")
    assert change(client, do="json", text=text).status_code == 200
    assert (folder / EXAMPLE).read_text("utf-8") == text
    answer = change(client, do="json", text=text[:-5])
    assert answer.status_code == 422
    assert answer.json()["said"].startswith("Line 1, column ")
    assert (folder / EXAMPLE).read_text("utf-8") == text


def test_a_file_that_is_gone_is_not_made_again(folder: Path) -> None:
    work = work_on(folder)
    seen = work.view(EXAMPLE)["digest"]
    (folder / EXAMPLE).unlink()
    with pytest.raises(NotThereError):
        work.change(EXAMPLE, {"digest": seen, "text": "x"} | REMARKS)
    assert work.state(EXAMPLE, seen)["gone"] is True
    assert not (folder / EXAMPLE).exists()


def test_a_suggestion_is_applied_and_one_undo_takes_it_back(folder: Path) -> None:
    work = work_on(folder)
    at = "/nonDerivativeTable/4/transactionAcquiredDisposedCode"
    enter(work, "A", at, "direction")
    wrong = (folder / EXAMPLE).read_bytes()
    seen = work.view(EXAMPLE)
    assert "Apply D" in seen["findings"]
    assert "only follows from another finding" in seen["findings"]
    work.change(EXAMPLE, {"digest": seen["digest"], "do": "apply", "rule": "TC102", "at": at})
    assert saved(folder)["nonDerivativeTable"][4]["transactionAcquiredDisposedCode"] == "D"
    undo(work)
    assert (folder / EXAMPLE).read_bytes() == wrong


def test_a_finding_that_is_not_there_cannot_be_applied_or_accepted(folder: Path) -> None:
    work = work_on(folder)
    for do in ("apply", "accept"):
        with pytest.raises(ImpossibleError):
            undo(work, do, rule="TC102", at="/nonDerivativeTable/0/transactionCode", reason="x", by="y")


def test_counsel_accepts_a_finding_with_reason_and_name(folder: Path) -> None:
    work = work_on(folder)
    given = {"do": "accept", "rule": "SG109", "at": "/ownerSignatures", "by": "J. Counsel"}
    with pytest.raises(ImpossibleError, match="Give the reason"):
        work.change(EXAMPLE, {"digest": work.view(EXAMPLE)["digest"], "reason": " "} | given)
    done = work.change(EXAMPLE, {"digest": work.view(EXAMPLE)["digest"], "reason": "in the file"} | given)
    assert "in the file (J. Counsel)" in done["findings"]


def test_new_filings_take_free_names(tmp_path: Path) -> None:
    work = work_on(tmp_path)
    assert [work.new("example", ""), work.new("example", "")] == ["tecogen-2017.json", "tecogen-2017-2.json"]
    assert work.new("codes", "M, S") == "form4.json"
    assert work.view("form4.json")["page"].count("<tr>") > 2
    with pytest.raises(ImpossibleError, match="not a transaction code"):
        work.new("codes", "Q1")


def test_an_edgar_file_is_taken_in_as_json_and_anything_else_is_refused(tmp_path: Path) -> None:
    work = work_on(tmp_path)
    xml = (Path(__file__).parent.parent.parent / "schemas/examples/sale-marked-acquired.xml").read_bytes()
    name, _ = work.take("../../etc/my form.xml", xml)
    assert name == "etcmy form.json"
    assert sorted(os.listdir(tmp_path)) == [name]
    for raw in (b"%PDF-1.7", b"", b"[]"):
        with pytest.raises(UnusableInputError):
            work.take("x.pdf", raw)


def test_the_next_filing_and_an_amendment_start_from_a_form(folder: Path) -> None:
    work = work_on(folder)
    name, sources = work.next_from(EXAMPLE, {})
    assert name == "exercise-and-sale-next.json"
    assert any("balance 46,896" in line for line in sources)
    assert "46,896" in work.view(name)["page"]
    name, _ = work.amend(EXAMPLE, {"lines": [{"row": "I.2"}]})
    assert json.loads((folder / name).read_text("utf-8"))["documentType"] == "4/A"
    for rows in ("", "x", "I.0", "III.1", "I.99"):
        with pytest.raises(Form4genError):
            work.amend(EXAMPLE, {"lines": [{"row": rows}]})
    assert len(os.listdir(folder)) == 3


def test_a_form_is_compared_with_another_file_and_with_its_own_states(folder: Path) -> None:
    work = work_on(folder)
    enter(work, "42,000", "/nonDerivativeTable/0/transactionShares", "number")
    example(folder, "rsu-grant.json")
    assert work.compare(EXAMPLE, "")["choices"] == [
        ("Other files", [("rsu-grant.json", "rsu-grant.json")]),
        ("Earlier states", [("before:1", "Before: Table I, row 1, column 4, Amount: 42,000")]),
    ]
    ((change,),) = (group["listed"] for group in work.compare(EXAMPLE, "before:1")["groups"])
    assert change["runs"] == [("old", "12,000"), ("new", "42,000")]
    assert change["pointer"] == "/nonDerivativeTable/0/transactionShares"
    assert work.compare(EXAMPLE, "rsu-grant.json")["between"] == ("rsu-grant.json", EXAMPLE)
    for other in ("nothing.json", "before:7", "../x.json"):
        with pytest.raises(NotThereError):
            work.compare(EXAMPLE, other)


def test_the_desk_lists_each_filing_and_leaves_a_broken_file_as_it_is(folder: Path) -> None:
    (folder / "broken.json").write_text('{"documentType": "4",', "utf-8")
    (folder / "form4.schema.json").write_text("{}", "utf-8")
    lines = work_on(folder).lines()
    assert [line.name for line in lines] == [EXAMPLE, "broken.json"]
    assert lines[0].title == "Example Corp [XMPL]"
    assert lines[0].due == "Tue, Nov 10, 2026, 10:00 p.m. ET"
    assert lines[1].fault.startswith("Line 1, column ")
    assert (folder / "broken.json").read_text("utf-8") == '{"documentType": "4",'


def test_a_form_on_file_beside_a_draft_is_an_earlier_filing(folder: Path) -> None:
    facts = work_on(folder).view(EXAMPLE)
    assert facts["verdict"]
    earlier = saved(folder) | {"periodOfReport": "2026-10-05", "context": {"accessionNumber": "0009990001-26-000001"}}
    (folder / "earlier.json").write_text(json.dumps(earlier), "utf-8")
    work = work_on(folder)
    assert [line.state for line in work.lines() if line.name == "earlier.json"] == ["Filed, 0009990001-26-000001"]

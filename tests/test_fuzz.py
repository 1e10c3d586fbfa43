"""The fuzzer: each target runs, a seed repeats its inputs, and an input that breaks a property is stored small."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

ROOT = Path(__file__).parent.parent
FUZZ = ROOT / "benchmarks" / "fuzz"
sys.path.append(str(FUZZ))

from changes import bytes_changed  # noqa: E402
from engine import Run, changed, fuzz  # noqa: E402
from properties import SECRET, Fault, check_page, check_secret, check_stable  # noqa: E402
from targets import TARGETS, Target  # noqa: E402
from values import json_changed  # noqa: E402


def _record() -> dict[str, object]:
    return {"seed": 1, "inputs": 0, "kept": 0, "digest": 0, "cpuMinutes": 0.0, "faults": {}}


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_breaks_no_property_on_its_first_inputs_and_a_few_changed_ones(tmp_path: Path, name: str) -> None:
    line = (sys.executable, str(FUZZ / "run.py"), name, "--inputs", "12", "--seed", "5", "--folder", str(tmp_path))
    done = subprocess.run(line, capture_output=True, check=False, cwd=ROOT)  # noqa: S603  our own script
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    (run,) = (tmp_path / "runs").iterdir()
    record = json.loads(run.read_text("utf-8"))
    assert record["inputs"] >= 12
    assert record["faults"] == {}


@pytest.mark.parametrize("name", TARGETS)
def test_a_seed_gives_the_same_inputs_and_another_seed_gives_others(name: str) -> None:
    target = TARGETS[name]
    pool = target.seeds()[-3:]

    def drawn(seed: int) -> list[bytes]:
        rng = Random(seed)  # noqa: S311  a seed is what makes a run repeatable
        return [changed(target, rng, pool) for _ in range(9)]

    assert drawn(1) == drawn(1)
    assert drawn(1) != drawn(2)


def test_an_input_that_breaks_a_property_is_stored_small_with_the_reason_and_only_once(tmp_path: Path) -> None:
    def check(raw: bytes, _: bool) -> Iterator[str]:  # noqa: FBT001  as the engine calls it
        if b"x" in raw:
            raise Fault("an x", raw)
        yield "seen"

    record = _record()
    fuzz(Target(lambda: [b"aaaaxaaaa" * 9, b"x"], bytes_changed, check), Run("sample", tmp_path, record), 1, 60, 8)
    assert record["faults"] == {"an x": (found := f"{next((tmp_path / 'sample').glob('*.input')).stem}")}
    assert (tmp_path / "sample" / f"{found}.input").read_bytes() == b"x"
    assert (tmp_path / "sample" / f"{found}.txt").read_text("utf-8").startswith("an x\n\nTraceback")


def test_the_properties_notice_what_they_are_for() -> None:
    under_ccc = f'{{"rptOwnerCcc": "{SECRET}"}}'.encode()
    with pytest.raises(Fault, match="a CCC is shown"):
        check_secret(f"rptOwnerCcc {SECRET}", under_ccc)
    check_secret(f"remarks {SECRET}", f'{{"rptOwnerCcc": "{SECRET}", "remarks": "{SECRET}"}}'.encode())
    check_secret("rptOwnerCcc", under_ccc)
    with pytest.raises(Fault, match="a page has an active element: script"):
        check_page("<!DOCTYPE html><html lang=en><head><title>x</title></head><body><script></script></body></html>")
    with pytest.raises(Fault, match="a form of ours is refused"):
        check_stable(b"<x/>")


@pytest.mark.parametrize("zeros", [99, 100, 101, 400, 4299])
def test_a_number_of_any_length_can_be_changed(zeros: int) -> None:
    raw = f"[{10**zeros}, {-(10**zeros)}]".encode()
    for seed in range(20):
        assert json_changed(Random(seed), raw, (raw,))  # noqa: S311  the same


def test_earlier_filings_with_a_number_beyond_any_exponent_are_no_input() -> None:
    raw = b'{"filing": {"documentType": 1E99999999999999999999}, "prior": []}'
    assert list(TARGETS["priors"].check(raw, False)) == []  # noqa: FBT003  a target has no names

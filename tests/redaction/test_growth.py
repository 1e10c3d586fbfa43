"""The work of masking grows in proportion to the text, whatever the text contains."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from command_line import ROOT

_BYTES = 100_000
_TEXTS = {
    "letters": "c",
    "words": "ccc ",
    "names without values": '"ccc"     ',
    "names": 'ccc:{"a":',
    "values": '"ccc":"a1b2c3@x",',
    "open quotation marks": 'ccc:"\\"',
    "escapes": "ccc\\u0040&#64;",
    "comments": "ccc:/*//",
    "opening tags": "<ccc>",
    "closing tags": "</ccc>",
    "tags in tags": "<ccc x='<ccc>",
    "attributes": " ccc='",
    "codes": "a1@bcdef ccc ",
    "brackets": '{"ccc":[',
    "angles": "<",
    "one name": "\\",
}
_CODE = """
import gc, json, sys
from time import process_time
from form4gen.redaction.sealed import sealed

gc.disable()

def spent(raw):
    begun = process_time()
    sealed(raw)
    return process_time() - begun

def growth(short):
    # Another process can only make a measurement longer; so what is measured twice at its shortest is near the truth.
    shorts, longs = [], []
    for _ in range(25):
        shorts += spent(short), spent(short)
        longs.append(spent(short + short))
        if min(longs) < 2.4 * min(shorts):
            break
    return min(longs) / min(shorts)

texts, size = json.load(sys.stdin)
found = {}
for name, part in texts.items():
    short = b"ccc: " + part.encode() * (size // len(part))
    found[name] = growth(short)
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def growth() -> dict[str, float]:
    """How many times the processor time of a child is needed for twice the text."""
    done = subprocess.run(  # noqa: S603  our own code
        (sys.executable, "-c", _CODE), input=json.dumps((_TEXTS, _BYTES)).encode(), check=True, capture_output=True,
        cwd=ROOT,
    )  # fmt: skip
    found: dict[str, float] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("name", _TEXTS)
def test_twice_the_text_needs_about_twice_the_work(growth: dict[str, float], name: str) -> None:
    assert growth[name] < 2.6


def test_a_text_without_the_three_letters_loads_nothing() -> None:
    code = (
        'import sys; from form4gen.redaction.sealed import sealed; sealed(b\'{"cc": 1, "a": "\\\\u00e9"}\');'
        "print([name for name in sys.modules if name.startswith('form4gen.redaction')])"
    )
    done = subprocess.run((sys.executable, "-c", code), check=True, capture_output=True, cwd=ROOT)  # noqa: S603  ours
    assert done.stdout.decode().strip() == "['form4gen.redaction', 'form4gen.redaction.sealed']"

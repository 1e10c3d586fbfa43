"""A file that is not our JSON is named for what it is, with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import run


@pytest.mark.parametrize(
    ("raw", "message", "remedy"),
    [
        (b"%PDF-1.7", "This is a PDF, not a filing.", "form4gen import"),
        (b"<ownershipDocument/>", "This is ownership XML, not form4gen's JSON.", "form4gen import FILE -o form4.json"),
        (b"<SEC-DOCUMENT>0001", "This is a full submission, not form4gen's JSON.", "form4gen import FILE"),
        (b"PK\x03\x04", "This is a zip archive, not a filing.", "form4gen import"),
        (b"nonsense", "The document does not begin with {.", "form4gen new"),
        (b"", "The document is empty.", "form4gen new"),
    ],
)
def test_validate_says_what_a_file_is_and_what_to_do(tmp_path: Path, raw: bytes, message: str, remedy: str) -> None:
    path = tmp_path / "form4.json"
    path.write_bytes(raw)
    result = run("validate", str(path))
    words = " ".join(result.stdout.split())
    assert result.exit_code == 1
    assert "JS101" in words
    assert message in words
    assert remedy in words

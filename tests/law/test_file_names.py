"""The names that EDGAR takes for files."""

from __future__ import annotations

import pytest

from form4gen.law.file_names import faults_of_name, is_legal_name, legal_name


@pytest.mark.parametrize(
    ("wanted", "extension", "name"),
    [
        ("ex24.txt", "txt", "ex24.txt"),
        ("Power of Attorney (2026).htm", "htm", "power-ofattorney2026.htm"),
        ("24.htm", "htm", "doc24.htm"),
        ("", "txt", "doc.txt"),
        ("Zo\xeb_a_b.html", "htm", "zoe_ab.htm"),
        ("ex24.1", "txt", "ex24-1.txt"),
        ("poa.pdf", "txt", "poa.txt"),
        ("../poa.txt", "txt", "poa.txt"),
        (".hidden", "xml", "hidden.xml"),
        ("Form 4 (draft 2).json", "xml", "form-4draft2.xml"),
        ("a" * 40 + ".txt", "txt", "a" * 28 + ".txt"),
    ],
)
def test_a_file_name_becomes_one_that_edgar_takes(wanted: str, extension: str, name: str) -> None:
    found = legal_name(wanted, extension)
    assert found == name
    assert is_legal_name(found)


def test_a_long_name_that_is_taken_keeps_its_length() -> None:
    taken = {"a" * 28 + ".txt", "a" * 27 + "2.txt"}
    assert legal_name("a" * 40, "txt", taken) == "a" * 27 + "3.txt"


@pytest.mark.parametrize(
    ("name", "is_legal"),
    [
        ("a" * 27 + ".txt", True),
        ("a" * 28 + ".txt", True),
        ("a" * 29 + ".txt", False),
        ("a_b-c.htm", True),
        ("a_b_c.htm", False),
        ("a-b-c.htm", False),
        ("a.b.htm", False),
        ("A.htm", False),
        ("1a.htm", False),
        ("a b.htm", False),
        ("a", False),
        ("", False),
        ("a.", False),
        ("a.1", False),
        ("\xe9.htm", False),
    ],
)
def test_a_legal_file_name_is_told_from_others(name: str, is_legal: bool) -> None:  # noqa: FBT001
    assert is_legal_name(name) is is_legal


@pytest.mark.parametrize("name", ["ex24.txt", "a_b-c", "a" * 32])
def test_a_good_name_has_no_fault(name: str) -> None:
    assert list(faults_of_name(name)) == []


def test_each_fault_of_a_name_is_reported() -> None:
    assert list(faults_of_name("1A b__--..\xe9" + "x" * 22)) == [
        "has 33 characters (the limit is 32)",
        "does not begin with a letter",
        "has capital letters",
        "contains a space, \xe9",
        'contains "_" 2 times (once is allowed)',
        'contains "-" 2 times (once is allowed)',
        'contains "." 2 times (once is allowed)',
    ]

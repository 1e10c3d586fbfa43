from __future__ import annotations

from decimal import Decimal

import pytest

from form4gen.edgar.dump import dump


def test_a_document_is_laid_out_for_a_person() -> None:
    document = {
        "documentType": "4",
        "isDirector": True,
        "issuer": {},
        "derivativeTable": [],
        "row": [{"price": {"value": Decimal("2.50"), "footnotes": ["F1", "F2"]}, "name": "Zoë \u201cq\u201d"}],
        "onBehalfOf": ["1", "2"],
    }
    assert dump(document) == (
        '{\n  "documentType": "4",\n  "isDirector": true,\n  "issuer": {},\n  "derivativeTable": [],\n  "row": [\n'
        "    {\n"
        '      "price": {"value": 2.50, "footnotes": ["F1", "F2"]},\n      "name": "Zoë \u201cq\u201d"\n    }\n  ],\n'
        '  "onBehalfOf": ["1", "2"]\n}\n'
    )


@pytest.mark.parametrize(
    ("number", "written"), [("1E+5", "100000"), ("1E-7", "0.0000001"), ("5.00", "5.00"), ("-3", "-3")]
)
def test_a_number_is_written_out(number: str, written: str) -> None:
    assert dump({"n": Decimal(number)}) == f'{{\n  "n": {written}\n}}\n'


@pytest.mark.parametrize(("length", "lines"), [(77, 3), (78, 3), (79, 6)])
def test_a_cell_is_written_on_one_line_of_120_if_it_fits(length: int, lines: int) -> None:
    written = dump({"k": {"value": "x" * length, "footnotes": ["F1"]}}).splitlines()
    assert len(written) == lines
    assert max(map(len, written)) <= 120

from __future__ import annotations

import pytest
from corpus import submissions
from ownership_documents import ownership

from form4gen.api.load import load
from form4gen.edgar.dump import dump
from form4gen.edgar.reader import read, read_submission
from form4gen.errors import UnusableInputError

HEADER = """<SEC-DOCUMENT>0000000001-26-000001.txt : 20261106
<SEC-HEADER>0000000001-26-000001.hdr.sgml : 20261106
<ACCEPTANCE-DATETIME>20261106171530
ACCESSION NUMBER:\t\t0000000001-26-000001
CONFORMED SUBMISSION TYPE:\t4
FILED AS OF DATE:\t\t20261106

REPORTING-OWNER:
\tOWNER DATA:
\t\tCOMPANY CONFORMED NAME:\t\tSample Jane
\t\tFISCAL YEAR END:\t\t1231

ISSUER:
\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\t\tExample Corp
\t\tFISCAL YEAR END:\t\t0930
</SEC-HEADER>
"""
FORM = (
    f"<DOCUMENT>\n<TYPE>4\n<FILENAME>form4.xml\n<TEXT>\n<XML>\n{ownership().decode()}\n</XML>\n</TEXT>\n</DOCUMENT>\n"
)


def exhibit(kind: str, name: str, text: str, description: str = "") -> str:
    tags = f"<TYPE>{kind}\n<SEQUENCE>2\n<FILENAME>{name}\n" + (f"<DESCRIPTION>{description}\n" if description else "")
    return f"<DOCUMENT>\n{tags}<TEXT>\n{text}\n</TEXT>\n</DOCUMENT>\n"


def submission(*documents: str, header: str = HEADER) -> bytes:
    return f"{header}{''.join(documents)}</SEC-DOCUMENT>\n".encode()


def test_the_header_fills_the_context() -> None:
    imported = read(submission(FORM))
    assert imported.document["context"] == {
        "filedAt": "2026-11-06T17:15:30",
        "accessionNumber": "0000000001-26-000001",
        "issuerFiscalYearEnd": "09-30",
    }
    assert imported.dropped == ()
    assert {key: value for key, value in imported.document.items() if key != "context"} == read(ownership()).document


def test_a_header_without_a_time_gives_the_day_of_filing_and_says_so() -> None:
    header = HEADER.replace("<ACCEPTANCE-DATETIME>20261106171530\n", "")
    imported = read(submission(FORM, header=header))
    assert imported.document["context"]["filedAt"] == "2026-11-06T22:00:00"
    assert imported.dropped == (
        "The header gives no time: context.filedAt is the end of EDGAR's hours that day, 22:00.",
    )


def test_a_header_that_says_nothing_gives_no_context() -> None:
    assert "context" not in read(submission(FORM, header="<SUBMISSION>\n")).document


def test_a_time_that_is_none_is_left_out_and_said() -> None:
    imported = read(submission(FORM, header=HEADER.replace("20261106171530", "20261306171530")))
    assert "filedAt" not in imported.document["context"]
    assert imported.dropped == ("The header's time 20261306171530 is not a valid time and is omitted.",)


def test_a_fiscal_year_end_that_is_no_day_is_left_out_and_said() -> None:
    imported = read(submission(FORM, header=HEADER.replace("0930", "0229")))
    assert imported.document["context"]["issuerFiscalYearEnd"] == "02-29"
    imported = read(submission(FORM, header=HEADER.replace("0930", "0000")))
    assert "issuerFiscalYearEnd" not in imported.document["context"]
    assert imported.dropped == ("The header's fiscal year end 00-00 is not a valid month and day and is omitted.",)


def test_a_header_of_tags_is_read_as_well() -> None:
    header = (
        "<SUBMISSION><ACCESSION-NUMBER>0000000001-26-000001<TYPE>4<FILING-DATE>20261106<REPORTING-OWNER>"
        "<FISCAL-YEAR-END>1231</REPORTING-OWNER><ISSUER><FISCAL-YEAR-END>0630</ISSUER>"
    )
    assert read(submission(FORM, header=header)).document["context"] == {
        "filedAt": "2026-11-06T22:00:00",
        "accessionNumber": "0000000001-26-000001",
        "issuerFiscalYearEnd": "06-30",
    }


def test_a_power_of_attorney_comes_along_with_its_words() -> None:
    html = "<HTML><HEAD><TITLE>POA</TITLE></HEAD><BODY><P>Know all by\nthese &amp; presents</P></BODY></HTML>"
    imported = read(
        submission(FORM, exhibit("EX-24.1", "poa.htm", html, "POWER"), exhibit("EX-24", "poa.txt", "A  \nB"))
    )
    assert imported.document["powersOfAttorney"] == [
        {
            "id": "ex24-1",
            "exhibitNumber": "24.1",
            "fileName": "poa.htm",
            "description": "POWER",
            "status": "attached",
            "text": "Know all by these & presents",
        },
        {"id": "ex24-2", "exhibitNumber": "24", "fileName": "poa.txt", "status": "attached", "text": "A\nB"},
    ]


def test_another_exhibit_comes_along_with_its_words() -> None:
    imported = read(submission(FORM, exhibit("EX-99", "a.txt", "A"), exhibit("EX-99.2", "b.txt", "B", "More")))
    assert imported.document["exhibits"] == [
        {"documentType": "EX-99", "documentName": "a.txt", "text": "A"},
        {"documentType": "EX-99.2", "documentName": "b.txt", "documentDescription": "More", "text": "B"},
    ]


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (exhibit("GRAPHIC", "g.jpg", "begin 644"), "The document g.jpg (GRAPHIC) is not text."),
        ("<DOCUMENT>\n</DOCUMENT>\n", "The document without a name (without a type) is not text."),
    ],
)
def test_a_document_that_is_not_text_is_said(sent: str, said: str) -> None:
    imported = read(submission(FORM, sent))
    assert imported.dropped == (said,)
    assert "exhibits" not in imported.document


def test_html_is_known_by_its_look_as_well() -> None:
    imported = read(submission(FORM, exhibit("EX-24", "p.txt", "<HTML><BODY>Power <B>of</B></BODY></HTML>")))
    assert imported.document["powersOfAttorney"][0]["text"] == "Power of"


def test_text_in_the_old_encoding_of_windows_is_read() -> None:
    raw = submission(FORM, exhibit("EX-24", "p.txt", "\u201cPower\u201d\x0cnext")).decode().encode("cp1252")
    assert read(raw).document["powersOfAttorney"][0]["text"] == "\u201cPower\u201d\nnext"


def test_a_form_that_follows_its_exhibits_is_found() -> None:
    imported = read(submission(exhibit("EX-24", "p.txt", "Power"), FORM))
    assert imported.document["documentType"] == "4"
    assert len(imported.document["powersOfAttorney"]) == 1


def test_malformed_xml_is_placed_by_the_lines_of_the_whole_file() -> None:
    raw = submission(FORM.replace("</issuer>", "</issuers>"))
    line = next(number for number, text in enumerate(raw.splitlines(), 1) if b"</issuers>" in text)
    with pytest.raises(UnusableInputError, match=f"line {line}, column"):
        read(raw)


def test_a_submission_without_xml_is_refused() -> None:
    with pytest.raises(UnusableInputError, match="no ownership XML"):
        read_submission(submission(exhibit("4", "form4.txt", "FORM 4 on paper")))


def test_every_real_submission_is_read_with_its_time_and_powers() -> None:
    powers = {}
    refused = []
    for path in submissions():
        try:
            document = read(path.read_bytes()).document
        except UnusableInputError:
            refused.append(path.name)
            continue
        assert load(dump(document).encode()).filing is not None
        assert document["context"]["accessionNumber"] == path.stem
        assert len(document["context"]["filedAt"]) == len("2026-11-06T17:15:30")
        powers[path.name] = [power["text"][:80] for power in document.get("powersOfAttorney", [])]
    assert refused == ["0001225259-06-000003.txt"]  # a line of it is broken inside a tag
    assert len(powers) == 21
    assert {name: texts for name, texts in powers.items() if texts} == {
        "0001127602-25-001055.txt": [
            "EXHIBIT 24\n\nAAR CORP\n\nPower of Attorney\nfor Executing Forms 3, 4 and 5\n\nKnow all"
        ],
        "0001140361-14-019536.txt": [
            "LIMITED POWER OF ATTORNEY FOR\n\nSECTION 16 REPORTING OBLIGATIONS\n\nKNOW ALL BY THE"
        ],
    }

"""Ownership documents and JSON documents made up for tests: their parties do not exist."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

HEAD = """<documentType>4</documentType>
<periodOfReport>2026-11-05</periodOfReport>
<issuer><issuerCik>0000000001</issuerCik><issuerName>Example Corp</issuerName>
<issuerTradingSymbol>EXMP</issuerTradingSymbol></issuer>
<reportingOwner><reportingOwnerId><rptOwnerCik>0000000002</rptOwnerCik><rptOwnerName>Sample Jane</rptOwnerName>
</reportingOwnerId><reportingOwnerRelationship><isDirector>1</isDirector></reportingOwnerRelationship></reportingOwner>
<aff10b5One>0</aff10b5One>
"""
SIGNATURE = """<ownerSignature><signatureName>/s/ Jane Sample</signatureName>
<signatureDate>2026-11-06</signatureDate></ownerSignature>
"""
ROW = """<nonDerivativeTransaction>
<securityTitle><value>Common Stock</value></securityTitle>
<transactionDate><value>2026-11-05</value></transactionDate>
<transactionCoding><transactionFormType>4</transactionFormType><transactionCode>P</transactionCode>
<equitySwapInvolved>0</equitySwapInvolved></transactionCoding>
<transactionAmounts><transactionShares><value>100</value></transactionShares>
<transactionPricePerShare><value>2.50</value></transactionPricePerShare>
<transactionAcquiredDisposedCode><value>A</value></transactionAcquiredDisposedCode></transactionAmounts>
<postTransactionAmounts><sharesOwnedFollowingTransaction><value>1100</value></sharesOwnedFollowingTransaction>
</postTransactionAmounts>
<ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature>
</nonDerivativeTransaction>
"""


def ownership(
    table: str = ROW, *, head: str = HEAD, tail: str = "", declaration: str = '<?xml version="1.0"?>'
) -> bytes:
    """An ownership document with the given rows of Table I, and ``tail`` between the tables and the signature."""
    body = f"<nonDerivativeTable>{table}</nonDerivativeTable>{tail}{SIGNATURE}"
    return f"{declaration}<ownershipDocument>{head}{body}</ownershipDocument>".encode()


def document(**changes: Any) -> dict[str, Any]:
    """A small JSON document with some keys changed."""
    base: dict[str, Any] = {
        "documentType": "4",
        "periodOfReport": "2026-11-05",
        "issuer": {"issuerCik": "0000000001", "issuerName": "Example Corp", "issuerTradingSymbol": "EXMP"},
        "reportingOwners": [owner(2)],
        "nonDerivativeTable": [row()],
        "ownerSignatures": [{"signatureName": "/s/ Jane Sample", "signatureDate": "2026-11-06"}],
    }
    return base | changes


def owner(number: int, **changes: Any) -> dict[str, Any]:
    """A reporting owner whose CIK is ``number``."""
    return {"rptOwnerCik": f"{number:010}", "rptOwnerName": f"Sample Jane {number}", "isDirector": True} | changes


def row(**changes: Any) -> dict[str, Any]:
    """A purchase in Table I with some keys changed."""
    base: dict[str, Any] = {
        "kind": "transaction",
        "securityTitle": "Common Stock",
        "transactionDate": "2026-11-05",
        "transactionCode": "P",
        "transactionShares": Decimal(100),
        "transactionPricePerShare": Decimal("2.50"),
        "transactionAcquiredDisposedCode": "A",
        "sharesOwnedFollowingTransaction": Decimal(1100),
        "directOrIndirectOwnership": "D",
    }
    return base | changes


def holding(**changes: Any) -> dict[str, Any]:
    """A holding in Table I with some keys changed."""
    base: dict[str, Any] = {
        "kind": "holding",
        "securityTitle": "Common Stock",
        "sharesOwnedFollowingTransaction": Decimal(7),
        "directOrIndirectOwnership": "I",
        "natureOfOwnership": "By Spouse",
    }
    return base | changes


NOTES = tuple(f"F{number}" for number in range(1, 6))


def texts(longest: int) -> st.SearchStrategy[str]:
    """Texts as a filer may type them: not empty, not padded, in any script, with line ends and markup inside."""
    signs = st.one_of(
        st.characters(min_codepoint=0x20, max_codepoint=0x7E),
        st.characters(categories=("L", "N", "P", "S")),
        st.sampled_from("&<>\"'\n\t ]"),
    )
    return st.text(signs, min_size=1, max_size=longest).map(str.strip).filter(bool)


def _numbers() -> st.SearchStrategy[Decimal]:
    return st.decimals(min_value=0, max_value=999999999999, places=4) | st.integers(0, 10**12 - 1).map(Decimal)


def _days() -> st.SearchStrategy[str]:
    return st.dates().map(str)


def _noted(values: st.SearchStrategy[Any], *, may_be_notes_alone: bool = False) -> st.SearchStrategy[Any]:
    notes = st.lists(st.sampled_from(NOTES), min_size=1, max_size=3, unique=True)
    both = st.fixed_dictionaries({"value": values, "footnotes": notes})
    either = values | both
    return either | st.fixed_dictionaries({"footnotes": notes}) if may_be_notes_alone else either


def _held() -> dict[str, st.SearchStrategy[Any]]:
    return {
        "sharesOwnedFollowingTransaction": _noted(_numbers()),
        "directOrIndirectOwnership": _noted(st.sampled_from("DI")),
    }


def _transacted() -> dict[str, st.SearchStrategy[Any]]:
    return {
        "transactionDate": _noted(_days()),
        "transactionFormType": st.sampled_from("45"),
        "transactionCode": _noted(st.sampled_from("ACDEFGHIJLMOPSUWXZ")),
    }


def _amounts() -> dict[str, st.SearchStrategy[Any]]:
    return {
        "transactionShares": _noted(_numbers()),
        "transactionPricePerShare": _noted(_numbers(), may_be_notes_alone=True),
        "transactionAcquiredDisposedCode": st.sampled_from("AD"),
    }


def _underlying() -> dict[str, st.SearchStrategy[Any]]:
    return {
        "conversionOrExercisePrice": _noted(_numbers(), may_be_notes_alone=True),
        "exerciseDate": _noted(_days(), may_be_notes_alone=True),
        "expirationDate": _noted(_days(), may_be_notes_alone=True),
        "underlyingSecurityTitle": _noted(texts(60)),
        "underlyingSecurityShares": _noted(_numbers(), may_be_notes_alone=True),
    }


def _rows(**kinds: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[list[dict[str, Any]]]:
    optional = {"natureOfOwnership": _noted(texts(100), may_be_notes_alone=True)}
    of_transactions = {
        "deemedExecutionDate": _noted(_days(), may_be_notes_alone=True),
        "equitySwapInvolved": st.just(value=True),
        "transactionTimeliness": _noted(st.just("E")),
    }
    one_of = [
        st.fixed_dictionaries(
            {"kind": st.just(kind), "securityTitle": _noted(texts(60))} | fields,
            optional=optional | (of_transactions if kind == "transaction" else {}),
        )
        for kind, fields in kinds.items()
    ]
    return st.lists(st.one_of(one_of), max_size=4)


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """JSON documents within every limit of EDGAR's schema; the relations between their values are not sound."""
    flags = dict.fromkeys(("isDirector", "isOfficer", "isTenPercentOwner", "isOther"), st.booleans())
    owners = st.fixed_dictionaries(
        {"rptOwnerCik": st.from_regex(r"[0-9]{1,10}", fullmatch=True), "rptOwnerName": texts(150)} | flags,
        optional={
            "rptOwnerNonUSAddressFlag": st.booleans(),
            "rptOwnerStreet1": texts(40),
            "rptOwnerCity": texts(30),
            "rptOwnerState": st.sampled_from(("CA", "NY", "1V")),
            "rptOwnerCountry": st.sampled_from(("X0", "A6")),
            "rptOwnerZipCode": st.from_regex(r"[0-9A-Z#-]{1,10}", fullmatch=True),
            "officerTitle": texts(30),
            "otherText": texts(30),
        },
    )
    form = draw(st.sampled_from(("4", "4/A")))
    whole = {
        "documentType": form,
        "periodOfReport": draw(_days()),
        "notSubjectToSection16": draw(st.booleans()),
        "issuer": draw(
            st.fixed_dictionaries(
                {"issuerCik": st.from_regex(r"[0-9]{1,10}", fullmatch=True), "issuerTradingSymbol": texts(10)},
                optional={"issuerName": texts(150), "issuerForeignTradingSymbol": texts(14)},
            )
        ),
        "reportingOwners": draw(st.lists(owners, min_size=1, max_size=3)),
        "aff10b5One": draw(st.booleans()),
        "nonDerivativeTable": draw(_rows(transaction=_transacted() | _amounts() | _held(), holding=_held())),
        "derivativeTable": draw(
            _rows(transaction=_transacted() | _amounts() | _underlying() | _held(), holding=_underlying() | _held())
        ),
        "footnotes": {note: draw(texts(80)) for note in NOTES},
        "remarks": draw(texts(200)),
        "ownerSignatures": draw(
            st.lists(
                st.fixed_dictionaries({"signatureName": texts(255), "signatureDate": _days()}), min_size=1, max_size=3
            )
        ),
    }
    return whole | ({"dateOfOriginalSubmission": draw(_days())} if form == "4/A" else {})

"""Forms of one person over time, in a few words, for the tests of the running ledger and of drafting."""

from __future__ import annotations

from typing import Any

from accounts.form import form, row

from form4gen.accounts.filing_history import Given, History, histories
from form4gen.accounts.running_ledger import Entry, Line, running_ledger


def trade(code: str, mark: str, when: str, shares: Any, after: Any, **more: Any) -> dict[str, Any]:
    """A transaction of Table I with its balance."""
    return row(code, mark, when, transactionShares=shares, sharesOwnedFollowingTransaction=after) | more


def holding(held: Any, **more: Any) -> dict[str, Any]:
    """A holding of Table I."""
    return {
        "kind": "holding",
        "securityTitle": "Common Stock",
        "sharesOwnedFollowingTransaction": held,
        "directOrIndirectOwnership": "D",
    } | more


def given(name: str, signed: str, *rows: dict[str, Any], **keys: Any) -> Given:
    """A filing of the person, signed and for a period on that day, with the name of its file."""
    signature = {"signatureName": "Jane Sample", "signatureDate": signed}
    return Given(name, form(*rows, **({"periodOfReport": signed, "ownerSignatures": [signature]} | keys)))


def history(*filings: Given) -> History:
    """The one history of the filings."""
    (found,) = histories(filings).found
    return found


def ledger_of(*filings: Given) -> tuple[Line, ...]:
    """The lines of the one history of the filings."""
    return running_ledger(history(*filings))


def entries_of(*filings: Given) -> tuple[Entry, ...]:
    """The entries of the one line of the filings."""
    (line,) = ledger_of(*filings)
    return line.entries

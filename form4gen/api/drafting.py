"""A filing made from earlier ones, as JSON text, and where each value of it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from form4gen.accounts.filing_history import Given as Given
from form4gen.accounts.filing_history import histories
from form4gen.drafting.amendment import amendment
from form4gen.drafting.asked import Amend as Amend
from form4gen.drafting.asked import Correction as Correction
from form4gen.drafting.asked import Drift as Drift
from form4gen.drafting.asked import Omitted as Omitted
from form4gen.drafting.asked import Request as Request
from form4gen.drafting.asked import Split as Split
from form4gen.drafting.asked import Trade as Trade
from form4gen.drafting.choosing import chosen
from form4gen.drafting.draft import Draft as Draft
from form4gen.drafting.next_filing import next_filing
from form4gen.edgar.dump import SCHEMA_FILE, dump


def next_draft(given: Iterable[Given], request: Request, *, issuer: str = "", owners: Sequence[str] = ()) -> Draft:
    """The next Form 4 of the reporting persons of some filings; their order is irrelevant.

    The filings are Forms 3, 4 and 5 and their amendments, each from ``read_prior``. ``issuer`` is a CIK, symbol or
    name, ``owners`` are CIKs or names: necessary if the filings are of several. Numbers of the request are exact
    decimals, prices in US dollars per security, days those of the calendar. Raises UnusableInputError if the filings
    are of several issuers or persons, where it is not certain which holding a transaction is of, where a code is not
    used in the table, and where a text has private information.
    """
    return next_filing(chosen(histories(given), issuer, owners), request)


def amended_draft(given: Given, request: Amend) -> Draft:
    """The Form 4/A of a filed Form 4 or 4/A, with the rows that are corrected or added.

    Raises UnusableInputError where the form has no such row or no date of filing, where a balance would be below 0,
    and where an added transaction belongs on a form of its own.
    """
    return amendment(given, request)


def draft_text(draft: Draft) -> str:
    """The document as JSON text, laid out for a person to edit."""
    return dump({"$schema": SCHEMA_FILE} | draft.document)


def account_lines(draft: Draft) -> Iterator[str]:
    """What the draft continues, the source of every value, what is left out and why, and what to confirm."""
    yield f"form4gen: Made from {draft.base}."
    yield from _part("Taken over, with the source:", [f"{each.what} ({each.source})" for each in draft.taken])
    yield from _part("Left out:", [f"{each.what}: {each.why}" for each in draft.left])
    yield from _part("Confirm:", draft.checks)


def _part(heading: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield heading
        yield from (f"  {line}" for line in lines)

"""Which of the persons and issuers in the files a draft is for, and which form it continues."""

from __future__ import annotations

from collections.abc import Sequence

from form4gen.accounts.filing_history import Form, Given, Histories, History
from form4gen.accounts.history import bare_cik
from form4gen.errors import UnusableInputError
from form4gen.model.filing import Issuer, ReportingOwner
from form4gen.prose.texts import words

_LISTED = 20


def chosen(found: Histories, issuer: str = "", owners: Sequence[str] = ()) -> History:
    """The one history of an issuer (CIK, symbol or name) and of reporting persons (CIK or name).

    Without ``owners`` there must be one; with them, the history of exactly these persons goes before a joint one that
    has others too. Raises UnusableInputError, with what to give, if there is none or several.
    """
    if not found.found:
        reasons = "".join(f" {given.source}: {reason}." for given, reason in found.left_out[:_LISTED])
        raise UnusableInputError(f"No filing can be continued.{reasons}")
    fitting = [each for each in found.found if not issuer or _is_issuer(each.issuer, issuer)]
    if not fitting:
        raise UnusableInputError(f"No file is of the issuer {issuer!r}. {_listed(found.found)}")
    if owners:
        of_persons = [each for each in fitting if all(_has(each, owner) for owner in owners)]
        exactly = [each for each in of_persons if len(each.owners) == len(owners)]
        fitting = exactly or of_persons
        if not fitting:
            named = ", ".join(map(repr, owners))
            raise UnusableInputError(f"No file has the reporting persons {named}. {_listed(found.found)}")
    if len(fitting) > 1:
        raise UnusableInputError(
            f"The files are of several issuers or reporting persons. Choose one of them (--issuer, --owner). "
            f"{_listed(fitting)}"
        )
    return fitting[0]


def base_of(history: History) -> tuple[Form, Given]:
    """The newest form, and the filing that says last what its head says: the form, or its newest amendment."""
    form = history.forms[-1]
    return form, form.amendments[-1] if form.amendments else form.given


def _is_issuer(issuer: Issuer, text: str) -> bool:
    return _is(text, issuer.issuer_cik, issuer.issuer_name, issuer.issuer_trading_symbol)


def _has(history: History, text: str) -> bool:
    return any(_is_owner(owner, text) for owner in history.owners)


def _is_owner(owner: ReportingOwner, text: str) -> bool:
    return _is(text, owner.rpt_owner_cik, owner.rpt_owner_name)


def _is(text: str, cik: str | None, *names: str | None) -> bool:
    """Whether a text is the CIK, with or without zeros, or one of the names, in any case."""
    stripped = text.strip()
    if stripped.isdigit():
        return bare_cik(stripped) == bare_cik(cik)
    return words(stripped) in {words(name) for name in names if name}


def _listed(histories: Sequence[History]) -> str:
    lines = [f"\n  {_named(each)}" for each in histories[:_LISTED]]
    more = len(histories) - _LISTED
    return f"The files have:{''.join(lines)}{f'{chr(10)}  and {more} more' if more > 0 else ''}"


def _named(history: History) -> str:
    issuer = f"{history.issuer.issuer_name or 'an issuer'} (--issuer {bare_cik(history.issuer.issuer_cik)})"
    owners = "; ".join(f"{owner.name} (--owner {bare_cik(owner.rpt_owner_cik)})" for owner in history.owners)
    return f"{issuer}: {owners}"

"""Mutations of balances, lines and forms of ownership."""

from __future__ import annotations

import copy
from decimal import Decimal

from mutations.mutation import Draft, Placed, cited, drop, line_of, mutation, number_of, put

BALANCE = "sharesOwnedFollowingTransaction"
NATURE = "natureOfOwnership"
OTHER_CHANGES = ("includ", "distribut", "transfer", "contribut", "exempt", "adjust", "dividend")


def _continued(draft: Draft) -> Placed | None:
    """The last row of Table I, if the row before it is of the same line and neither cites a footnote."""
    rows = list(draft.transactions(table=1))[-2:]
    if len(rows) < 2 or line_of(rows[0].row) != line_of(rows[1].row):
        return None
    return rows[1] if (number_of(rows[1].row, BALANCE) or 0) > 1 and not draft.tells(*OTHER_CHANGES) else None


@mutation("a balance is one share off", "HB102")
def _(draft: Draft) -> str | None:
    if row := _continued(draft):
        put(row.row, BALANCE, (number_of(row.row, BALANCE) or Decimal(0)) + 1)
        return f"{row.at}/{BALANCE}"
    return None


@mutation("two digits of a balance are swapped", "HB102")
def _(draft: Draft) -> str | None:
    row = _continued(draft)
    digits = format(number_of(row.row, BALANCE) or 0, "f") if row else ""
    if row and len(digits) >= 5 and digits.isdigit() and digits[1] != digits[2]:
        put(row.row, BALANCE, int(digits[0] + digits[2] + digits[1] + digits[3:]))
        return f"{row.at}/{BALANCE}"
    return None


@mutation("a first balance has the digits of the amount in another order", "HB109")
def _(draft: Draft) -> str | None:
    rows = list(draft.transactions("PA", 1))
    if len(rows) != 1 or len(list(draft.rows(1))) != 1:
        return None
    put(rows[0].row, "transactionShares", 757576)
    put(rows[0].row, BALANCE, 757756)
    return f"{rows[0].at}/{BALANCE}"


@mutation("a balance is less than what was acquired", "HB101", HB102="nor does it follow from the row before")
def _(draft: Draft) -> str | None:
    row = draft.first("PA", 1)
    amount = number_of(row.row, "transactionShares") if row else None
    if row and amount and amount > 1:
        put(row.row, BALANCE, amount - 1)
        return f"{row.at}/{BALANCE}"
    return None


@mutation("a balance is negative", "HB101", HB102="nor does it follow from the row before")
def _(draft: Draft) -> str | None:
    if row := draft.first("S", 1):
        put(row.row, BALANCE, -1)
        return f"{row.at}/{BALANCE}"
    return None


@mutation("a balance has five decimals", "PR202")
def _(draft: Draft) -> str | None:
    rows = list(draft.rows(1))
    if len(rows) == 1 and not cited(rows[0].row):
        put(rows[0].row, BALANCE, (number_of(rows[0].row, BALANCE) or Decimal(0)) + Decimal("0.12345"))
        return f"{rows[0].at}/{BALANCE}"
    return None


@mutation("a row reports no post-transaction balance", "HB201")
def _(draft: Draft) -> str | None:
    rows = list(draft.rows(1))
    if len(rows) == 1 and not cited(rows[0].row):
        drop(rows[0].row, BALANCE)
        return f"{rows[0].at}/{BALANCE}"
    return None


@mutation("a balance is given both in securities and in dollars", "HB202")
def _(draft: Draft) -> str | None:
    if row := draft.first("PSA", 1):
        row.row["valueOwnedFollowingTransaction"] = Decimal(1000)
        return f"{row.at}/valueOwnedFollowingTransaction"
    return None


@mutation("a direct holding has a nature of ownership", "HB103", HB102="the rows that stay no longer continue")
def _(draft: Draft) -> str | None:
    for row in draft.transactions("PSAF", 1):
        if row.row.get("directOrIndirectOwnership") == "D" and NATURE not in row.row:
            row.row[NATURE] = "By Spouse"
            return f"{row.at}/{NATURE}"
    return None


@mutation("an indirect holding has no nature of ownership", "HB103", HB102="the rows that stay no longer continue")
def _(draft: Draft) -> str | None:
    for row in draft.transactions("PSA", 1):
        if row.row.get("directOrIndirectOwnership") == "D" and NATURE not in row.row:
            row.row["directOrIndirectOwnership"] = "I"
            return f"{row.at}/{NATURE}"
    return None


@mutation("a row is marked neither direct nor indirect", "HB203", HB102="the rows that stay no longer continue")
def _(draft: Draft) -> str | None:
    row = draft.first("PSA", 1)
    if row and row.row.get("directOrIndirectOwnership") == "D":
        row.row.pop("directOrIndirectOwnership")
        return f"{row.at}/directOrIndirectOwnership"
    return None


@mutation("a joint holding with the spouse is marked indirect", "HB104")
def _(draft: Draft) -> str | None:
    rows = [each for each in draft.rows(1) if each.row.get("directOrIndirectOwnership") == "D"]
    if len(rows) == 1:
        rows[0].row.update({"directOrIndirectOwnership": "I", NATURE: "Jointly with spouse"})
        return f"{rows[0].at}/{NATURE}"
    return None


@mutation("a trust is not named", "HB105")
def _(draft: Draft) -> str | None:
    rows = [each for each in draft.rows(1) if each.row.get("directOrIndirectOwnership") == "D"]
    if len(rows) == 1:
        rows[0].row.update({"directOrIndirectOwnership": "I", NATURE: "By Trust"})
        return f"{rows[0].at}/{NATURE}"
    return None


@mutation("a nature of ownership has 101 characters", "HB204")
def _(draft: Draft) -> str | None:
    rows = [each for each in draft.rows(1) if each.row.get("directOrIndirectOwnership") == "D"]
    if len(rows) == 1:
        rows[0].row.update(
            {
                "directOrIndirectOwnership": "I",
                NATURE: "By the Sample Family Trust of the Year 2019".ljust(101, "s"),
            }
        )
        return f"{rows[0].at}/{NATURE}"
    return None


@mutation("a holding contradicts a transaction of its line", "HB106")
def _(draft: Draft) -> str | None:
    row = draft.first("PSA", 1)
    table = draft.document.get("nonDerivativeTable", [])
    if row is None or len(table) > 25 or cited(row.row):
        return None
    kept = ("securityTitle", "directOrIndirectOwnership", NATURE)
    balance = (number_of(row.row, BALANCE) or Decimal(0)) + 500
    table.append(
        {"kind": "holding", **{key: copy.deepcopy(row.row[key]) for key in kept if key in row.row}, BALANCE: balance}
    )
    return f"/nonDerivativeTable/{len(table) - 1}"


@mutation("Table I has 31 rows", "HD206")
def _(draft: Draft) -> str | None:
    row = draft.first("PSA", 1)
    table = draft.document.get("nonDerivativeTable", [])
    if row is None:
        return None
    for number in range(len(table), 31):
        table.append({
            "kind": "holding", "securityTitle": copy.deepcopy(row.row["securityTitle"]), BALANCE: Decimal(1000),
            "directOrIndirectOwnership": "I", NATURE: f"By Sample Partners {number}, L.P.",
        })  # fmt: skip
    return "/nonDerivativeTable"


@mutation("more is withheld than was received", "PA104", HB102="the balance was right for the true amount")
def _(draft: Draft) -> str | None:
    received, withheld = draft.first("M", 1), draft.first("F", 1)
    amount = number_of(received.row, "transactionShares") if received else None
    if withheld and amount and len(list(draft.transactions("F", 1))) == 1:
        put(withheld.row, "transactionShares", amount * 9)
        return f"{withheld.at}/transactionShares"
    return None

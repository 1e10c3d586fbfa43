"""DL112: a settlement date in place of the trade date."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.accounts.market import has_trades
from form4gen.accounts.settlement import settled_rows
from form4gen.law.authorities import FORM_4, RULE_16A
from form4gen.law.deadline import deadline
from form4gen.law.settlement import RULE_15C6_1
from form4gen.model.filing import Filing
from form4gen.model.wording import day, moment, weekday
from form4gen.rules.catalogue import ACCEPTS, WARNING, Breach, rule


@rule(
    "DL112",
    name="settlement date reported as trade date",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    needs=("trade_confirmations",),
    concerns=has_trades,
    sources=(FORM_4.at("Instruction 4(a)(i)"), RULE_16A.at("16a-3(g)(1)"), RULE_15C6_1.at("15c6-1(a)")),
)
def settlement_date_reported_as_trade_date(filing: Filing) -> Iterator[Breach]:
    """The transaction date of a purchase or sale is the trade date, not the day on which the trade settles.

    The two business days run from the trade date. Compared with ``context.tradeConfirmations``: the rows of one day,
    code, and class have no fills of their own day, and agree in number and dollars with the fills of a day whose
    trades settled then. EDGAR does not check this.

    Remedy: Enter the trade date in column 2 and count the deadline from it.
    """
    for each in settled_rows(filing):
        due = deadline(each.traded)
        counted = f" From the trade date, the form is due {moment(due.due)}." if due else ""
        for row in each.lot.rows:
            yield Breach(
                row.transaction_date.at,
                f"{row.name} is dated {day(each.settled)}, but the trade confirmations show the same number and price "
                f"on {weekday(each.traded)}, and {day(each.settled)}, is when those trades settled.{counted}",
                found=day(each.settled),
                expected=day(each.traded),
                suggested=each.traded,
            )

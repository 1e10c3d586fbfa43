"""PA: an exercise or conversion is reported in both tables."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.accounts.beside import is_received
from form4gen.accounts.codes import codes_of
from form4gen.accounts.pairing import EXERCISES
from form4gen.law.authorities import FORM_4, RULE_16A
from form4gen.model.rows import DerivativeTransaction, NonDerivativeTransaction
from form4gen.model.wording import number
from form4gen.prose.reading import notes_of
from form4gen.rules.catalogue import ACCEPTS, ERROR, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances


@rule(
    "PA101",
    name="exercise without shares in Table I",
    on=DerivativeTransaction,
    severity=ERROR,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 4(c)(i)"), RULE_16A.at("16a-4(b)")),
)
def exercise_without_shares_in_table_i(row: DerivativeTransaction, circumstances: Circumstances) -> Iterator[Breach]:
    """The securities received when a derivative security is exercised or converted must be reported in Table I.

    No finding is made where another derivative security is received (a row marked A in Table II), or where a
    footnote or the Remarks mention cash, cancellation, another kind of security or a later settlement. EDGAR does
    not check this.

    Remedy: Add the securities received to Table I, marked A, at the exercise price ($0 for restricted stock units),
    then code F or S rows for shares withheld or sold. If something else was received, say so in a footnote.
    """
    if row.code not in EXERCISES or not row.is_disposed:
        return
    filing = circumstances.filing
    if is_received(row, filing) or notes_of(row, filing).excuses("settled_otherwise"):
        return
    title = row.underlying_security_title.value or "the underlying security"
    amount = row.underlying.value
    of_what = title if amount is None else f"{title} ({number(amount)})"
    yield Breach(
        row.at,
        f"{row.name} reports the exercise or conversion (code {row.code}) of "
        f"{row.security_title.value or 'a derivative security'} for {of_what}, but Table I has no row with code "
        f"{row.code} for {title}.",
    )


@rule(
    "PA102",
    name="shares without a Table II exercise row",
    on=NonDerivativeTransaction,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(RULE_16A.at("16a-4(b)"), FORM_4.at("Instruction 4(c)(i)")),
)
def shares_without_a_table_ii_exercise_row(
    row: NonDerivativeTransaction, circumstances: Circumstances
) -> Iterator[Breach]:
    """Shares received on an exercise must be matched by a disposition of the derivative security in Table II.

    No finding is made where Table I itself shows the class given up, as where both classes have always been
    reported there: a row with the same code and the opposite mark. EDGAR does not check this.

    Remedy: Add a Table II row, marked D, for the option, unit or convertible security exercised or converted.
    """
    if row.code not in EXERCISES:
        return
    same = codes_of(circumstances.filing)[row.code]
    has_counterpart = (same.has_acquired and row.is_disposed) or (same.has_disposed and row.is_acquired)
    if not same.has_derivative and not has_counterpart:
        yield Breach(
            row.transaction_code.at,
            f"{row.name} has code {row.code}, an exercise or conversion, but Table II has no row with code "
            f"{row.code}, so the derivative security appears to be still held.",
            found=row.code,
        )

"""The words in which the reporting basis of a row is decided: when it must be reported, how sure that is, and why."""

from __future__ import annotations

from enum import Enum

from form4gen.law.authorities import Source
from form4gen.model.filing import Filing
from form4gen.model.rows import Transaction
from form4gen.records import NamedTuple

HIGH, MEDIUM, LOW = "high", "medium", "low"


class Basis(Enum):
    """On which basis a transaction has to be reported, as machines read it."""

    FORM_4 = "form_4"
    TRIGGERED = "form_4_triggered"
    LOOK_BACK = "look_back"
    AFTER_LEAVING = "after_leaving"
    FORM_5 = "form_5"
    NOT_REPORTABLE = "not_reportable"
    NOT_YET = "not_yet"
    UNKNOWN = "unknown"

    @property
    def words(self) -> str:
        """The basis as a person reads it."""
        return _WORDS[self]

    @property
    def needs_form_4(self) -> bool:
        """Whether the transaction belongs on a Form 4, whatever day its two business days run from."""
        return self in _ON_FORM_4

    @property
    def is_never_due(self) -> bool:
        """Whether no report of the row is due: a voluntary one is never late."""
        return self in (Basis.NOT_REPORTABLE, Basis.NOT_YET)


_WORDS = {
    Basis.FORM_4: "Form 4",
    Basis.TRIGGERED: "Form 4, because the deferral of a small acquisition ended",
    Basis.LOOK_BACK: "Form 4 under Rule 16a-2(a), with the first transaction after registration",
    Basis.AFTER_LEAVING: "Form 4 under Rule 16a-2(b), after leaving office",
    Basis.FORM_5: "may wait for Form 5",
    Basis.NOT_REPORTABLE: "not reportable",
    Basis.NOT_YET: "not yet reportable",
    Basis.UNKNOWN: "not clear from the form",
}
_ON_FORM_4 = frozenset({Basis.FORM_4, Basis.TRIGGERED, Basis.LOOK_BACK, Basis.AFTER_LEAVING})


class Ground(Enum):
    """What decided: the first of these that answers, in this order."""

    LAW = "the law of the day"
    FOREIGN = "a foreign private issuer"
    BEFORE = "before Section 16 status"
    AFTER = "after Section 16 status"
    EXEMPT = "exempt from Section 16(a)"
    CODE = "the transaction code"


class Mark(Enum):
    """What the V of column 3 or 4 (reported earlier than required) says on the row."""

    WRONG = "wrong"
    RIGHT = "right"
    OPTIONAL = "optional"
    NOT_JUDGED = "not judged"


class Decision(NamedTuple):
    """On which basis a row has to be reported.

    ``others`` are bases that are possible as well; the decision is sure where there are none. ``trigger`` is the row
    whose day the time runs from, with the form that reports it, where it is not the row itself.
    """

    basis: Basis
    ground: Ground
    certainty: str
    reason: str
    source: Source
    others: tuple[Basis, ...] = ()
    trigger: tuple[Transaction, Filing] | None = None

    @property
    def is_sure(self) -> bool:
        """Whether no other basis is possible."""
        return not self.others and self.basis is not Basis.UNKNOWN

    @property
    def possible(self) -> tuple[Basis, ...]:
        """Every basis that is possible."""
        return self.others if self.basis is Basis.UNKNOWN else (self.basis, *self.others)

    @property
    def mark(self) -> Mark:
        """Whether V is wrong on the row, right, or neither."""
        if self.basis.is_never_due:
            return Mark.OPTIONAL
        if not self.is_sure:
            return Mark.NOT_JUDGED
        return Mark.WRONG if self.basis.needs_form_4 else Mark.RIGHT


def unclear(ground: Ground, reason: str, source: Source, *possible: Basis) -> Decision:
    """A decision that the form leaves open between some bases."""
    return Decision(Basis.UNKNOWN, ground, LOW, reason, source, possible)

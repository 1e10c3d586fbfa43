"""How a field of a filing is declared: its JSON key and its kind, once, for the gate, the codec and the documentation.

A key is EDGAR's element name, letter for letter; the attribute is the same name in snake_case.

A node is a frozen record. The standard library's dataclasses would write and compile code for each class at import,
which costs about a millisecond a class; the base class here does the same work with plain dictionaries, and type
checkers read it as a dataclass (PEP 681).
"""

from __future__ import annotations

from enum import Enum

from form4gen.location import Place
from form4gen.records import NamedTuple
from form4gen.typed import Any, ClassVar, Generic, NoReturn, Self, TypeVar, dataclass_transform

T = TypeVar("T")


class Kind(Enum):
    """The kind of a field's value in JSON."""

    TEXT = "text"
    FLAG = "true or false"
    DATE = "date"
    MONTH_DAY = "month and day"
    NUMBER = "number"
    MOMENT = "date and time"
    TEXTS = "list of texts"
    ONE = "object"
    MANY = "list of objects"
    NAMED = "list of objects or names"
    ROWS = "list of rows"
    NOTES = "footnotes by id"


class Cell(Generic[T]):
    """A value that may carry footnotes: a cell of the form.

    ``value`` is None when the cell is empty; ``footnotes`` are the ids it cites, as typed; ``at`` is its place.
    """

    __slots__ = ("at", "footnotes", "value")

    def __init__(self, value: T | None, footnotes: tuple[str, ...], at: Place) -> None:
        self.value = value
        self.footnotes = footnotes
        self.at = at

    @property
    def is_blank(self) -> bool:
        """Whether there is neither a value nor a footnote."""
        value = self.value
        return not self.footnotes and (value is None or (isinstance(value, str) and not value))

    def __repr__(self) -> str:
        return f"Cell({self.value!r}, {self.footnotes!r}, {self.at!r})"


class Field(NamedTuple):
    """One declared field: JSON key, attribute, kind, whether it is a cell, its choices, and what class it holds."""

    key: str
    attribute: str
    kind: Kind
    is_cell: bool = False
    choices: tuple[str, ...] = ()
    holds: type[Node] | None = None
    required: bool = False
    absent: object = None


def text(*choices: str, key: str = "", required: bool = False) -> Any:
    """A text, or one of ``choices``."""
    return Field(key, "", Kind.TEXT, choices=choices, required=required)


def text_cell(*choices: str) -> Any:
    """A text that may carry footnotes."""
    return Field("", "", Kind.TEXT, is_cell=True, choices=choices, required=True)


def texts(*choices: str) -> Any:
    """A list of texts, each one of ``choices`` if there are any."""
    return Field("", "", Kind.TEXTS, choices=choices, absent=())


def flag() -> Any:
    """True or false; an absent one is false, as EDGAR reads it."""
    return Field("", "", Kind.FLAG, absent=False)


def flag_if_any(key: str) -> Any:
    """True, false, or None if not given."""
    return Field(key, "", Kind.FLAG)


def day() -> Any:
    """A calendar date."""
    return Field("", "", Kind.DATE)


def day_cell() -> Any:
    """A calendar date that may carry footnotes."""
    return Field("", "", Kind.DATE, is_cell=True, required=True)


def number() -> Any:
    """An exact decimal."""
    return Field("", "", Kind.NUMBER)


def number_cell() -> Any:
    """An exact decimal that may carry footnotes."""
    return Field("", "", Kind.NUMBER, is_cell=True, required=True)


def moment() -> Any:
    """A date with a time of day."""
    return Field("", "", Kind.MOMENT)


def month_day() -> Any:
    """A day of a year, as the text MM-DD."""
    return Field("", "", Kind.MONTH_DAY)


def one(holds: type[Node]) -> Any:
    """An object of the class ``holds``; absent means one without values."""
    return Field("", "", Kind.ONE, holds=holds, required=True)


def one_if_any(holds: type[Node]) -> Any:
    """An object of the class ``holds``, or None."""
    return Field("", "", Kind.ONE, holds=holds)


def many(holds: type[Node]) -> Any:
    """A list of objects of the class ``holds``."""
    return Field("", "", Kind.MANY, holds=holds, absent=())


def many_or_names(holds: type[Node]) -> Any:
    """A list of objects of the class ``holds``; a text stands for one that has only this ``name``."""
    return Field("", "", Kind.NAMED, holds=holds, absent=())


def table_rows() -> Any:
    """The rows of a table."""
    return Field("", "", Kind.ROWS, absent=())


def notes() -> Any:
    """Footnotes, keyed by id."""
    return Field("", "", Kind.NOTES, absent=())


@dataclass_transform(
    kw_only_default=True,
    frozen_default=True,
    field_specifiers=(
        text, text_cell, texts, flag, flag_if_any, day, day_cell, number, number_cell, moment,
        month_day, one, one_if_any, many, many_or_names, table_rows, notes,
    ),
)  # fmt: skip
class Record:
    """A frozen record of declared fields.

    ``fields`` has them by JSON key; an optional field that is not given has the value that means its absence
    (None, False or an empty tuple).
    """

    fields: ClassVar[dict[str, Field]] = {}
    _required: ClassVar[frozenset[str]] = frozenset({"at"})

    def __init_subclass__(cls) -> None:
        fields, required = dict(cls.fields), set(cls._required)
        for name, declared in list(vars(cls).items()):
            if isinstance(declared, Field):
                field = declared._replace(key=declared.key or camel(name), attribute=name)
                fields[field.key] = field
                if field.required:
                    required.add(name)
                    delattr(cls, name)
                else:
                    setattr(cls, name, field.absent)
        cls.fields, cls._required = fields, frozenset(required)

    def __init__(self, **values: Any) -> None:
        missing = self._required - values.keys()
        if missing:
            message = f"{type(self).__name__} lacks {', '.join(sorted(missing))}"
            raise TypeError(message)
        self.__dict__.update(values)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        message = f"{type(self).__name__} is frozen"
        raise AttributeError(message)

    def replaced(self, **changes: Any) -> Self:
        """A copy with some fields changed."""
        known = {"at", *(field.attribute for field in self.fields.values())}
        return type(self)(**({name: value for name, value in self.__dict__.items() if name in known} | changes))


class Node(Record):
    """A part of a filing that knows its place."""

    at: Place

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.at.pointer!r})"


def camel(attribute: str) -> str:
    """``transaction_price_per_share`` as ``transactionPricePerShare``."""
    first, *rest = attribute.split("_")
    return first + "".join(word[:1].upper() + word[1:] for word in rest)

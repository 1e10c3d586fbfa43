"""Our cheap ``NamedTuple`` does what the standard one does."""

from __future__ import annotations

import pickle
import typing

import pytest

from form4gen import records


class Ours(records.NamedTuple):
    """A pair."""

    first: int
    second: str = "b"

    @property
    def both(self) -> str:
        return f"{self.first}{self.second}"


class Standard(typing.NamedTuple):
    """A pair."""

    first: int
    second: str = "b"

    @property
    def both(self) -> str:
        return f"{self.first}{self.second}"


BOTH = pytest.mark.parametrize("kind", [Ours, Standard])


@BOTH
def test_a_tuple_is_made_by_place_by_name_and_by_default(kind: type[Standard]) -> None:
    assert kind(1, "c") == (1, "c") == kind(second="c", first=1)
    assert kind(1) == (1, "b")
    assert kind._make([1, "c"]) == (1, "c")
    with pytest.raises(TypeError, match="first"):
        kind()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="third"):
        kind(1, third=2)  # type: ignore[call-arg]


@BOTH
def test_its_fields_are_attributes_that_cannot_be_set(kind: type[Standard]) -> None:
    one = kind(1)
    assert (one.first, one.second, one.both) == (1, "b", "1b")
    assert kind._fields == kind.__match_args__ == ("first", "second")
    assert kind._field_defaults == {"second": "b"}
    with pytest.raises(AttributeError):
        one.first = 2  # type: ignore[misc]
    with pytest.raises(AttributeError):
        one.third = 2  # type: ignore[attr-defined]


@BOTH
def test_it_is_changed_shown_and_matched(kind: type[Standard]) -> None:
    one = kind(1)
    assert one._replace(first=2) == (2, "b")
    assert isinstance(one._replace(first=2), kind)
    assert one._asdict() == {"first": 1, "second": "b"}
    assert repr(one) == f"{kind.__name__}(first=1, second='b')"
    with pytest.raises((TypeError, ValueError), match="third"):
        one._replace(third=2)  # type: ignore[call-arg]
    match one:
        case kind(first, "b"):
            assert first == 1
        case _:
            pytest.fail("it was not matched")


@BOTH
def test_it_survives_pickling_and_has_its_docstring(kind: type[Standard]) -> None:
    assert pickle.loads(pickle.dumps(kind(1, "c"))) == kind(1, "c")  # noqa: S301  what was just written
    assert type(pickle.loads(pickle.dumps(kind(1)))) is kind  # noqa: S301  the same
    assert kind.__doc__ == "A pair."
    assert kind.__module__ == __name__


def test_a_class_of_which_many_tuples_are_made_stays_as_it_is() -> None:
    class Many(records.NamedTuple):
        first: int
        second: str = "b"

    class Few(Many):
        __slots__ = ()

    made = [Many(number, second=str(number)) for number in range(300)]
    assert made == [(number, str(number)) for number in range(300)]
    assert (Many(1), Many(first=1), type(Few(1))) == ((1, "b"), (1, "b"), Few)
    for values, named in ([], {}), ([1, "b", 2], {}), ([1], {"first": 2}), ([1], {"third": 2}):
        with pytest.raises(TypeError, match=r"Many\.__new__"):
            Many(*values, **named)

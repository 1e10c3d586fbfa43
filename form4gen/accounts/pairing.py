"""Which securities of Table I and Table II belong to one exercise, and which titles may name one class."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice

from form4gen.bounds import CLASSES
from form4gen.prose.titles import terms_of
from form4gen.typed import Generic, TypeVar

T = TypeVar("T")
S = TypeVar("S")

EXERCISES = ("M", "C", "O", "X")
"""Codes of an exercise or conversion."""


def are_alike(one: str | None, other: str | None) -> bool:
    """Whether two titles may name one class: a missing title may be any class, a longer one may add the par value."""
    left, right = terms_of(one), terms_of(other)
    return left <= right or right <= left


class Classes(Generic[T, S]):
    """Things by the class that their titles name, each class summed up once.

    Things of one class are found without comparing each with each: a title is compared with the first ``CLASSES``
    others only, which are more than a filing that EDGAR accepts has. Beyond them, equal titles alone are one class.
    """

    def __init__(self, things: Iterable[tuple[str | None, T]], summed: Callable[[list[T]], S]) -> None:
        found: dict[frozenset[str], list[T]] = {}
        for title, thing in things:
            found.setdefault(terms_of(title), []).append(thing)
        self._sums = {terms: summed(of_class) for terms, of_class in found.items()}
        self._compared = list(islice(self._sums, CLASSES))
        self._alike: dict[frozenset[str], list[S]] = {}

    def alike(self, title: str | None) -> list[S]:
        """The sum of each class that a title may name, in the order in which they were found."""
        terms = terms_of(title)
        found = self._alike.get(terms)
        if found is None:
            near = [each for each in self._compared if each <= terms or terms <= each]
            near += [terms] if terms in self._sums and terms not in near else []
            found = self._alike[terms] = [self._sums[each] for each in near]
        return found

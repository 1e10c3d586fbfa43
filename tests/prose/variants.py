"""A phrase without one of its parts: what a test drops to see that a sentence misses it."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.prose.phrases import LOOKS, Element, Pattern


def variants(whole: Pattern) -> Iterator[tuple[str, Pattern]]:
    """Each way to drop one part of a phrase, with the words of that part; the rest stays as it is.

    A word of a group (``@shares``) is dropped with the group, see ``without``.
    """
    for at, element in enumerate(whole.elements):
        for dropped, rest in _of_element(element):
            elements = (*whole.elements[:at], *((rest,) if rest else ()), *whole.elements[at + 1 :])
            yield dropped, Pattern(elements, whole.anchors)


def _of_element(element: Element) -> Iterator[tuple[str, Element | None]]:
    if element.is_optional:
        yield "an optional part", None
        yield "the leave to omit it", element._replace(is_optional=False)
    if element.kind in LOOKS:
        yield f"{element.kind} {element.words}", None
    if element.kind == "gap" and element.words:
        yield f"what bars a gap: {element.words}", element._replace(words=())
    if len(element.words) > 1 and not element.is_group:
        for word in element.words:
            yield word, element._replace(words=tuple(each for each in element.words if each != word))
    yield from _of_branches(element)


def _of_branches(element: Element) -> Iterator[tuple[str, Element]]:
    for at, branch in enumerate(element.branches):
        others = element.branches[:at] + element.branches[at + 1 :]
        if len(element.branches) > 1 and not element.is_group:
            yield f"branch {at + 1}", element._replace(branches=others)
        for inner, part in enumerate(branch):
            for dropped, rest in _of_element(part):
                line = (*branch[:inner], *((rest,) if rest else ()), *branch[inner + 1 :])
                if line:
                    changed = (*element.branches[:at], line, *element.branches[at + 1 :])
                    yield dropped, element._replace(branches=changed)

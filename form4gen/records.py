"""``NamedTuple`` as the standard library has it, cheaper to declare.

The standard one writes and compiles code for each class when it is declared; with some forty classes that took a tenth
of every start. This one does so when the first tuple of a class is made. Type checkers see the standard one.
"""

from __future__ import annotations

from _collections import _tuplegetter  # type: ignore[import-not-found]
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414  the name is given on
else:

    class _Declaring(type):
        """Makes a tuple class of a class body with annotated fields."""

        def __new__(mcs, name, bases, body):
            if not bases:
                return super().__new__(mcs, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            own = {key: value for key, value in body.items() if key not in fields}
            own |= {field: _tuplegetter(number, "") for number, field in enumerate(fields)}
            own["__slots__"] = ()
            own["_fields"] = own["__match_args__"] = fields
            own["_field_defaults"] = {field: body[field] for field in fields if field in body}
            own.setdefault("__new__", _first_new)
            return type(name, (_Tuple,), own)

    class _Tuple(tuple):
        __slots__ = ()

        @classmethod
        def _make(cls, values):
            return cls(*values)

        def _replace(self, /, **changes):
            unknown = changes.keys() - set(self._fields)
            if unknown:
                message = f"Got unexpected field names: {sorted(unknown)}"
                raise ValueError(message)
            return tuple.__new__(
                type(self), [changes.get(field, value) for field, value in zip(self._fields, self, strict=True)]
            )

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __getnewargs__(self):
            return tuple(self)

        def __repr__(self):
            said = ", ".join(f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({said})"

    def _first_new(cls, /, *values, **named):
        """Write ``__new__`` of a class, and make its first tuple."""
        owner = next(each for each in cls.__mro__ if "_fields" in vars(each))
        taken = ", ".join(
            f"{field}=_default[{field!r}]" if field in owner._field_defaults else field for field in owner._fields
        )
        code = f"lambda _cls, {taken}: _new(_cls, ({''.join(f'{field}, ' for field in owner._fields)}))"
        made = eval(code, {"_new": tuple.__new__, "_default": owner._field_defaults})  # noqa: S307  our own field names
        made.__name__ = "__new__"
        made.__qualname__ = f"{owner.__name__}.__new__"
        owner.__new__ = made
        return made(cls, *values, **named)

    class _Root(metaclass=_Declaring):
        pass

    NamedTuple = _Root

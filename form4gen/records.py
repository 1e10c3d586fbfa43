"""``NamedTuple`` as the standard library has it, cheaper to declare.

The standard one writes and compiles code for each class when it is declared; with some forty classes that took a tenth
of every start. This one does so when many tuples of a class are made. Type checkers see the standard one.
"""

from __future__ import annotations

from _collections import _tuplegetter  # type: ignore[import-not-found]

from form4gen.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414  the name is given on
else:
    _OFTEN = 1000  # tuples of a class: to make them without compiled code takes about as long as to compile it
    _SLOW = 10  # times as long does a tuple take whose values have names or defaults

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
            own.setdefault("__new__", _new_of(name, fields, own["_field_defaults"]))
            return type(name, (_Tuple,), own)

    class _Tuple(tuple):
        __slots__ = ()

        @classmethod
        def _make(cls, values):
            return cls(*values)

        def _replace(self, /, **changes):
            values = tuple.__new__(type(self), map(changes.pop, self._fields, self))
            if changes:
                message = f"Got unexpected field names: {sorted(changes)}"
                raise ValueError(message)
            return values

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __getnewargs__(self):
            return tuple(self)

        def __repr__(self):
            said = ", ".join(f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({said})"

    def _new_of(name, fields, defaults):
        """The ``__new__`` of a class: it takes the values as they come, and compiles itself if it is called often."""
        left = _OFTEN
        many = len(fields)

        def new(cls, /, *values, **named):
            nonlocal left
            if left > 0 and len(values) == many and not named:
                left -= 1
                return tuple.__new__(cls, values)
            left -= _SLOW
            rest = fields[len(values) :]
            if left > 0 and len(values) <= many and named.keys() <= set(rest):
                with_defaults = defaults | named
                if with_defaults.keys() >= set(rest):
                    return tuple.__new__(cls, (*values, *[with_defaults[field] for field in rest]))
            owner = next(each for each in cls.__mro__ if "_fields" in vars(each))
            owner.__new__ = _compiled_new(name, fields, defaults)
            return owner.__new__(cls, *values, **named)

        return new

    def _compiled_new(name, fields, defaults):
        taken = ", ".join(f"{field}=_default[{field!r}]" if field in defaults else field for field in fields)
        code = f"lambda _cls, {taken}: _new(_cls, ({''.join(f'{field}, ' for field in fields)}))"
        made = eval(code, {"_new": tuple.__new__, "_default": defaults})  # noqa: S307  our own field names
        made.__name__ = "__new__"
        made.__qualname__ = f"{name}.__new__"
        return made

    class _Root(metaclass=_Declaring):
        pass

    NamedTuple = _Root

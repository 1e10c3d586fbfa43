"""form4gen checks a Form 4 rule by rule, and prints it.

The names listed in ``form4gen/public.py`` are public, nothing else. They are looked up when first used, so that
importing the package costs nothing::

    import form4gen

    loaded = form4gen.load(Path("form4.json").read_bytes())
    outcome = form4gen.validate(loaded, filed_at)
    print(form4gen.report_text(form4gen.report_of("form4.json", filed_at, loaded, outcome)))
"""

from __future__ import annotations

__version__ = "0.1.0"

TYPE_CHECKING = False  # type checkers take it for true; the import of typing costs more than that of the package

if TYPE_CHECKING:
    from form4gen.public import *  # noqa: F403  the list of the public names, with their types
else:

    def __getattr__(name: str) -> object:
        found = {} if name.startswith("__") and name != "__all__" else _public()
        if name not in found:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        globals().update(found)
        return found[name]

    def __dir__() -> list[str]:
        return sorted({*globals(), *_public()})

    def _public() -> dict[str, object]:
        from importlib import import_module  # noqa: PLC0415  an import statement would ask __getattr__ for the module

        found = {
            name: each for name, each in vars(import_module("form4gen.public")).items() if not name.startswith("_")
        }
        return found | {"__all__": sorted([*found, "__version__"])}

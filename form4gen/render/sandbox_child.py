"""Runs templates of a firm in a Python process of its own: this file is run as a script.

It reads one request from standard input and writes one answer to standard output, both JSON. Before it reads a
template it gives up everything that a template could abuse: time, memory, and access to files, addresses and programs.
It imports nothing of form4gen, so that only Jinja and the strings of the request are within reach.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

try:
    import resource
except ImportError:  # not a POSIX system, on which the parent starts no child
    resource = None  # type: ignore[assignment]

# Finished strings need few filters. Excluded: those that write markup unescaped (safe, xmlattr, urlize), read any
# attribute (attr), or fill a width that a template chooses (center, indent, format), random ones, and unused ones.
FILTERS = (
    "capitalize", "count", "d", "default", "e", "escape", "first", "groupby", "int", "join", "last", "length", "list",
    "lower", "map", "max", "min", "reject", "rejectattr", "replace", "reverse", "select", "selectattr", "sort",
    "string", "title", "trim", "truncate", "unique", "upper", "wordcount",
)  # fmt: skip


class _Fault(Exception):  # noqa: N818  it becomes an answer
    """Something that a template is not allowed to do."""


def lock(seconds: int, memory: int) -> None:
    """Permanently give up files, addresses, programs, and time and memory beyond ``seconds`` and ``memory`` bytes."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    if sys.platform != "darwin":  # which has this limit but does not enforce it
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    # No new file, socket, pipe or program: the system itself refuses them.
    for limit in (resource.RLIMIT_NOFILE, resource.RLIMIT_NPROC, resource.RLIMIT_FSIZE, resource.RLIMIT_CORE):
        resource.setrlimit(limit, (0, 0))

    def refuse(event: str, _: tuple[Any, ...]) -> None:
        # The events of Jinja after all imports, the last for the line of a fault; every other audited event is refused.
        if event not in ("compile", "exec", "code.__new__", "object.__getattr__"):
            raise PermissionError(f"a template may not do this: {event}")

    sys.addaudithook(refuse)


def environment(texts: dict[str, str]) -> Any:
    """Jinja's environment for untrusted templates: it knows only ``texts``, by name."""
    from jinja2 import FunctionLoader, TemplateSyntaxError, nodes  # noqa: PLC0415  the path comes first
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415  the same

    class Firm(ImmutableSandboxedEnvironment):
        intercepted_binops = frozenset(("*", "**"))

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            if operator == "**" or not all(isinstance(side, int | float) for side in (left, right)):
                raise _Fault("a template may multiply numbers but not text, and may not use powers")
            return super().call_binop(context, operator, left, right)

        def _parse(self, source: str, name: str | None, filename: str | None) -> Any:
            tree = super()._parse(source, name, filename)
            for node in tree.find_all((nodes.EvalContextModifier, nodes.ScopedEvalContextModifier)):
                words = "{% autoescape %} is not for templates: escaping is always on"
                raise TemplateSyntaxError(words, node.lineno, name, filename)
            return tree

    made = Firm(
        loader=FunctionLoader(lambda name: (texts[name], name, None) if name in texts else None),
        autoescape=True, undefined=_undefined(), auto_reload=False, keep_trailing_newline=True,
    )  # fmt: skip
    made.filters = {name: made.filters[name] for name in FILTERS}
    made.globals = {name: made.globals[name] for name in ("range", "namespace")}
    made.globals["edit"] = lambda *_: ""  # the shipped templates call it; only a page in the workbench has attributes
    return made


def _undefined() -> Any:
    """Jinja's strict undefined value, with the names that are defined."""
    from jinja2 import StrictUndefined  # noqa: PLC0415  the same

    class Named(StrictUndefined):
        @property
        def _undefined_message(self) -> str:
            names = getattr(self._undefined_obj, "__dict__", None)
            if self._undefined_hint or not names or not isinstance(self._undefined_name, str):
                return str(super()._undefined_message)
            return f"{type(self._undefined_obj).__name__} has no {self._undefined_name!r}; it has {', '.join(names)}"

    return Named


def record(value: Any) -> Any:
    """The values of a request as templates see them: records with names, and tuples."""
    if isinstance(value, dict) and value.keys() == {"record", "fields"}:
        kind = type(value["record"], (), {"__module__": "builtins", "__slots__": ("__dict__",)})
        made = kind()
        made.__dict__.update({name: record(each) for name, each in value["fields"].items()})
        return made
    if isinstance(value, dict):
        return {name: record(each) for name, each in value.items()}
    return tuple(map(record, value)) if isinstance(value, list) else value


def drawn(request: dict[str, Any]) -> dict[str, Any]:
    """The output of each requested template, or the first fault with its template, line and message."""
    _warm()
    made = environment(request["texts"])
    values = record(request["values"])
    lock(request["seconds"], request["memory"])
    pages: dict[str, str] = {}
    left = request["most"]
    for name in request["wanted"]:
        try:
            pages[name] = _page(made.get_template(name), values, left)
        except Exception as fault:  # noqa: BLE001  every fault of a template is part of the answer
            return _told(fault, name, request["texts"])
        left -= len(pages[name])
    return {"pages": pages}


def _page(template: Any, values: dict[str, Any], most: int) -> str:
    pieces, size = [], 0
    for piece in template.generate(values):
        size += len(piece)
        if size > most:
            raise _Fault("its output is longer than a page may be")
        pieces.append(piece)
    return "".join(pieces)


def _told(fault: Exception, name: str, texts: dict[str, str]) -> dict[str, Any]:
    """The fault in words, and the innermost template line in which it occurred."""
    line = getattr(fault, "lineno", None)
    if isinstance(line, int):
        name = str(getattr(fault, "name", None) or name)
    else:
        step = fault.__traceback__
        while step is not None:
            if step.tb_frame.f_code.co_filename in texts:
                name, line = step.tb_frame.f_code.co_filename, step.tb_lineno
            step = step.tb_next
    match type(fault).__name__:
        case "MemoryError":
            words = "it needs more memory than a template may use"
        case "RecursionError":
            words = "it calls itself without end, or nests too deep"
        case "TemplateNotFound":
            words = f"there is no template {str(fault)[:80]!r} to include, import or extend"
        case _:
            words = str(fault)
    return {"fault": words[:500], "template": name, "line": line}


def _warm() -> None:
    """Run Jinja once on each feature, so that everything it imports is loaded."""
    texts = {"a": "{% for x in 'a'|list %}{% include 'b' %}{% endfor %}{{ y|title }}", "b": "{{ z.a }}", "c": "{%"}
    for name in texts:
        try:
            environment(texts).get_template(name).render(y="a", z={})
        except Exception as fault:  # noqa: BLE001  the fault is intended
            _told(fault, name, texts)


def main() -> None:
    """Answer the request on standard input, and exit without Python's cleanup."""
    request = json.loads(sys.stdin.buffer.read())
    sys.path += request["path"]
    answer = json.dumps(drawn(request)).encode()
    while answer:
        answer = answer[os.write(1, answer) :]
    os._exit(0)


if __name__ == "__main__":
    main()

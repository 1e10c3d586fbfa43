"""The child that draws a firm's templates: what it gave up is refused even to Python, and every end is reported."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from form4gen.errors import MissingLibraryError, UnusableInputError
from form4gen.render import limited, sandbox
from form4gen.render.page import Owner
from form4gen.render.sandbox import LIMITS, drawn_apart, plain

NAME = "cover.html.jinja"
LOCKED = """
import importlib.util, sys, os, socket
spec = importlib.util.spec_from_file_location("child", sys.argv[1])
child = importlib.util.module_from_spec(spec)
spec.loader.exec_module(child)
PATH = os.path.abspath(sys.argv[0] or "x")
{before}
child.lock(2, 512 * 1024 * 1024)
try:
    {deed}
except BaseException as refusal:
    os.write(1, (type(refusal).__name__ + ": " + str(refusal)).encode())
else:
    os.write(1, b"done")
os._exit(0)
"""
# Python's own refusal, and below it the system's: each must refuse what the other would not.
BLIND = "sys.addaudithook = lambda hook: None"


def _apart(template: str, limits: limited.Limits = LIMITS, **values: Any) -> str:
    return drawn_apart({NAME: template, "other": "<b>{{ x }}</b>"}, (NAME,), values, limits)[NAME]


def _locked(deed: str, before: str = "") -> str:
    code = LOCKED.format(deed=deed, before=before)
    done = subprocess.run(  # noqa: S603  this interpreter
        (sys.executable, "-I", "-c", code, sandbox._CHILD),  # noqa: SLF001  the file that is run
        capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    return done.stdout.decode() or f"ended with {done.returncode}"


@pytest.mark.parametrize(
    ("deed", "event"),
    [
        ("open('/etc/passwd')", "open"), ("open('/dev/null', 'w')", "open"), ("os.listdir('/')", "os.listdir"),
        ("socket.socket()", "socket.__new__"), ("os.system('true')", "os.system"), ("os.fork()", "os.fork"),
        ("os.execv('/bin/true', ['true'])", "os.exec"), ("os.remove('/nowhere')", "os.remove"),
        ("os.kill(os.getpid(), 0)", "os.kill"), ("import ctypes", "import"), ("__import__('gc')", "import"),
        ("os.putenv('a', 'b')", "os.putenv"), ("os.rename('/a', '/b')", "os.rename"),
        ("sys._getframe()", "sys._getframe"), ("sys.settrace(None)", "sys.settrace"),
    ],
)  # fmt: skip
def test_nothing_that_python_does_to_the_outside_is_done_in_the_child(deed: str, event: str) -> None:
    assert _locked(deed) == f"PermissionError: a template may not do this: {event}"


@pytest.mark.parametrize(
    ("deed", "refusal"),
    [
        ("open('/etc/passwd')", "OSError: [Errno 24]"), ("socket.socket()", "OSError: [Errno 24]"),
        ("os.pipe()", "OSError: [Errno 24]"), ("os.dup(0)", "OSError: "),
        ("bytearray(10**10)", "MemoryError"), ("exec('while True: pass')", "ended with -24"),
    ],
)  # fmt: skip
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the numbers and limits of Linux")
def test_the_system_refuses_files_addresses_memory_and_time_even_where_python_is_blind(deed: str, refusal: str) -> None:
    assert _locked(deed, BLIND).startswith(refusal)


def test_a_limit_that_is_given_up_does_not_come_back() -> None:
    import_it = "import resource"
    raised = "resource.setrlimit(resource.RLIMIT_NOFILE, (99, 99))"
    assert "not allowed to raise maximum limit" in _locked(
        raised, f"{import_it}; {BLIND}; os.geteuid() or os.setuid(65534)"
    )
    assert "a template may not do this" in _locked(raised, import_it)


def test_the_child_learns_nothing_about_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Any] = []
    real = subprocess.Popen

    def noted(*given: Any, **named: Any) -> Any:
        seen.append(named)
        return real(*given, **named)

    monkeypatch.setenv("FORM4GEN_CCC_0001625781", "secret")
    monkeypatch.setattr(subprocess, "Popen", noted)
    assert _apart("x") == "x"
    assert seen[0]["env"] == {}
    assert seen[0]["close_fds"]


def test_records_keep_their_names_and_lists_cannot_be_changed() -> None:
    owner = Owner(name="Jane", street=("1 Main St",), city="Boston")
    assert plain([owner])[0]["fields"]["address"] == "1 Main St, Boston"
    template = "{{ owner.name }} {{ owner.street[0] }} {{ owner.address }} {{ owner.is_officer }} {{ texts.a }}"
    assert _apart(template, owner=owner, texts={"a": "b"}) == "Jane 1 Main St 1 Main St, Boston False b"


def test_templates_include_import_and_extend_each_other() -> None:
    assert _apart("{% include 'other' %}", x="<") == "<b>&lt;</b>"
    assert _apart("{% extends 'other' %}", x="y") == "<b>y</b>"
    assert _apart("{% macro a(b) %}[{{ b }}]{% endmacro %}{% set ns = namespace(n=2) %}{{ a(ns.n * 3) }}") == "[6]"


@pytest.mark.parametrize(
    ("template", "fault"),
    [
        ("a\n\n{{ 1 + 'a' }}", "cover.html.jinja, line 3: unsupported operand type"),
        ("a\n{% for %}", "cover.html.jinja, line 2: Expected an expression"),
        ("{% if x", "cover.html.jinja, line 1: "), ("{{ x }}", "line 1: 'x' is undefined."),
        ("\n{{ 1 / 0 }}", "line 2: division by zero."), ("{{ x|safe }}", "line 1: No filter named 'safe'."),
        ("{% autoescape false %}{% endautoescape %}", "line 1: {% autoescape %} is not for templates"),
        ("{% do x %}", "line 1: Encountered unknown tag 'do'"),
        ("\n{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "line 2: it calls itself without end, or nests too"),
        ("{{ " + "(" * 9999 + ")" * 9999 + " }}", "it calls itself without end, or nests too deep."),
        ("{{ range(100001) }}", "line 1: Range too big."), ("{{ 'a'.encode('idna') }}", "may not do this: import."),
        ("\n{% include 'other' %}", "other, line 1: 'x' is undefined."),
        ("{% set n = namespace(x='aaaaaaaa') %}{% for i in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
         "line 1: it needs more memory than a template may use."),
        ("{{ 'a'.ljust(100000000000) }}", "it needs more memory than a template may use."),
        ("{{ '{0.__class__}'.format(3) }}", "access to attribute '__class__' of 'int' object is unsafe."),
        ("{{ ('%s' % x.y)|map(attribute='__class__')|list }}", "'x' is undefined."),
    ],
)  # fmt: skip
def test_a_fault_is_reported_with_template_and_line(template: str, fault: str) -> None:
    with pytest.raises(UnusableInputError) as refusal:
        _apart(template)
    assert fault in str(refusal.value)


def test_what_is_drawn_is_bounded() -> None:
    limits = LIMITS._replace(answer=600)
    assert _apart("{{ 'a' }}" * 100, limits) == "a" * 100
    with pytest.raises(UnusableInputError, match="its output is longer than a page may be"):
        _apart("{{ 'a' }}" * 101, limits)


def test_the_clock_ends_a_child_that_only_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    child = tmp_path / "child.py"
    monkeypatch.setattr(sandbox, "_CHILD", str(child))
    for code, fault in (
        ("import time; time.sleep(60)", "it takes longer than 0 seconds"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", r"crashes \(SIGSEGV\)"),
        ("raise MemoryError", "it needs more memory than it may have, or tries what it may not"),
        ("import sys; sys.stdin.read(); print('no JSON')", "their output is not a page"),
        ("import sys; sys.stdin.read(); print('[]')", "their output is not a page"),
        ("import sys; sys.stdin.read(); print('{}')", "their output is not a page"),
        ("import sys; sys.stdin.read(); print('x' * 10000000)", "more comes of it than a page may hold"),
        ("pass", "their output is not a page"),
    ):
        child.write_text(code, "utf-8")
        waiting = 0 if "sleep" in code else 60
        with pytest.raises(UnusableInputError, match=f"The templates {NAME} cannot be used: .*{fault}"):
            _apart("x" * 200_000, LIMITS._replace(waiting=waiting, answer=1_000_000))


def test_words_of_a_child_are_shown_on_one_line() -> None:
    assert limited.one_line("a\nb\x1b[31m\u202e.") == "a b\\x1b[31m\\u202e"


def test_where_no_program_can_be_limited_started_or_has_its_packages_that_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limited, "find_spec", lambda _: None)
    with pytest.raises(MissingLibraryError, match="only on a system that can limit a program"):
        _apart("x")
    monkeypatch.undo()
    monkeypatch.setattr(sandbox, "find_spec", lambda _: None)
    with pytest.raises(MissingLibraryError, match="pip install jinja2"):
        _apart("x")
    monkeypatch.undo()
    monkeypatch.setattr(sys, "executable", os.path.join(os.path.dirname(__file__), "nowhere"))
    with pytest.raises(UnusableInputError, match="Python cannot be started to run the templates: No such file"):
        _apart("x")
    assert find_spec("resource") is not None

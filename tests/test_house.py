"""The house keeps its own plan: who may look into which room, how long a module is, which words are not used."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import networkx as nx
import pytest

import form4gen
from form4gen.rules.catalogue import catalogue

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "form4gen"
MODULES = sorted(PACKAGE.rglob("*.py"))

# Which rooms a room may look into. A room may always look into itself.
ARROWS: dict[str, set[str]] = {
    "errors": set(),
    "location": set(),
    "resources": {"errors"},
    "typed": set(),
    "records": set(),
    "docstrings": set(),
    "redaction": set(),
    "signals": set(),
    "temporary": {"signals"},
    "drafts": {"temporary"},
    "bounds": set(),
    "archives": {"errors"},
    "law": {"errors"},
    "model": {"law", "location"},
    "prose": {"model", "law"},
    "accounts": {"model", "law", "prose", "location"},
    "drafting": {"accounts", "prose", "model", "law", "location", "errors"},
    "rules": {"docstrings", "accounts", "prose", "model", "law", "location"},
    "intake": {"model", "location", "resources", "errors"},
    "render": {"model", "law", "location", "resources", "errors", "redaction", "temporary"},
    "edgar": {"model", "law", "location", "errors"},
    "report": {"rules", "accounts", "model", "law", "location", "resources"},
    "api": {
        "errors",
        "location",
        "resources",
        "law",
        "model",
        "accounts",
        "prose",
        "intake",
        "drafting",
        "rules",
        "render",
        "edgar",
        "report",
        "redaction",
    },
    "public": {"api", "errors"},
    "cli": {
        "api",
        "report",
        "archives",
        "errors",
        "redaction",
        "temporary",
        "signals",
        "docstrings",
        "drafts",
        "workbench",
        "audit",
    },
    "audit": {"api", "archives", "errors", "law"},
    "workbench": {"api", "errors", "drafts", "temporary"},
    "__init__": {"public"},
    "__main__": {"cli"},
}
# The letters of a rule's id, and the folder of its family.
FAMILIES = {
    "DL": "dates",
    "HD": "head",
    "RO": "owners",
    "TC": "codes",
    "PR": "prices",
    "DV": "derivatives",
    "PA": "exercises",
    "HB": "balances",
    "FN": "footnotes",
    "TP": "plans",
    "AM": "amendments",
    "SG": "signatures",
    "EX": "exhibits",
    "FP": "foreign",
    "AD": "counsel",
}
# Third-party packages, and the only rooms that may import them.
GUESTS: dict[str, set[str]] = {
    "jsonschema": {"intake"},
    "jinja2": {"render"},
    "markupsafe": {"render"},
    "weasyprint": {"render"},
    "plutoprint": {"render"},
    "lxml": {"edgar"},
    "networkx": {"accounts"},
    "click": {"cli"},
    "python_calamine": {"drafting"},
    "starlette": {"workbench"},
    "uvicorn": {"workbench"},
    "backports": {"archives"},
    "duckdb": {"audit"},
    "distributed": {"audit"},
}


def _room(module: Path) -> str:
    first = module.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def _imports(module: Path) -> list[tuple[str, int]]:
    found = []
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [(alias.name, 0) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"form4gen.{alias.name}" for alias in node.names] if node.module == "form4gen" else [node.module]
            found += [(name or "", node.level) for name in names]
    return found


def _each_module() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))


@_each_module()
def test_a_module_looks_only_into_the_rooms_it_may(module: Path) -> None:
    room = _room(module)
    for name, level in _imports(module):
        assert level == 0, f"relative import in {module}"
        if name.startswith("form4gen."):
            other = name.split(".")[1]
            # every room declares types and records, and may have a bound
            allowed = {room, "typed", "records", "bounds", "__version__"} | ARROWS[room]
            assert other in allowed, f"{room} may not look into {other}"
        guest = name.split(".")[0]
        assert room in GUESTS.get(guest, {room}), f"{guest} is not for {room}"


@_each_module()
def test_only_the_command_line_reads_the_clock(module: Path) -> None:
    if _room(module) != "cli":
        assert not re.search(r"\b(date\.today|datetime\.(now|today|utcnow)|time\.time)\(", module.read_text("utf-8"))


@_each_module()
def test_a_module_has_at_most_300_lines_and_a_function_40(module: Path) -> None:
    source = module.read_text("utf-8")
    assert source.count("\n") <= 300
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = [
                part for part in node.body if not (isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant))
            ]
            lines = (node.end_lineno or 0) - (body[0].lineno if body else node.lineno) + 1
            assert lines <= 40, f"{node.name} has {lines} lines"


@_each_module()
def test_a_command_masks_the_cccs_that_it_knows_in_whatever_it_reads(module: Path) -> None:
    readers = {"load", "load_any_form", "import_filing", "read_prior"}
    for node in ast.walk(ast.parse(module.read_text("utf-8"))) if _room(module) == "cli" else ():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in readers:
            assert len(node.args) == 2, f"{node.func.id} in {module} takes known_cccs() too"


@_each_module()
def test_only_prose_reads_a_filers_words_with_expressions(module: Path) -> None:
    if _room(module) in {"rules", "accounts"}:
        assert "re" not in {name for name, _ in _imports(module)}, "ask a claim of prose, or a reader there"


def test_no_family_of_rules_imports_another() -> None:
    for module in MODULES:
        parts = module.relative_to(PACKAGE).parts
        if parts[0] == "rules" and len(parts) > 2:
            for name, _ in _imports(module):
                other = name.split(".")[2:3] if name.startswith("form4gen.rules.") else []
                assert not other or other[0] == parts[1] or other[0] not in FAMILIES.values(), (
                    f"{module} imports {name}"
                )


def test_a_rule_is_in_the_folder_of_its_family() -> None:
    folders = {each.id: each.check.__module__.split(".")[2] for each in catalogue().values() if each.family != "OV"}
    assert folders == {rule_id: FAMILIES[rule_id[:2]] for rule_id in folders}


def test_a_family_contains_rules_and_nothing_else() -> None:
    with_rules = {each.check.__module__ for each in catalogue().values()}
    for module in MODULES:
        parts = module.relative_to(PACKAGE).with_suffix("").parts
        if parts[0] == "rules" and len(parts) > 2 and parts[-1] != "__init__":
            assert ".".join(("form4gen", *parts)) in with_rules, f"{module} contains no rule"


def test_every_room_of_the_table_is_there() -> None:
    assert {_room(module) for module in MODULES} | {"__main__"} == set(ARROWS)


def test_the_project_speaks_of_itself_alone() -> None:
    strange = re.compile(
        r"(/root/|/work/|/tmp/[a-z]|pypi\.org|files\.pythonhosted|deb\.debian|registry\.npmjs|\bTODO\b|\bFIXME\b|\bXXX\b)"
    )
    texts = [
        *MODULES,
        *ROOT.glob("*.md"),
        *ROOT.glob(".*.yaml"),
        *ROOT.glob("docs/*"),
        *ROOT.glob("templates/*"),
        *ROOT.glob("schemas/**/*.json"),
    ]
    for path in [*texts, ROOT / "start", *ROOT.glob("*.lock"), ROOT / "pyproject.toml"]:
        if path.is_file() and path.suffix != ".png":
            hit = strange.search(path.read_text("utf-8"))
            assert hit is None, f"{path}: {hit.group() if hit else ''}"


def test_no_module_imports_itself_through_others() -> None:
    """Imports within functions count too: they run later, but the modules still need each other."""
    names = {".".join(("form4gen", *module.relative_to(PACKAGE).with_suffix("").parts)): module for module in MODULES}
    arrows = nx.DiGraph()
    for name, module in names.items():
        arrows.add_edges_from((name, other) for other in _imported_modules(module, set(names)))
    assert [sorted(each) for each in nx.strongly_connected_components(arrows) if len(each) > 1] == []
    assert [name for name in names if arrows.has_edge(name, name)] == []
    assert arrows.has_edge("form4gen.cli.settings", "form4gen.cli.settings_file"), "one within a function is missed"


def _imported_modules(module: Path, names: set[str]) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {str(node.module), *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found & names


def test_a_public_name_is_listed_once() -> None:
    listed = [alias for node in ast.parse((PACKAGE / "public.py").read_text("utf-8")).body[1:] for alias in node.names]
    assert {alias.name for alias in listed} | {"__version__"} == set(form4gen.__all__)
    assert all(alias.name == alias.asname for alias in listed)
    for name in form4gen.__all__:
        assert getattr(form4gen, name) is not None
    others = [module for module in MODULES if "__all__ =" in module.read_text("utf-8")]
    assert others == []

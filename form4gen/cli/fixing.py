"""``validate --fix`` and ``--diff``."""

from __future__ import annotations

from form4gen.api import fixing
from form4gen.api.load import Loaded
from form4gen.api.reports import Report
from form4gen.cli.checking import Earlier, checked, warnings
from form4gen.cli.output import Output
from form4gen.cli.rewriting import rewrite
from form4gen.cli.streams import STANDARD, STDIN_NAME, full, read
from form4gen.cli.validating import Fixing, Request, code_of, in_format


def report_on_fixed(request: Request, path: str, output: Output, earlier: Earlier | None = None) -> tuple[int, None]:
    """Correct a file and print the report on what is left, or only the difference: the exit code.

    Of standard input, the corrected document goes to standard output, and the report to standard error.
    """
    if request.fixing is Fixing.SHOW:
        return show(request, path, output, earlier), None
    loaded, report, code = check_fixed(request, path, output, earlier)
    words = in_format(request, report, loaded.filing, code)
    if path == STANDARD:
        output.warn(words.removesuffix("\n"))
    else:
        output.print(words)
    for line in warnings(report):
        output.warn(line)
    return code, None


def show(request: Request, path: str, output: Output, earlier: Earlier | None) -> int:
    """Print what would be corrected, and write nothing; the exit code is 1 if there is anything."""
    fixed = _fixed(request, path, read(path), earlier)
    output.print(fixed.difference)
    output.warn(f"form4gen: {_summary(fixed.report, path, '--fix would make', 'would be')}")
    return 1 if fixed.difference else 0


def check_fixed(request: Request, path: str, output: Output, earlier: Earlier | None) -> tuple[Loaded, Report, int]:
    """Correct a file, and show how on standard error; the report on what it is then, and the exit code."""
    content = read(path)
    fixed = _fixed(request, path, content, earlier)
    if path == STANDARD:
        output.print(fixed.content.decode("utf-8", "backslashreplace"))
    elif fixed.difference:
        rewrite(path, content, fixed.content)
    if fixed.difference:
        output.warn(fixed.difference.removesuffix("\n"))
    output.warn(f"form4gen: {_summary(fixed.report, path, 'made', 'was')}")
    return fixed.loaded, fixed.report, code_of(fixed.report, strict=request.settings.strict)


def _fixed(request: Request, path: str, content: bytes, earlier: Earlier | None) -> fixing.Fixed:
    return fixing.fix(content, lambda document: checked(path, request.filed_at, request.settings, earlier, document))


def _summary(report: Report, path: str, made: str, was: str) -> str:
    name, number = STDIN_NAME if path == STANDARD else full(path), report.fixed or 0
    if report.has_ccc:
        return f"nothing {was} corrected in {name}, because it contains a CCC."
    return f"{made} {number:,} correction{'' if number == 1 else 's'} in {name}."

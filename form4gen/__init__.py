"""form4gen checks a Form 4 rule by rule, and draws it.

The names of ``__all__`` are public, nothing else. They are looked up when first used, so that importing the package
costs nothing::

    import form4gen

    loaded = form4gen.load(Path("form4.json").read_bytes())
    outcome = form4gen.validate(loaded, filed_at)
    print(form4gen.report_text(form4gen.report_of("form4.json", filed_at, loaded, outcome)))
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from form4gen.api import (
        BrokenRuleError,
        Ccc,
        Edgar,
        Filing,
        Finding,
        Form4genError,
        Loaded,
        MissingLibraryError,
        Outcome,
        RefusedFilingError,
        Report,
        Severity,
        UnusableInputError,
        edgar_submission,
        exhibit_texts,
        export_filing,
        import_filing,
        load,
        render_closing,
        render_html,
        render_pdf,
        report_github,
        report_html,
        report_json,
        report_of,
        report_sarif,
        report_schema,
        report_text,
        schema,
        split_filing,
        validate,
    )

__version__ = "0.1.0"

__all__ = [
    "BrokenRuleError",
    "Ccc",
    "Edgar",
    "Filing",
    "Finding",
    "Form4genError",
    "Loaded",
    "MissingLibraryError",
    "Outcome",
    "RefusedFilingError",
    "Report",
    "Severity",
    "UnusableInputError",
    "__version__",
    "edgar_submission",
    "exhibit_texts",
    "export_filing",
    "import_filing",
    "load",
    "render_closing",
    "render_html",
    "render_pdf",
    "report_github",
    "report_html",
    "report_json",
    "report_of",
    "report_sarif",
    "report_schema",
    "report_text",
    "schema",
    "split_filing",
    "validate",
]

if not TYPE_CHECKING:  # or a type checker would believe that every name is there

    def __getattr__(name: str) -> object:
        if name not in __all__:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        from form4gen import api  # noqa: PLC0415  imported when a public name is first used

        value: object = getattr(api, name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

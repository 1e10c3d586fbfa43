"""What form4gen raises. Findings about a filing are values, never exceptions."""

from __future__ import annotations


class Form4genError(Exception):
    """The root of every error that form4gen raises on purpose; its text is a sentence for a person."""


class UnusableInputError(Form4genError):
    """Something that was requested cannot be read, written or used at all (exit code 2)."""


class TooCostlyError(UnusableInputError):
    """A firm's templates or styles need more time than they may have, with this filing as with the next."""


class MissingLibraryError(Form4genError):
    """A library that this command needs is not on the machine; the text says what to install (exit code 2)."""


class RefusedFilingError(Form4genError):
    """The filing has errors, and what was requested requires a filing without errors (exit code 1)."""


class BrokenRuleError(Form4genError):
    """A rule of ours raised: a bug in form4gen, never a statement about the filing (exit code 70)."""

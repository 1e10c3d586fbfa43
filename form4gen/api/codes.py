"""The transaction codes of the form, for a command that prepares rows."""

from __future__ import annotations

from form4gen.law.codes import CODES as CODES
from form4gen.law.codes import MARKS as MARKS
from form4gen.law.codes import Code as Code
from form4gen.law.codes import Use as Use

"""form4gen checks a Form 4 rule by rule, and draws it."""

__version__ = "0.1.0"

"""TP: Rule 10b5-1 trading plans."""

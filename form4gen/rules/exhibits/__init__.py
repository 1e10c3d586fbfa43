"""EX: exhibits."""

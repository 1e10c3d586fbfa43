"""TC: transaction codes."""

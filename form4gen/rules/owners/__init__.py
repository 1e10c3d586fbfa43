"""RO: reporting persons."""

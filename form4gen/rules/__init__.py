"""What must hold in a filing: one function a rule, each with its citation."""

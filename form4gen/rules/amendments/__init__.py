"""AM: amendments (Form 4/A)."""

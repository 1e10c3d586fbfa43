"""PR: prices."""

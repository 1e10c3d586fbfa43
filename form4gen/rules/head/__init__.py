"""HD: the head of the form."""

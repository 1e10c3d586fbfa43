"""What the words of a filing say: each text is read once, into named claims. See ``vocabulary`` for the claims."""

"""What the words of a filing say."""

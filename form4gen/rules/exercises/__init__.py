"""PA: exercises and conversions in both tables."""

"""What authorities set: numbers, codes, places and days, each with its source and its first day."""

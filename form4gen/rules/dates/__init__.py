"""DL: dates and deadlines."""

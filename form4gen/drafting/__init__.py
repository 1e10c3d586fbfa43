"""A filing made from something, and what changed between two filings."""

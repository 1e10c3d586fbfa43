"""A filing made from earlier ones, and what changed between two filings."""

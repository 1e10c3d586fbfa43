"""What the rows come to: lines and balances, exercises, fills, due dates, and the filings of one person over time."""

"""Many filings: what is kept of each while they are checked, the tables of all, and the page on them."""

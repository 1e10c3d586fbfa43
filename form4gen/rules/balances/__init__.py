"""HB: holdings and balances."""

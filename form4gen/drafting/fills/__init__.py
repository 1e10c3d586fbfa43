"""Rows of a filing from a broker's file of trades, vests and exercises."""

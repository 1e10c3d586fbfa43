"""EDGAR's ownership XML, both ways."""

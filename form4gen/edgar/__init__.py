"""EDGAR's ownership XML: reading and writing."""

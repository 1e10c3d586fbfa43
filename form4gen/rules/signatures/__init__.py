"""SG: signatures and powers of attorney."""

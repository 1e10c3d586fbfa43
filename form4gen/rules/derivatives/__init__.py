"""DV: derivative securities."""

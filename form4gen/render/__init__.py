"""The page and the power-of-attorney exhibit, as HTML, PDF and text."""

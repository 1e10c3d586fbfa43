"""FN: footnotes and remarks."""

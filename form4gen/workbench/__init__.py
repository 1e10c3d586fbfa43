"""The workbench: the form in a browser of this computer, with every check beside it."""

"""Options, files, exit codes, and the clock."""

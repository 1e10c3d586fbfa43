"""Masks CCCs in whatever form4gen reads, so that no later step can show one."""

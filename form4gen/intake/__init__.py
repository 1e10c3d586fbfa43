"""JSON text to a filing, and the reasons when it cannot be one."""

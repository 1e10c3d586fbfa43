"""AD: advice to counsel."""

"""The claims, by topic: each module lists its own in ``CLAIMS``."""

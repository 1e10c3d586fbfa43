"""A filing as frozen values. A faulty filing can be represented too, so that rules can report its faults."""

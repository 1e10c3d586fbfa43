"""The rules, a folder a family; ``engine`` applies them, and ``catalogue`` lists them."""

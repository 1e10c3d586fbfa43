"""A filing as frozen values. It can hold a bad filing, or no rule could speak of it."""

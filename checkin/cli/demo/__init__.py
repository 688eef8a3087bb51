"""The demonstration: the whole morning, step by step, each held to what it must do."""

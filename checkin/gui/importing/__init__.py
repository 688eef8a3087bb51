"""The import assistant: a file, what was understood of it, and what it would change."""

"""The program from a shell, for scripts and for tests; never imports Qt."""

"""Confirmations by mail, in the window: the server, the message, the run."""

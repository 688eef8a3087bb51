"""What the program does, one module a verb; transactions open here."""

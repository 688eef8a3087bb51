"""A file or a mail in, proposals and problems out; no database."""

"""Mail: the replies themselves in, one proposal each out."""

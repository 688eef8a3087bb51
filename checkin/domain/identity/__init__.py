"""Is this the person? What a document says, compared with who was confirmed."""

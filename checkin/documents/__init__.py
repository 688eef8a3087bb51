"""Values in, bytes out: what people hold in their hands."""

"""What is true about an event: values and functions, the standard library only."""

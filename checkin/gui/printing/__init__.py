"""Paper out of the window: what will be printed, on which printer, and how it gets there."""

"""Lists: a spreadsheet, a delimited text or address cards in, proposals out."""

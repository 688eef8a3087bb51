"""What the entrance and the room are made of: the field that is always ready, the card, the last ones."""

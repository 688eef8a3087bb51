"""Event days at a public building: RSVPs in, confirmations out, the entrance, the room, the roster."""

__version__ = "0.1.0"

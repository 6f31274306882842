"""What happened: deeds with type, participants, status and dead."""

"""What arrives: the inbox, a case, and taking in what was sent."""

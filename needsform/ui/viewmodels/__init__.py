"""One open thing each: state for a screen and the verbs a person has there; QtCore only."""

"""Models in, bytes out, and back: the printed sheet and the FHIR Bundle."""

"""Other people's FHIR programs, and what is handed to them."""

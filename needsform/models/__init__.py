"""What things are: frozen models of the form, the people and the plan; no clock, no disk, no Qt."""

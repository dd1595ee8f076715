"""Which screen follows which once the store is open: from the worklist through the citizen's hands to the sheet."""

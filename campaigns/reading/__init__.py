"""Reading the plan of a campaign that an office already has as a file."""

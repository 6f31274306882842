"""When: time expressions as intervals of days, and what they date."""

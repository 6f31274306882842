"""What was promised: agreements, their terms, promises, deadlines, and what is said of them."""

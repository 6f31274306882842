"""Who said what, and in whose voice every word stands."""

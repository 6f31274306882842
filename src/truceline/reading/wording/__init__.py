"""How it is worded: loaded phrases, whom they aim at and whose voice they are."""

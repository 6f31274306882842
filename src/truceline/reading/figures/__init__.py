"""How many: amounts, what they count, whose, where and as of when."""

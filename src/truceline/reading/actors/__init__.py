"""Who: names, descriptions, titles and pronouns, all forms of one actor together."""

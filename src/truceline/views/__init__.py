"""Views are the questions to a record; each answer is a frozen dataclass with `to_dict`."""

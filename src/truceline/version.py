"""The version of this Truceline."""

__version__ = "0.1.0"

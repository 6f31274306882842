"""The workbench: a record in the browser, on this machine only, with no network."""

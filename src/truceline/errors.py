"""Everything that can go wrong, as a tree: a report set aside, or a run that has to stop."""

from __future__ import annotations


class TrucelineError(Exception):
    """Something went wrong; the message is one sentence for a person who reads news."""


class SkipReport(TrucelineError):
    """One report is set aside with its reason; the run goes on."""

    def __init__(self, message: str, *, source: str = "") -> None:
        """Say what happened; `source` names the report where its bytes could not be had."""
        super().__init__(message)
        self.source = source


class UnreadableText(SkipReport):
    """The bytes of a report cannot be turned into text."""


class EmptyReport(SkipReport):
    """A report holds no words."""


class ProtectedReport(SkipReport):
    """A report is locked with a password."""


class UnknownFormat(SkipReport):
    """A file is of a kind that holds no report."""


class NotEnglish(SkipReport):
    """A report is in a language that Truceline does not read."""


class TooLarge(SkipReport):
    """A report is larger than the limit for one document."""


class ReaderFailed(SkipReport):
    """The reading of one report broke off; the message names the step."""


class StopRun(TrucelineError):
    """The run cannot go on, or the record could not be trusted any more."""


class EvidenceMismatch(StopRun):
    """A quote does not show the characters that its document has at that place."""


class BadArgument(StopRun):
    """A path, a name or a value given by the user cannot be used."""


class UnusableRecord(StopRun):
    """A record cannot be opened: no record, damaged, or made by a newer Truceline."""


class StaleDecision(StopRun):
    """A decision was taken on a state of the record that has changed meanwhile."""

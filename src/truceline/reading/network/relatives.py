"""What the network hangs on a relative clause though it stands before it: "a pact two weeks later by which"."""

from __future__ import annotations

from collections.abc import Sequence

from truceline.reading.network.decoding import Decoded

RELATIVES = ("WDT", "WP")


def with_relatives(decoded: Decoded, words: Sequence[str]) -> Decoded:
    """Hang what stands between a noun and "by which" on the noun, in place; any other tree stays as it is."""
    for i in range(len(words)):
        tag, verb = decoded.xpos[i], decoded.heads[i]
        if tag not in RELATIVES or verb < i or not decoded.relations[verb].startswith("acl"):
            continue
        first = min(
            (k for k, head in enumerate(decoded.heads) if head == i and decoded.relations[k] == "case"), default=i
        )
        noun = decoded.heads[verb]
        for k in range(noun + 1, first):
            if decoded.heads[k] == verb and decoded.relations[k] != "punct":
                decoded.heads[k] = noun
                _no_role_of(decoded, verb, k)
    return decoded


def _no_role_of(decoded: Decoded, verb: int, word: int) -> None:
    if verb in decoded.roles:
        pairs = decoded.roles[verb][0]
        pairs[:] = [(role, head) for role, head in pairs if head != word]

"""What a forger does to a sheet on its way: the signature taken off, a tick turned over, somebody else's hand."""

import json
from dataclasses import dataclass

from needsform.models.sheet import Signer


def without_signature(bundle: bytes) -> bytes:
    """As an older program, or a forger, would have written it."""
    read = json.loads(bundle)
    del read["signature"]
    return json.dumps(read, ensure_ascii=False).encode()


def unticked(bundle: bytes, link_id: str) -> bytes:
    """A Bundle with one tick turned over."""
    read = json.loads(bundle)

    def turn(node: object) -> None:
        if isinstance(node, dict):
            if node.get("linkId") == link_id and "answer" in node:
                node["answer"] = [{"valueBoolean": False}]
            for value in node.values():
                turn(value)
        elif isinstance(node, list):
            for value in node:
                turn(value)

    turn(read)
    return json.dumps(read, ensure_ascii=False).encode()


@dataclass(frozen=True)
class Impostor:
    """Somebody who has seen a site's card and not its key: says that it is the site, and signs as well as it can."""

    public_key: bytes
    own: Signer

    def sign(self, data: bytes) -> bytes:
        """With the wrong hand."""
        return self.own.sign(data)

"""The site's signature on a Bundle: a detached JWS (RFC 7515) with EdDSA (RFC 8037) in `Bundle.signature`.

What is signed is the Bundle without its `signature`, in FHIR's canonical JSON: keys in order, no white space. The
public key lies in the header; whose it is, and whether it counts, is for whoever reads to know.
"""

import base64
import binascii
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from needsform.export.fhir.elements import Coding, Reference
from needsform.export.fhir.entries import Urns, refuse
from needsform.export.fhir.resources import Bundle, Signature
from needsform.models import strict_json
from needsform.models.errors import InputError
from needsform.models.sheet import Signer

SOURCE_SIGNATURE: Final = Coding(
    system="urn:iso-astm:E1762-95:2013", code="1.2.840.10065.1.12.1.14", display="Source Signature"
)


@dataclass(frozen=True, slots=True)
class FoundSignature:
    """What there is to verify."""

    public_key: bytes
    signed: bytes
    """Header and Bundle, as JWS signs them."""
    signature: bytes


def signed(bundle: Bundle, signer: Signer, at: datetime, urns: Urns) -> Bundle:
    """The Bundle with the site's signature, made when the sheet was signed off."""
    header = _encoded(json.dumps(_header(signer.public_key), separators=(",", ":")).encode())
    written = json.loads(bundle.model_dump_json(by_alias=True, exclude_none=True))
    made = _encoded(signer.sign(_signing_input(header, written)))
    data = base64.b64encode(f"{header}..{made}".encode()).decode()
    signature = Signature(type=(SOURCE_SIGNATURE,), when=at, who=urns.to("site"), data=data)
    return bundle.model_copy(update={"signature": signature})


def require_in_place(signature: Signature, urns: Urns, signed_at: datetime | None) -> None:
    """Raise InputError `bundle.refused` unless the signature says of itself what the Bundle says; no word on whether
    it holds."""
    who: Reference = urns.to("site")
    if signature.type != (SOURCE_SIGNATURE,) or signature.who != who or signature.when != signed_at:
        refuse("Bundle.signature")


def find_signature(data: bytes) -> FoundSignature | None:
    """What a Bundle is signed with, or None for one without a signature.

    Raises InputError `bundle.signature` for a signature that cannot be read, and those of `strict_json.loads`.
    """
    read = strict_json.loads(data, strict_json.BUNDLE)
    if not isinstance(read, dict):
        raise InputError("bundle.refused", where="Bundle")
    if "signature" not in read:
        return None
    signature = read.pop("signature")
    try:
        match signature:
            case {"data": str(found)}:
                header, payload, made = base64.b64decode(found, validate=True).decode("ascii").split(".")
                key = _key_of(strict_json.loads(_decoded(header)))
                if not payload and key is not None:
                    return FoundSignature(key, _signing_input(header, read), _decoded(made))
    except (binascii.Error, ValueError, InputError) as error:
        raise InputError("bundle.signature") from error
    raise InputError("bundle.signature")


def _header(public_key: bytes) -> dict[str, object]:
    return {"alg": "EdDSA", "jwk": {"crv": "Ed25519", "kty": "OKP", "x": _encoded(public_key)}}


def _key_of(header: strict_json.Json) -> bytes | None:
    match header:
        case {"alg": "EdDSA", "jwk": {"crv": "Ed25519", "kty": "OKP", "x": str(key)}}:
            found = _decoded(key)
            return found if header == _header(found) else None
    return None


def _signing_input(header: str, bundle: strict_json.Json) -> bytes:
    canonical = json.dumps(bundle, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{header}.{_encoded(canonical.encode())}".encode("ascii")


def _encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def _decoded(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)

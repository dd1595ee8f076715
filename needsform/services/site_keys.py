"""Whose signature counts: this store's own key, the sites that are known, and what a sheet that arrives is worth.

For whoever takes sheets in:
`verify_code(data)` → `CheckedCode` (the front's code and a `SignatureCheck`), `verify_bundle(bundle)` →
`SignatureCheck`. Neither leaves a row: what is made of the sheet does. A back's code is not signed; read it by
`models.sheet_code.unpack` and ask `belongs_to(data_of_front)`.
"""

from pathlib import Path

from needsform.models import sheet_code
from needsform.models.audit import Action
from needsform.models.errors import InputError
from needsform.models.frozen import NAME_LENGTH
from needsform.models.known_site import KnownSite, SiteCard, fingerprint, read_card
from needsform.models.sheet import Signer
from needsform.models.sheet_code import SIGNATURE_BYTES, BackCode
from needsform.models.verification import CheckedCode, SignatureCheck, Verification
from needsform.services.clock import Clock, Entropy
from needsform.services.incoming import read_incoming
from needsform.services.presence import Presence
from needsform.services.signing import PRIVATE_KEY_BYTES, SiteSigner, signature_holds
from needsform.storage import site_keys as rows
from needsform.storage.database import Database
from needsform.storage.outgoing_files import made_ready_outside
from needsform.storage.sites import load_site

LARGEST_CARD_FILE = 1024 * 1024
"""Bytes of a file that is looked into for a card; what is larger is told by its size."""


class SiteKeys:
    """The store's own key, who is known, and verifying. Administrators decide who is known."""

    def __init__(self, database: Database, presence: Presence, clock: Clock, entropy: Entropy) -> None:
        self._database, self._presence = database, presence
        self._clock, self._entropy = clock, entropy
        self._signer: SiteSigner | None = None

    def signer(self) -> Signer:
        """The hand that signs what leaves this store; its key is made the first time that it is asked for."""
        self._presence.require_staff()
        return self._own()

    def is_own(self, check: SignatureCheck) -> bool:
        """Whether this very store signed."""
        self._presence.require_staff()
        public_key = self._own_public_key() if check.fingerprint else None
        return public_key is not None and fingerprint(public_key) == check.fingerprint

    def own_card(self) -> SiteCard:
        """What this site hands out of itself, by ward and place: a hospital may have a store for each of its wards."""
        self._presence.require_administrator()
        return SiteCard(self._own_name(), self._own().public_key)

    def save_card(self, path: Path) -> None:
        """Write the card where the user chose. Raises WorldError as `write_atomically`."""
        card = self.own_card()
        with made_ready_outside(self._database, path, card.to_json()) as put_in_place:
            with self._database.atomic():
                self._presence.record(Action.SAVE_SITE_CARD, self._clock())
            put_in_place()

    def known(self) -> tuple[KnownSite, ...]:
        """Everybody who is or was known, by name."""
        self._presence.require_administrator()
        return rows.known_sites(self._database)

    def read_card(self, path: Path) -> SiteCard:
        """The card in a file, before anybody has compared its fingerprint; nothing is kept.

        Raises InputError as `read_incoming` and `known_site.read_card`, and `site_card.own` for this site's own.
        """
        self._presence.require_administrator()
        card = read_card(read_incoming(path, LARGEST_CARD_FILE))
        if card.public_key == self._own().public_key:
            raise InputError("site_card.own")
        return card

    def know(self, card: SiteCard) -> None:
        """Let a site's signatures count; the administrator has compared the fingerprint."""
        self._presence.require_administrator(Action.KNOW_SITE)
        now = self._clock()
        with self._database.atomic():
            rows.know_site(self._database, card, self._presence.practitioner.id, now)
            self._presence.record(Action.KNOW_SITE, now, detail=_named(card.public_key))

    def withdraw(self, public_key: bytes) -> None:
        """Let a site's signatures count no more. Raises WorldError `site_card.unknown`."""
        self._presence.require_administrator(Action.WITHDRAW_SITE)
        now = self._clock()
        with self._database.atomic():
            rows.withdraw_site(self._database, public_key, now)
            self._presence.record(Action.WITHDRAW_SITE, now, detail=_named(public_key))

    def verify_code(self, data: bytes) -> CheckedCode:
        """What a front's code says, and how far it can be believed; it is never UNSIGNED.

        Raises InputError as `sheet_code.unpack`, and `code.back_page` for the code of a back.
        """
        self._presence.require_staff()
        code = sheet_code.unpack(data)
        if isinstance(code, BackCode):
            raise InputError("code.back_page")
        body, signature = data[:-SIGNATURE_BYTES], data[-SIGNATURE_BYTES:]
        return CheckedCode(code=code, check=self._check(code.sender, body, signature))

    def verify_bundle(self, bundle: bytes) -> SignatureCheck:
        """How far a Bundle can be believed. A signature that cannot be read does not hold.

        Raises InputError as `strict_json.loads`; whether the Bundle is ours, `read_bundle` tells.
        """
        from needsform.export.fhir.signing import find_signature

        self._presence.require_staff()
        try:
            found = find_signature(bundle)
        except InputError as error:
            if error.message.message_id == "bundle.signature":
                return SignatureCheck(verification=Verification.ALTERED)
            raise
        if found is None:
            return SignatureCheck(verification=Verification.UNSIGNED)
        return self._check(found.public_key, found.signed, found.signature)

    def _check(self, public_key: bytes, data: bytes, signature: bytes) -> SignatureCheck:
        if not signature_holds(public_key, data, signature):
            return SignatureCheck(verification=Verification.ALTERED)
        name, told = self._name_of(public_key), fingerprint(public_key)
        is_known = Verification.VERIFIED if name else Verification.UNKNOWN_SENDER
        return SignatureCheck(verification=is_known, site_name=name, fingerprint=told)

    def _name_of(self, public_key: bytes) -> str:
        """What the holder of a key is called here; nothing for whoever is not known, or no longer."""
        site = rows.known_site(self._database, public_key)
        if site is not None and site.withdrawn_at is None:
            return site.name
        return self._own_name() if self._own_public_key() == public_key else ""

    def _own_name(self) -> str:
        site = load_site(self._database)
        return ", ".join(dict.fromkeys(filter(None, (site.unit, site.name))))[:NAME_LENGTH].strip()

    def _own_public_key(self) -> bytes | None:
        """Of the key that signs here; None where nothing has been signed yet, and none is made for the asking."""
        private_key = rows.load_private_key(self._database)
        return None if private_key is None else SiteSigner(private_key).public_key

    def _own(self) -> SiteSigner:
        if self._signer is None:
            private_key = rows.load_private_key(self._database)
            if private_key is None:
                private_key = self._entropy(PRIVATE_KEY_BYTES)
                with self._database.atomic():
                    rows.add_private_key(self._database, private_key, self._clock())
            self._signer = SiteSigner(private_key)
        return self._signer


def _named(public_key: bytes) -> str:
    return f"key={fingerprint(public_key).replace(' ', '-')}"

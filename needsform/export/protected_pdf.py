"""A sheet behind a password (AES-256), for a mail that others may read on its way; a file of its own.

PDF/A forbids encryption, so the protected copy does not call itself an archive copy; the plain one stays what it is.
"""

import io

_ARCHIVE_MARKS = ("pdfaid:part", "pdfaid:conformance")


def protect(pdf: bytes, password: str) -> bytes:
    """The same pages and attachment, readable with the password only (PDF 2.0, revision 6).

    Not the same bytes twice: the salt of an encrypted file is new each time.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as document:
        with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            for mark in _ARCHIVE_MARKS:
                if mark in metadata:
                    del metadata[mark]
        written = io.BytesIO()
        encryption = pikepdf.Encryption(user=password, owner=password, R=6, aes=True, metadata=True)
        document.save(written, encryption=encryption)
    return written.getvalue()

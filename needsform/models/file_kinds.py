"""What a file says that it is, by its first bytes; its name says nothing."""


def is_pdf(data: bytes) -> bool:
    """Whether a file says that it is a PDF; the header may stand within the first kilobyte."""
    return b"%PDF-" in data[:1024]


def is_json(data: bytes) -> bool:
    """Whether a file begins as a Bundle file does, after a byte order mark and white space."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")

"""What a document says of itself: title, language, time, program, and the standards that it keeps."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from xml.sax.saxutils import escape

from needsform import __version__

PRODUCER: Final = f"Needsform {__version__}"


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What a document says of itself."""

    title: str
    language: str
    created_at: datetime

    def __post_init__(self) -> None:
        """Refuse a time that means another moment on another machine."""
        if self.created_at.tzinfo is None:
            raise ValueError("the time of creation needs a zone")

    @property
    def pdf_date(self) -> str:
        """The time of creation as PDF writes it."""
        zone = f"{self.created_at:%z}"
        return f"D:{self.created_at:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"

    @property
    def xmp(self) -> bytes:
        """The metadata packet (ISO 16684-1), with the claim to be PDF/A-3a and PDF/UA-1.

        PDF/A knows nothing of PDF/UA, so the packet explains the one property that names it.
        """
        return _XMP.format(
            title=escape(self.title),
            language=escape(self.language),
            producer=PRODUCER,
            moment=self.created_at.isoformat(timespec="seconds"),
        ).encode()


_XMP: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
  xmlns:xmp="http://ns.adobe.com/xap/1.0/"
  xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
  xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
 <dc:format>application/pdf</dc:format>
 <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
 <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
 <pdf:Producer>{producer}</pdf:Producer>
 <xmp:CreatorTool>{producer}</xmp:CreatorTool>
 <xmp:CreateDate>{moment}</xmp:CreateDate>
 <xmp:ModifyDate>{moment}</xmp:ModifyDate>
 <xmp:MetadataDate>{moment}</xmp:MetadataDate>
 <pdfaid:part>3</pdfaid:part>
 <pdfaid:conformance>A</pdfaid:conformance>
 <pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about=""
  xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
  xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
 <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
  <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
  <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
  <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
  <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
   <pdfaProperty:name>part</pdfaProperty:name>
   <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
   <pdfaProperty:category>internal</pdfaProperty:category>
   <pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>
  </rdf:li></rdf:Seq></pdfaSchema:property>
 </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""

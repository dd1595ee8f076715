"""Five hundred texts that are something else elsewhere: markup, links, templates, mnemonics, turned letters.

None is longer than a name may be, and none has what no line keeps: line breaks, or letters that cannot be printed.
"""

_TAGS = (
    *("b", "i", "u", "h1", "font color=red", "font size=7", "p", "div", "span style='color:red'", "table", "marquee"),
    *("script", "style", "svg onload=alert(1)", "body onload=x", "iframe src=file:///etc/passwd", "object data=x"),
    *("img src=file:///etc/passwd", "img src=http://example.org/x.png", "img src=qrc:/x", "img src=x onerror=y"),
    *("a href=file:///etc/passwd", "a href='https://example.org'", "a href=javascript:alert(1)", "link href=x"),
    *(
        "para",
        "para align=center",
        "font face=Courier",
        "super",
        "sub",
        "greek",
        "br/",
        "seq",
        "onDraw name=x",
        "bullet",
    ),
    *(
        "index item=x",
        "unichar code=65",
        "!--",
        "![CDATA[",
        "?xml version='1.0'?",
        "!DOCTYPE html",
        "meta http-equiv=x",
    ),
    *(
        "html",
        "qt",
        "center",
        "nobr",
        "pre",
        "code",
        "hr",
        "li",
        "input",
        "form action=x",
        "video src=x",
        "math",
        "base",
    ),
)
_WRAPPED = ("<{}>x", "<{}>x</{}>", "Ida <{}>", "&lt;{}&gt;", "<{}", "< {} >", "<<{}>>", "</{}>")
_OTHER = (
    *("&Gem", "&&", "&", "a & b", "Save && &go", "&amp;", "&#60;b&#62;", "&nbsp;", "&copy;x", "\t&x"),
    *("%n", "%1", "%s", "%d", "%(name)s", "%%", "100 %", "%n %1 %2", "%x%x%x%n", "%L1"),
    *("{name}", "{}", "{0}", "{count!r}", "{{x}}", "{a.__class__}", "${x}", "#{x}", "{{7*7}}", "{%x%}"),
    *("=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "javascript:alert(1)", "file:///etc/passwd", "\\x41"),
    *("../../etc/passwd", "C:\\Windows\\x", "'; DROP TABLE patients;--", '" OR 1=1', "\\u003cb\\u003e", "%3Cb%3E"),
    *("https://example.org", "mailto:a@example.org", "*bold*", "_x_", "# x", "[x](y)", "`x`", "~~x~~", "|a|b|", "---"),
    *(
        "/JavaScript",
        "(x) Tj",
        "BT /F1 ET",
        "endstream endobj",
        "<</S/URI>>",
        "\\(x\\)",
        "]]>",
        "<%= x %>",
        "<?php x ?>",
    ),
    *("א־ב", "مرحبا", "abc שלום 123", "עברית <b>x</b>", "١٢٣", "e\u0301\u0301\u0301", "ﷺ", "𝕳𝖎", "🙂", "Å\u0308"),
)


def _all() -> tuple[str, ...]:
    wrapped = (shape.format(tag, tag.split()[0]) for shape in _WRAPPED for tag in _TAGS)
    found = dict.fromkeys(" ".join(text.split()) for text in (*_OTHER, *wrapped))
    return tuple(text for text in found if len(text) <= 75)


PAYLOADS = _all()[:500]

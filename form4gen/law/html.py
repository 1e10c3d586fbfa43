"""The HTML that EDGAR accepts (EDGAR Filer Manual II, 5.2.2)."""

from __future__ import annotations

# 5.2.2.3. Among those left out: span, tbody, thead, tfoot, col, s, del, ins, label, style.
TAGS = frozenset(
    (
        *("html", "head", "title", "meta", "body"),
        *("a", "address", "b", "big", "blockquote", "br", "caption", "center", "cite", "code", "dd", "dfn", "dir"),
        *("div", "dl", "dt", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "kbd", "li"),
        *("listing", "menu", "ol", "p", "plaintext", "pre", "samp", "small", "strike", "strong", "sub", "sup"),
        *("table", "td", "th", "tr", "tt", "u", "ul", "var", "xmp"),
    )
)
# 5.2.2: what could act, or fetch something, on the reader's machine.
ACTIVE_TAGS = frozenset(
    (
        *("script", "noscript", "applet", "object", "embed", "param"),
        *("form", "input", "select", "option", "textarea", "button", "isindex"),
        *("frame", "frameset", "noframes", "iframe"),
    )
)
# 5.2.2.1, 5.2.2.3: where a link may lead, beside the same document and the other files of the submission.
ARCHIVES = ("http://www.sec.gov/archives/", "https://www.sec.gov/archives/")
PICTURES = (".jpg", ".gif")

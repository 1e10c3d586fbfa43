"""Styles that hide, cover, move, shrink or bleach the mark of a draft, by the way in which they do it."""

from __future__ import annotations

_MARK = "div[role=img], img, body > :last-child"
_LID = "content: '' !important; display: block !important; position: fixed !important; z-index: 2147483647 !important;"
_BLEACH = f"{_LID} inset: 0 !important; background: #404040 !important; mix-blend-mode: color-dodge !important"

HIDING = {
    "nothing": "",
    "not displayed": f"* {{ visibility: hidden }} {_MARK} {{ display: none !important; opacity: 0 !important }}",
    "black pages": "@page { background: #000 } html, body, main { background: #000 !important; color: #fff }",
    "gray pages": "@page { background: #808080 } html { background: #808080 }",
    "pushed down": f":is({_MARK})::before {{ content: ''; display: block !important; height: 99in !important }}",
    "no letters": "div::first-letter, div::first-line { font-size: 0 !important; color: transparent !important }",
    "its own lid": f"div::after, img::after {{ {_LID} width: 40in; height: 40in; background: #fff !important }}",
    "bleached by the body": f"body::after, body::before {{ {_BLEACH} }}",
    "bleached by the root": f"html::after, html:not(#a#b#c#d)::before {{ {_BLEACH}; width: 40in; height: 40in }}",
    "bleached by a layer": f"@layer a, b; @layer a {{ html::after, body::after {{ {_BLEACH} }} }}",
    "margins": "@page { @top-left { content: ''; width: 40in; height: 40in; background: #fff; z-index: 2147483647 } }",
    "footnotes": "body { float: footnote !important } @page { @footnote { background: #fff; height: 9in } }",
    "moved roots": "html, body { position: fixed !important; left: 90in !important; transform: translate(90in)"
    " !important; offset: path('M 9000 9000') !important; overflow: hidden !important; display: contents !important }",
    "clipped roots": "html, body { contain: strict !important; container-type: size !important; height: 0 !important;"
    " will-change: transform !important; overflow: clip !important; clip-path: circle(0) !important; width: 0 }",
    "no text": "* { font: 0/0 x !important; letter-spacing: -9in !important; color: #fff; filter: opacity(0) }",
    "turned": "html, body { writing-mode: vertical-rl !important; direction: rtl !important }",
    "replaced roots": "html, body { content: linear-gradient(#fff, #fff) !important; appearance: none !important }",
    "in print alone": "@media print { body > :last-child { all: unset !important; display: none !important } }",
    "counters": "@page { counter-increment: page 99; @top-center { content: counter(page) } } body { all: unset }",
    "animated": "@keyframes x { from, to { opacity: 0; translate: 90in } } * { animation: x 9s infinite !important }",
}
"""Each leaves pages of a usual size."""

SHRINKING = {
    "pages of a millimeter": "@page { size: 1mm; margin: 0 } main { display: none }",
    "walls": "@page { size: 190in 100in } main { zoom: 20; font-size: 200pt !important }",
    "ribbons": "@page { size: 8.5in 200in }",
    "the first page only": "@page :first { size: 40mm !important; margin: 0 }",
    "a page of its own": "@page small { size: 3.9in } .form4 { display: none } .cover { page: small }",
    "bleed": "@page { bleed: 20in; marks: crop }",
    "bleed below zero": "@page { bleed: -3in }",
    "bleed at one side": "@page { bleed-top: 20in }",
}
"""Each makes a page on which a mark could not be read, or would be beside the text."""

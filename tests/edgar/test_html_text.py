from __future__ import annotations

import pytest

from form4gen.edgar.html_text import text_of_html


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>one\n  two</p><p>three</p>", "one two\n\nthree"),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("<table><tr><td>(1)</td><td>sign</td></tr><tr><th>(2)</th><td>file</td></tr></table>", "(1) sign\n(2) file"),
        ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
        ("<pre>a   b\n  c</pre><p>d</p>", "a   b\n  c\n\nd"),
        ("a&nbsp;&amp;&#8217;s", "a &\u2019s"),
        ("<head><title>x</title></head>seen<script>no</script><style>no</style>", "seen"),
        ("<head><title>x</title><body>seen", "seen"),
        ("<p>a</p><hr><div /><p>b</p>", "a\n\nb"),
        ("10<sup>th</sup> day", "10th day"),
        ("<title/>seen<pre/> too", "seen\n\ntoo"),
        (" \n", ""),
        ("<!-- only -->", ""),
        ("<p>a\ud800b</p>", "a?b"),
        ("</title></pre>seen", "seen"),
        ("<!-- not seen -->seen", "seen"),
        ("<font>a" * 1000, "a" * 1000),
        ("", ""),
    ],
)
def test_the_words_of_a_page_are_kept_and_nothing_else(html: str, text: str) -> None:
    assert text_of_html(html) == text

"""Text that has made terminals and programs do what nobody wanted, built kind by kind."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

ESC, ST, BEL = "\x1b", "\x1b\\", "\x07"
MEGABYTE = 1_000_000


class Hostile(NamedTuple):
    """One text, and what it would be glad to do."""

    kind: str
    text: str

    @property
    def is_short(self) -> bool:
        """True where it fits a few lines, so that many of them fit one screen."""
        return len(self.text) <= 120


MARKUP = (
    "[/", "[/b]", "[b]", "[", "]", "[]", "[[", "[b", "[bold red]x[/bold red]", "[on red]x",
    "[link=https://x]", "[link=https://x]y[/link]", "[@click=app.quit]x[/]", "[@click=app.quit()]x",
    "[@click='app.leave(0)']x", "[$accent]x", "[$nothing]x", "[reverse]x", "[blink]x", "[#ff0000]x",
    "[not bold]x", "\\[b]", "\\\\[b]", "[/][/][/]", "[a=b c=d]x", "[?]", "[ /b ]", ":smile:",
    "*x* _y_ `z` ~~s~~", "# x", "<b>x</b>", "<script>alert(1)</script>", "&lt;", "![x](http://x)",
)  # fmt: skip
FIELDS = (
    "%s", "%d %n %x", "%(who)s", "%", "{0}", "{who}", "{plan}", "{", "}", "{}", "{{who}}",
    "{who!r}", "{0.__class__.__mro__}", "{who:>99999999}", "$HOME", "${HOME}", "$(id)", "`id`",
    "!!", "~", "*",
    "../../../x", "/etc/passwd", "C:\\x", "-n", "--help", "- x", ";x", "'", '"', "'''", '"""', "#",
    "]]", "[x]\ny = 1", "\\u001b[31m", "\\x1b[31m", "\\", "\\n", "=1+1", "+1", "@x", "null", "None",
    "back", "enough", "help", "BEGIN:VEVENT", ";LANGUAGE=en:x", "x,y;z:w",
)  # fmt: skip
SEQUENCES = (
    "5;31;45m", "2J", "3J", "H", "6n", "c", ">c", "5n", "?1049l", "?25l", "?1000l", "?2004l",
    "201~", "200~", "4i", "5i", "21t", "14t", "9999;9999H", "1000b", "!p", "?6c", "20h", "s", "u",
)  # fmt: skip
"""What follows a control sequence introducer: colours, places, modes, questions, the printer."""
STRINGS = (
    "]0;title", "]1;icon", "]2;title", "]8;;https://x", "]52;c;aGVsbG8=", "]52;c;?", "]4;1;red",
    "]10;?", "]11;#ffffff", "]104", "]777;notify;a;b", "]9;x", "]1337;File=:eA==", "]633;A",
    "Pq#0;2;0;0;0~-", "P$q\"p", "P+q544e", "P1000p", "_Gf=24,s=1,v=1;AAAA", "^private", "Xstring",
)  # fmt: skip
"""Operating system commands, device controls (a sixel among them), application commands."""
EIGHT_BIT = {"]": "\x9d", "P": "\x90", "_": "\x9f", "^": "\x9e", "X": "\x98"}
ESCAPES = ("c", "7", "8", "=", ">", "D", "M", "N", "O", "Z", "#8", "(0", "%G", " F", "")
BIDI = tuple("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
UNSEEN = tuple(
    "\u00a0\u00ad\u034f\u115f\u17b4\u180e\u200b\u200c\u200d\u2060\u2061\u2062\u2064\u206a"
    "\u206f\u2028\u2029\u3164\ufe00\ufe0e\ufe0f\ufeff\uffa0\ufff9\ufffb\ufffc\ufffd\uffff"
    "\U000e0001\U000e0041"
)
WOVEN = (
    "👩\u200d👩\u200d👧", "🧑\u200d🚀", "🏴\U000e0067\U000e0062\U000e007f", "🇬🇧",
    "1\ufe0f\u20e3", "👍🏽", "❤\ufe0f", "e\u0301", "Z\u0351\u036b\u0343" * 90, "\u0301",
    "שלום", "مرحبا", "می\u200cخواهم", "漢字", "ｆｕｌｌ", "한글", "\u1112\u1161\u11ab",
    "𝔉𝔯𝔞𝔨", "﷽", "ꙮ", "\u0e33" * 40, "कि्षि",
)  # fmt: skip
LONE = ("\ud800", "\udc00", "x\udfff", "\udc80\ud83d", "\ud83d")
LONG = (
    "x" * 5_000, "漢" * 3_000, "rain " * 4_000, " " * 3_000 + "x", "\n" * 500 + "x",
    "a\u0301" * 3_000, "x" * MEGABYTE, "rain on the roof " * (MEGABYTE // 17),
)  # fmt: skip


@cache
def hostile() -> tuple[Hostile, ...]:
    """Give all of them, each once."""
    return tuple({each.text: each for each in _all()}.values())


def _all() -> Iterator[Hostile]:
    yield from (Hostile("markup", text) for text in MARKUP)
    yield from (Hostile("field", text) for text in FIELDS)
    for sequence in SEQUENCES:
        yield Hostile("CSI", f"a{ESC}[{sequence}b")
        yield Hostile("C1 CSI", f"a\x9b{sequence}b")
    for string in STRINGS:
        yield Hostile("string", f"a{ESC}{string}{BEL}b")
        yield Hostile("string", f"a{ESC}{string}{ST}b")
        yield Hostile("C1 string", f"a{EIGHT_BIT[string[0]]}{string[1:]}\x9cb")
        yield Hostile("open string", f"a{ESC}{string}")
    yield from (Hostile("ESC", f"a{ESC}{final}b") for final in ESCAPES)
    yield from (Hostile("C0", f"a{chr(code)}b") for code in (*range(0x20), 0x7F))
    yield from (Hostile("C1", f"a{chr(code)}b") for code in range(0x80, 0xA0))
    yield from (Hostile("bidi", f"a{mark}b") for mark in BIDI)
    yield Hostile("bidi", "\u202e\u2067evil\u202d\u2066gpj.exe")
    yield from (Hostile("unseen", f"a{mark}b") for mark in UNSEEN)
    yield from (Hostile("woven", text) for text in WOVEN)
    yield from (Hostile("lone surrogate", text) for text in LONE)
    yield from (
        Hostile("lines", text) for text in ("a\nb", "a\r\nb", "a\rb", "a\tb", "\n", " a ", "")
    )
    yield from (Hostile("long", text) for text in LONG)

# urllib.parse, html, base64, shlex: texts for other programs
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
from urllib.parse import *
import html, shlex, base64
u = urlparse("https://user:pw@host.com:8080/a/b;p?q=1&r=%20x#frag"); print(u, u.hostname, u.port, u.username, u.geturl(), urlsplit("//x/y?z"), urljoin("http://a/b/c", "../d"), urljoin("http://a/b/", "e?f"), urlunsplit(("http", "h", "/p", "q=1", "")), quote("a b/é?&"), quote("a/b", safe=""), quote_plus("a b&c"), unquote("%41%C3%A9+%zz"), unquote_plus("a+b%20c"), urlencode({"a": 1, "b": "x y", "c": [1, 2]}), urlencode({"c": [1, 2]}, doseq=True), parse_qs("a=1&a=2&b=&c"), parse_qsl("a=1&b=", keep_blank_values=True), urldefrag("http://a#b"), quote(b"\xff"), unquote_to_bytes("%ff"))
attempt(lambda: urlparse("http://h:99999").port); attempt(lambda: urlparse("http://[::1").port); attempt(lambda: quote(5)); attempt(lambda: parse_qs("a", strict_parsing=True)); attempt(lambda: urlencode(5))
print(html.escape("<a href='x'>&\"</a>"), html.escape("'\"", quote=False), html.unescape("&lt;&eacute;&#233;&#xe9;&amp;lt;&nosuch;&copy"), shlex.split("a 'b c' \"d \\\" e\" f\\ g # h"), shlex.split("a # b", comments=True), shlex.quote("it's"), shlex.join(["a b", "c"]), shlex.quote("safe"), list(shlex.shlex("a=b 'c d'")))
attempt(lambda: shlex.split("a 'b")); attempt(lambda: shlex.split("a\\"))
try: print(base64.b64encode(b"hello"), base64.b64decode("aGVsbG8="), base64.urlsafe_b64encode(b"\xff\xfe"), base64.b32encode(b"hi"), base64.b16encode(b"hi"), base64.b85encode(b"hello world"), base64.b85decode(base64.b85encode(b"xyz")), base64.a85encode(b"test"))
except Exception as e: print(type(e).__name__, e)
attempt(lambda: base64.b64decode("abc")); attempt(lambda: base64.b64encode("a")); attempt(lambda: base64.b16decode("zz")); attempt(lambda: base64.b32decode("a"))

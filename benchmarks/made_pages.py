"""Web pages that we made up, each with the article that a reader would see.

    for name, html, article in pages(count): ...

Each page has one of LAYOUTS, and around its article some of what sites put there: navigation, teasers, consent, captions,
share buttons, comments, a footer. The sentences are put together from our own words, so no page is anybody's.
"""
import html
import random

WHO = ["The council", "A spokeswoman", "The harbour authority", "Residents", "The club", "Engineers", "The hospital", "A judge", "The museum", "Farmers"]
DID = ["voted to close", "said they would repair", "asked for more time to inspect", "agreed to sell", "refused to reopen", "promised to paint", "took a second look at"]
WHAT = ["the old bridge", "the swimming baths", "a row of garages", "the ferry terminal", "its library in the high street", "the northern pier", "a disused mill"]
WHEN = ["on Tuesday", "after a meeting that lasted until midnight", "in the first week of May", "despite complaints from traders", "for the third time in a year", "before the winter sets in"]
WHY = ["because the roof had begun to leak", "since the money had run out", "while other plans are drawn up", "so that buses can turn there", "although few people had asked for it"]


def sentence(random_):
    return f"{random_.choice(WHO)} {random_.choice(DID)} {random_.choice(WHAT)} {random_.choice(WHEN)}, {random_.choice(WHY)}."


def paragraph(random_):
    return " ".join(sentence(random_) for _ in range(random_.randint(2, 4)))


def tagged(tag, texts):
    return "".join(f"<{tag}>{html.escape(text)}</{tag}>" for text in texts)


def teasers(random_, tag="li"):
    return "".join(f"<{tag}><a href='/{n}'>{sentence(random_)[:50]}</a></{tag}>" for n in range(random_.randint(4, 12)))


def half(texts):
    return texts[: len(texts) // 2], texts[len(texts) // 2 :]


# What stands around the paragraphs, from the tag of the main part inwards.
LAYOUTS = {
    "article": lambda p: f"<article>{tagged('p', p)}</article>",
    "main": lambda p: f"<main><div>{tagged('p', p)}</div></main>",
    "class": lambda p: f"<div class='story-body'>{tagged('p', p)}</div>",
    "widget": lambda p: f"<div class='widget widget-content'>{tagged('p', p)}</div>",
    "sidebar": lambda p: f"<div id='sidebar-left-main'>{tagged('p', p)}</div>",
    "paywall": lambda p: f"<div class='paywall'>{tagged('p', p)}</div>",
    "no names": lambda p: f"<div><div>{tagged('p', p)}</div></div>",
    "sections": lambda p: "".join(f"<section class='part'>{tagged('p', part)}</section>" for part in half(p)),
    "cards": lambda p: "<div class='cards'>" + "".join(f"<div class='card'><p>{text}</p></div>" for text in p) + "</div>",
    "divs": lambda p: f"<div class='text'>{tagged('div', p)}</div>",
    "breaks": lambda p: "<div class='text'>" + "<br><br>".join(p) + "</div>",
    "table": lambda p: f"<table><tr><td>{tagged('p', p)}</td></tr></table>",
    "custom elements": lambda p: f"<news-story><news-body>{tagged('p', p)}</news-body></news-story>",
    "hidden until a script runs": lambda p: f"<div style='display:none' id='body'>{tagged('p', p)}</div><script>show('body')</script>",
    "advertisements between": lambda p: "<article>" + "<div class='ad'>Advertisement</div>".join(tagged("p", part) for part in half(p)) + "</article>",
    "blog post": lambda p: f"<div class='post hentry'><div class='entry-content'>{tagged('p', p)}</div></div>",
    "lead in the header": lambda p: f"<article><header><p class='lead'>{p[0]}</p></header>{tagged('p', p[1:])}</article>",
    "list in the text": lambda p: f"<article>{tagged('p', p[:1])}<ul>{tagged('li', p[1:3])}</ul>{tagged('p', p[3:])}</article>",
    "quotations": lambda p: f"<article>{tagged('p', p[:1])}<blockquote>{tagged('p', p[1:2])}</blockquote>{tagged('p', p[2:])}</article>",
    "old page": lambda p: f"<center><font size=2>{'<p>'.join(p)}</font></center>",
}
BEFORE = [
    lambda r: f"<nav><ul>{teasers(r)}</ul></nav>",
    lambda r: f"<div class='menu'>{teasers(r, 'span')}</div>",
    lambda r: "<div class='cookie-banner'><p>We and our partners use cookies to measure how this site is used.</p><button>Accept</button></div>",
    lambda r: "<div class='share'><a href='#'>Share</a> <a href='#'>Tweet</a> <a href='#'>Print</a></div>",
]
AFTER = [
    lambda r: f"<aside><h3>Most read</h3><ol>{teasers(r)}</ol></aside>",
    lambda r: f"<section class='related'><h3>Related</h3>{teasers(r, 'div')}</section>",
    lambda r: "<div id='comments'>" + "".join(f"<div class='comment'><b>reader{n}</b><p>I do not agree. {sentence(r)}</p></div>" for n in range(r.randint(1, 5))) + "</div>",
    lambda r: "<form><p>Sign up for our newsletter</p><input type=email></form>",
    lambda r: f"<figure><img src=a.jpg><figcaption>Picture: {sentence(r)}</figcaption></figure>",
]


def pages(count, seed=1):
    """`count` pages: (name, HTML, article)."""
    random_ = random.Random(seed)
    layouts = list(LAYOUTS.items())
    for number in range(count):
        layout, build = layouts[number % len(layouts)]
        paragraphs = [paragraph(random_) for _ in range(random_.randint(5, 12))]
        title = sentence(random_)[:-1]
        before = "".join(part(random_) for part in random_.sample(BEFORE, 2))
        after = "".join(part(random_) for part in random_.sample(AFTER, 3))
        page = (
            f"<!DOCTYPE html><html lang=en><head><title>{title} | The Almar Post</title></head><body><header>The Almar Post</header>{before}"
            f"<h1>{title}</h1>{build(paragraphs)}{after}<footer><p>© The Almar Post. All rights reserved.</p></footer></body></html>"
        )
        yield f"{layout} {number}", page, "\n".join(paragraphs)

#!/usr/bin/env python3
"""crawl.py SUITOR FOLDER [--record PAGE]: how fast a news crawl is read.

FOLDER holds what articles.py made. Its articles become pages as news sites send them (menus,
scripts, styles, related stories, structured data), each in a record of a WARC file packed record by
record, as Common Crawl's news crawl is; some pages are in chunks and packed once more, some records
are pictures, requests and metadata. Beside each figure stands what `zcat | wc -c` takes for the same
file in the same run. Prints a table in Markdown; with --record it also takes its place in PAGE.
"""
import argparse
import gzip
import html
import json
import pathlib
import random
import tempfile
import zlib

import run

PAGES = 1500
BEGIN, END = "<!-- crawl measured by ./dev bench -->", "<!-- crawl until here -->"


def script(drawn, size):
    """Something that packs about as well as the scripts of a site."""
    words = ["function", "return", "window", "document", "var", "this", "true", "false", "null", "push", "data", "config", "event", "length"]
    out, n = [], 0
    while n < size:
        name = f"{drawn.choice(words)}{drawn.randrange(4000):x}"
        out.append(f"{drawn.choice(words)}({name}.{drawn.choice(words)},{drawn.randrange(100000)});")
        n += len(out[-1])
    return "".join(out)


def page(article, drawn, shared, titles):
    menu = "".join(f'<li class="nav-item nav-{i}"><a href="/section/{i}" data-track="nav:{i}">Section {i}</a></li>' for i in range(60))
    related = "".join(f'<article class="card"><a href="/story/{drawn.randrange(10**6)}"><h3>{html.escape(drawn.choice(titles))}</h3></a><time>3 hours ago</time></article>' for _ in range(20))
    body = "".join(f"<p>{html.escape(part)}</p>" for part in article["text"].split("\n") if part.strip())
    told = json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", "headline": article["title"], "datePublished": f"{article['date']}T09:00:00Z", "publisher": {"@type": "Organization", "name": article["outlet"]}})
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{html.escape(article['title'])}</title>
<meta property="og:title" content="{html.escape(article['title'])}"><script type="application/ld+json">{told}</script>
<style>{shared['style']}</style><script>{shared['script']}</script><script>{script(drawn, 6000)}</script></head>
<body><header><nav><ul>{menu}</ul></nav></header><main><article><h1>{html.escape(article['title'])}</h1>{body}</article>
<aside>{related}</aside></main><footer><ul>{menu}</ul></footer><script>{script(drawn, 4000)}</script></body></html>""".encode()


def chunked(body):
    return b"".join(b"%x\r\n%s\r\n" % (len(body[i : i + 8000]), body[i : i + 8000]) for i in range(0, len(body), 8000)) + b"0\r\n\r\n"


def response(body, kind, drawn):
    fields = [b"HTTP/1.1 200 OK", b"Content-Type: " + kind, b"Server: nginx", b"Cache-Control: max-age=60"]
    how = drawn.randrange(4)
    if how == 1:
        body = zlib.compress(body, wbits=31)
        fields.append(b"Content-Encoding: gzip")
    if how >= 2:
        body = chunked(body)
        fields.append(b"Transfer-Encoding: chunked")
    return b"\r\n".join(fields) + b"\r\n\r\n" + body


def record(number, kind, uri, block, date):
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: {date}T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number:032x}>\r\nContent-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    return gzip.compress(head.encode() + block + b"\r\n\r\n", compresslevel=6, mtime=0)


def write(articles, path):
    drawn = random.Random(11)
    shared = {"style": script(drawn, 25000).replace("(", "{").replace(")", "}"), "script": script(drawn, 30000)}
    titles = [a["title"] for a in articles]
    plain = 0
    with open(path, "wb") as out:
        for n, article in enumerate(articles):
            uri = f"https://news.example/{n}"
            out.write(record(3 * n, "request", uri, b"GET / HTTP/1.1\r\nHost: news.example\r\n\r\n", article["date"]))
            body = page(article, drawn, shared, titles)
            plain += len(body)
            out.write(record(3 * n + 1, "response", uri, response(body, b"text/html; charset=utf-8", drawn), article["date"]))
            if n % 10 == 0:
                out.write(record(3 * n + 2, "response", uri + ".jpg", response(drawn.randbytes(30000), b"image/jpeg", drawn), article["date"]))
    return plain / 1e6


def articles_of(folder):
    out = []
    with open(folder / "articles.jsonl", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            words = article["text"].split()
            article.setdefault("title", " ".join(words[:9]))
            article.setdefault("date", "2026-03-01")
            article.setdefault("outlet", "The Example")
            article["title"], article["date"], article["outlet"] = article["title"] or " ".join(words[:9]), article["date"] or "2026-03-01", article["outlet"] or "The Example"
            out.append(article)
            if len(out) == PAGES:
                break
    return out


def table(suitor, crawl, pages):
    size = crawl.stat().st_size / 1e6
    yield f"| {PAGES:,} pages, {pages:.0f} MB, {size:.1f} MB as WARC.gz | by the clock, s | of processors, s | pages/s | times `zcat` by the clock |"
    yield "|---|---|---|---|---|"
    plain, spent = run.best(f"zcat {crawl} | wc -c >/dev/null")
    yield f"| `zcat \\| wc -c` | {plain:.2f} | {spent:.2f} | {PAGES / plain:,.0f} | 1.0 |"
    for threads in (1, 2):
        seconds, spent = run.best(f"{suitor} extract --threads {threads} {crawl} >/dev/null")
        yield f"| `suitor extract`, {threads} thread{'s' * (threads > 1)} | {seconds:.2f} | {spent:.2f} | {PAGES / seconds:,.0f} | {seconds / plain:.1f} |"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("suitor", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--record", type=pathlib.Path)
    arguments = parser.parse_args()
    told = []
    with tempfile.TemporaryDirectory() as work:
        crawl = pathlib.Path(work) / "crawl.warc.gz"
        pages = write(articles_of(arguments.folder), crawl)
        for line in table(arguments.suitor, crawl, pages):
            print(line, flush=True)
            told.append(line)
    print(flush=True)
    if arguments.record:
        run.record(arguments.record, told, BEGIN, END)


main()

"""Serve the sample articles, and ask for everything: each route with right and wrong input, against
what the command line says; and as a hostile page, a slow client and a crowd would.

api.py SUITOR ARTICLES OPENAPI ROUTES
"""

import http.client
import json
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from urllib.parse import quote, urlencode

# For each route a query that it answers, and the command that says the same.
SAME = [
    ("/api/stats", [], ["--json", "stats"]),
    ("/api/names", [("q", "bast"), ("n", "5")], ["--json", "names", "bast", "-n", "5"]),
    ("/api/names", [], ["--json", "names"]),
    ("/api/graph", [("top", "3")], ["export", "--format", "json", "--top", "3"]),
    ("/api/races", [], ["--json", "rivals"]),
    ("/api/races", [("at", "2026-03-31")], ["--json", "rivals", "--at", "2026-03-31"]),
    ("/api/rivals", [("name", "Bastoni")], ["--json", "rivals", "Bastoni"]),
    ("/api/rivals", [("name", "Liverpool"), ("name", "Arsenal")], ["--json", "rivals", "Liverpool", "Arsenal"]),
    ("/api/explain", [("player", "Bastoni"), ("club", "Liverpool")], ["--json", "explain", "Bastoni", "Liverpool"]),
    ("/api/timeline", [("name", "Bastoni")], ["--json", "timeline", "Bastoni"]),
    ("/api/clusters", [("resamples", "5")], ["--json", "clusters", "--resamples", "5"]),
    ("/api/similar", [("name", "Bastoni")], ["--json", "similar", "Bastoni"]),
    ("/api/central", [], ["--json", "central"]),
    ("/api/brokers", [("top", "3")], ["--json", "brokers", "--top", "3"]),
    ("/api/keystones", [("runs", "50")], ["--json", "keystones", "--runs", "50"]),
    ("/api/backtest", [("runs", "50"), ("until", "2026-09-01")], ["--json", "backtest", "--runs", "50", "--until", "2026-09-01"]),
    ("/api/registers", [], ["--json", "registers"]),
    ("/api/registers", [("name", "Bastoni"), ("top", "3")], ["--json", "registers", "Bastoni", "--top", "3"]),
    ("/api/registers", [("conflicts", "1")], ["--json", "registers", "--conflicts"]),
    ("/api/need", [("club", "Tottenham"), ("position", "CB"), ("runs", "50")], ["--json", "need", "Tottenham", "CB", "--runs", "50"]),
    ("/api/chains", [("name", "Bastoni -> Liverpool"), ("runs", "50")], ["--json", "chains", "Bastoni -> Liverpool", "--runs", "50"]),
    ("/api/simulate", [("what", "Bastoni -> Liverpool"), ("runs", "50"), ("seed", "7")], ["--json", "simulate", "Bastoni -> Liverpool", "--runs", "50", "--seed", "7"]),
    ("/api/article", [("id", "ARTICLE")], ["--json", "article", "ARTICLE"]),
    ("/api/export", [("format", "csv"), ("table", "nodes")], ["export", "--format", "csv", "--table", "nodes"]),
    ("/api/export", [("format", "svg"), ("focus", "Bastoni")], ["export", "--format", "svg", "--focus", "Bastoni"]),
    ("/api/export", [("format", "gexf")], ["export", "--format", "gexf"]),
]

# Requests that must be refused, with what and what the message says.
WRONG = [
    ("/api/rivals?name=Nobody", 400, "no player or club called"),
    ("/api/rivals", 400, "is missing"),
    ("/api/backtest?runs=50&until=2026-05-31", 400, "no transfer is known"),
    ("/api/rivals?name=a&name=b&name=c", 400, "2 times at most"),
    ("/api/rivals?nome=a", 400, "no parameter of that name"),
    ("/api/rivals?name=", 400, "1 to 200 bytes"),
    ("/api/rivals?name=" + "x" * 201, 400, "1 to 200 bytes"),
    ("/api/rivals?name=a%00b", 400, "hexadecimal digits"),
    ("/api/rivals?name=a%1bb", 400, "control characters"),
    ("/api/rivals?name=%ff%fe", 400, "UTF-8"),
    ("/api/rivals?name=--help", 400, "no player or club called"),
    ("/api/rivals?name=--db=/etc/passwd", 400, "no player or club called"),
    ("/api/races?at=yesterday", 400, "date"),
    ("/api/races?at=2026-13-01", 400, "date"),
    ("/api/graph?top=-1", 400, "whole number"),
    ("/api/graph?top=99999999999999999999", 400, "whole number"),
    ("/api/simulate?what=Bastoni", 400, "none of"),
    ("/api/simulate?what=a&runs=200001", 400, "200000"),
    ("/api/simulate?what=a&stream=yes", 400, "can be 1 only"),
    ("/api/simulate?" + "&".join(["what=a"] * 17), 400, "16 times"),
    ("/api/races?" + "&".join(f"k{i}=1" for i in range(60)), 400, "too many"),
    ("/api/export?format=exe", 400, "must be one of"),
    ("/api/export?format=../../etc/passwd", 400, "must be one of"),
    ("/api/export?format=svg&focus=Nobody", 400, "no player or club called"),
    ("/api/export?format=svg&focus=Liverpool&focus=Nobody", 400, "no club called"),
    ("/api/export?format=svg&cluster=0", 400, "expected a number from 1"),
    ("/api/export?format=svg&cluster=1&rivals=1", 400, "choose one"),
    ("/api/article?id=../../etc/passwd", 400, "no article called"),
    ("/api/nothing", 404, "nothing at this address"),
    ("/../../etc/passwd", 404, "nothing at this address"),
    ("/api/", 404, "nothing at this address"),
    ("/api/stats%00", 400, "hexadecimal digits"),
    ("/api/rivals?name=%zz", 400, "hexadecimal digits"),
    ("/api/rivals?name=100%", 400, "hexadecimal digits"),
]


class Failure(Exception):
    pass


def check(held, what):
    if not held:
        raise Failure(what)


class Server:
    def __init__(self, suitor, store):
        self.process = subprocess.Popen([suitor, "--db", store, "serve", "--port", "0"], stdout=subprocess.PIPE, text=True)
        first = self.process.stdout.readline()
        self.port = int(re.search(r"http://127\.0\.0\.1:(\d+)/", first).group(1))

    def get(self, path, method="GET", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request(method, path, headers={k.replace("_", "-"): v for k, v in headers.items()})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, body, answer.headers

    def socket(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=60)

    def raw(self, bytes_, patience=60):
        """What comes back until the server closes, or nothing more comes for that many seconds."""
        got = b""
        with self.socket() as s:
            s.settimeout(patience)
            try:
                s.sendall(bytes_)
                while part := s.recv(65536):
                    got += part
            except OSError:  # refused before all was sent, or waiting for more
                pass
        return got

    def end(self):
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=30)


def run(*command):
    done = subprocess.run(command, capture_output=True)
    check(done.returncode == 0, f"{command}: {done.stderr.decode()}")
    return done.stdout


def check_same(server, suitor, store, article):
    for path, values, command in SAME:
        values = [(k, article if v == "ARTICLE" else v) for k, v in values]
        command = [article if w == "ARTICLE" else w for w in command]
        url = path + ("?" + urlencode(values, quote_via=quote) if values else "")
        said = run(suitor, "--db", store, *command)
        for _ in range(2):  # worked out, then as kept
            status, body, headers = server.get(url)
            check(status == 200, f"{url}: {status} {body[:200]}")
            check(body == said, f"{url} differs from {command}")
        check(headers["X-Content-Type-Options"] == "nosniff", f"{url}: guards are missing")
        head, nothing, _ = server.get(url, "HEAD")
        check(head == 200 and nothing == b"", f"HEAD {url}: {head} {nothing[:50]}")


def check_description(server, openapi, routes):
    described = json.loads(Path(openapi).read_text())
    check(json.loads(server.get("/api/openapi.json")[1]) == described, "the description served is another")
    known = set(re.findall(r'"(/api/\w+)"', Path(routes).read_text()))
    check(known == set(described["paths"]), f"routes and description: {known ^ set(described['paths'])}")
    check(known == {path for path, _, _ in SAME}, "a route is not tried")
    for path, values, _ in SAME:
        what = described["paths"][path]["get"]
        names = {p["name"] for p in what["parameters"]}
        check({k for k, _ in values} <= names, f"{path}: {values} and {names}")
        content = what["responses"]["200"]["content"]
        if "application/json" in content and path != "/api/article":
            answer = json.loads(server.get(path + "?" + urlencode(values, quote_via=quote))[1])
            missing = set(content["application/json"]["schema"]["required"]) - set(answer)
            check(not missing, f"{path} has no {missing}")


def check_wrong(server):
    for url, wanted, words in WRONG:
        status, body, _ = server.get(url)
        check(status == wanted, f"{url[:80]}: {status} {body[:200]}")
        check(words in json.loads(body)["error"], f"{url[:80]}: {body[:200]}")
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH"):
        status, body, headers = server.get("/api/stats", method)
        check(status == 405 and headers["Allow"] == "GET, HEAD", f"{method}: {status}")


def check_strangers(server):
    here = f"127.0.0.1:{server.port}"
    for headers, wanted in [
        ({"Host": here}, 200),
        ({"Host": f"localhost:{server.port}"}, 200),
        ({"Host": f"[::1]:{server.port}"}, 200),
        ({"Host": "evil.example"}, 403),
        ({"Host": f"evil.example:{server.port}"}, 403),
        ({"Host": "127.0.0.1:1"}, 403),
        ({"Origin": f"http://{here}"}, 200),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "none"}, 200),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
    ]:
        status, _, answered = server.get("/api/stats", **headers)
        check(status == wanted, f"{headers}: {status}")
        check("Access-Control-Allow-Origin" not in answered, "others may read")
    check(server.get("/", **{"Sec-Fetch-Site": "cross-site"})[0] == 200, "a link to the page")
    check(b"403" in server.raw(b"GET /api/stats HTTP/1.0\r\n\r\n").split(b"\r\n")[0], "without a Host")
    two = f"GET /api/stats HTTP/1.0\r\nHost: {here}\r\nHost: evil.example\r\n\r\n".encode()
    check(b"400" in server.raw(two).split(b"\r\n")[0], "with two")


def check_page(server):
    status, body, headers = server.get("/")
    check(status == 200 and b"<html" in body, "the page")
    check("default-src 'none'" in headers["Content-Security-Policy"], "the page has no policy")
    check(server.get("/", If_None_Match=headers["ETag"])[0] == 304, "the page is sent again")
    check(server.get("/index.html")[1] == body, "index.html")


def check_stream(server):
    url = "/api/simulate?what=Bastoni%20-%3E%20Liverpool&runs=100000&stream=1"
    for _ in range(2):
        status, body, headers = server.get(url)
        events = [e.split("\n", 1) for e in body.decode().strip().split("\n\n")]
        check(status == 200 and headers["Content-Type"] == "text/event-stream", f"{status} {headers}")
        check(events[-1][0] == "event: result", f"the stream ends with {events[-1][0]}")
        check(all(e[0] == "event: progress" for e in events[:-1]), "other events")
        answer = json.loads(events[-1][1][len("data: ") :])
        check(answer["runs"] == 100000, "another answer")
    body = server.get("/api/simulate?what=Nobody%20stays&stream=1")[1]
    check(body.startswith(b"event: failed\ndata: {"), f"{body[:100]}")


def check_wire(server):
    host = f"Host: 127.0.0.1:{server.port}\r\n".encode()
    one = b"GET /api/stats HTTP/1.1\r\n" + host
    two = server.raw(one + b"\r\n" + one + b"Connection: close\r\n\r\n")
    check(two.count(b"HTTP/1.1 200") == 2, "two requests at once on one connection")
    check(b" 200 " in server.raw(b"GET /api/stats HTTP/1.0\r\n" + host + b"\r\n"), "HTTP/1.0")
    for bad in (b"\0\1\2\3\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n" + host + b"\r\n", b"GET " + b"a" * 100000 + b" HTTP/1.1\r\n\r\n",
                b"GET / HTTP/1.1\r\n" + b"X: " + b"y" * 100000 + b"\r\n\r\n", b"GET /%zz HTTP/1.1\r\n" + host + b"\r\n"):
        answer = server.raw(bad, patience=0.2)
        check(not answer.startswith(b"HTTP/1.1 200"), f"{bad[:30]}: {answer[:60]}")
    for cut in range(1, 40, 7):  # clients that go away
        with server.socket() as s:
            s.sendall((b"GET /api/races HTTP/1.1\r\n" + host + b"\r\n")[:-cut] if cut > 1 else b"GET /api/races HTTP/1.1\r\n" + host + b"\r\n")
    check(server.get("/api/stats")[0] == 200, "after clients that went away")


def check_hung_up(server):
    """Work for clients that went away is given up: 40 of them, each good for some seconds of work."""
    begun = time.monotonic()
    for seed in range(40):
        with server.socket() as s:
            path = f"/api/simulate?what=Bastoni%20-%3E%20Liverpool&runs=200000&seed={seed}"
            s.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n".encode())
    check(server.get("/api/races?at=2026-04-04")[0] == 200, "after clients that went away")
    return time.monotonic() - begun


def check_crowd(server, n):
    """As many connections at once as files may be open, all idle; then everybody asks."""
    crowd = []
    try:
        for _ in range(n):
            crowd.append(server.socket())
    except OSError as error:
        check(len(crowd) > 200, f"{len(crowd)} connections: {error}")
    begun = time.monotonic()
    for s in crowd[::50]:
        s.sendall(f"GET /api/stats HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n".encode())
        check(s.recv(64).startswith(b"HTTP/1.1 200"), "one of a crowd got no answer")
    for s in crowd:
        s.close()
    return len(crowd), time.monotonic() - begun


def check_together(server, suitor, store):
    said = run(suitor, "--db", store, "--json", "rivals", "Murillo")
    answers = [None] * 24

    def ask(i):
        answers[i] = server.get("/api/rivals?name=Murillo" + (f"&at=2026-05-{i + 1:02}" if i % 2 else ""))

    threads = [threading.Thread(target=ask, args=(i,)) for i in range(len(answers))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    check(all(a[0] == 200 for a in answers), "not all of several at once were answered")
    check(all(a[1] == said for a in answers[::2]), "several at once got different answers")


def check_news(server, suitor, store, folder):
    """What is ingested meanwhile is in the next answer."""
    before = json.loads(server.get("/api/stats")[1])["articles"]
    text = Path(folder) / "news.txt"
    text.write_text("2026-05-30\n\nChelsea are keen on signing Everton defender Jarrad Branthwaite.\n")
    run(suitor, "--db", store, "ingest", text)
    check(json.loads(server.get("/api/stats")[1])["articles"] == before + 1, "the answer is of the old store")


def check_starting(suitor, store, port):
    for command, words in [
        (["--db", store, "serve", "--port", str(port)], "cannot be listened on"),
        (["--db", "nowhere.db", "serve", "--port", "0"], "nowhere.db"),
        (["--db", store, "serve", "--port", "70000"], "--port"),
    ]:
        done = subprocess.run([suitor, *command], capture_output=True, text=True, timeout=30)
        check(done.returncode in (1, 2) and words in done.stderr, f"{command}: {done.returncode} {done.stderr}")


def main(suitor, articles, openapi, routes):
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "market.db")
        run(suitor, "--db", store, "ingest", articles)
        moves = Path(folder) / "moves.csv"
        moves.write_text("player,from,to,date\nAlessandro Bastoni,Inter,Liverpool,2026-07-01\n")
        run(suitor, "--db", store, "import", "transfers", moves)
        article = json.loads(run(suitor, "--db", store, "--json", "explain", "Bastoni", "Liverpool"))["evidence"][0]["article"]
        server = Server(suitor, store)
        try:
            check_same(server, suitor, store, article)
            check_description(server, openapi, routes)
            check_wrong(server)
            check_strangers(server)
            check_page(server)
            check_stream(server)
            check_wire(server)
            hung_up = check_hung_up(server)
            crowd, seconds = check_crowd(server, 10000)
            check_together(server, suitor, store)
            check_news(server, suitor, store, folder)
            check_starting(suitor, store, server.port)
        finally:
            status = server.end()
        check(status == 0, f"it ends with {status}")
        print(f"{len(SAME)} answers, {len(WRONG)} refusals, {crowd} connections at once, asked in {seconds:.1f} s, next answer after 40 that hung up in {hung_up:.1f} s")


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except Failure as failure:
        sys.exit(f"api: {failure}")

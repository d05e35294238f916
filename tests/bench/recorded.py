"""Serves recorded answers, chosen by the function that a request names. Prints its port."""

from __future__ import annotations

import re
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

FOLDER = Path(sys.argv[1])
ANSWERS = {path.stem: path.read_bytes() for path in FOLDER.glob("*.xml")}
WSDL = (FOLDER / "api.wsdl").read_bytes()


class Handler(BaseHTTPRequestHandler):
    """Answers and says nothing about it."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def answer(self, body: bytes) -> None:
        """Sends a body."""
        self.send_response(200)
        self.send_header("Content-Type", "text/xml; charset=ISO-8859-1")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        """The WSDL."""
        port = self.server.server_address[1]
        self.answer(re.sub(rb"127\.0\.0\.1:\d+", b"127.0.0.1:%d" % port, WSDL))

    def do_POST(self) -> None:
        """What was recorded."""
        request = self.rfile.read(int(self.headers["Content-Length"]))
        names = re.findall(rb"<(?:[\w-]+:)?(\w+)", request)
        self.answer(next(ANSWERS[name.decode()] for name in names if name.decode() in ANSWERS))

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
print(server.server_address[1], flush=True)
server.serve_forever()

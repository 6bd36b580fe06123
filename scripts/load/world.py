#!/usr/bin/env python3
"""Fills a running Gatehouse with the world of documents: its model, and as many relationships as one likes.

The world is that of `WorldOfDocuments` in the tests of `permissions`, which prints it. See README.md.
"""
import argparse
import http.client
import json
import pathlib
import subprocess
import sys
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
CLASSES = ":".join(str(ROOT / "permissions/target" / part) for part in ("test-classes", "classes"))
AT_ONCE = 1_000


def printed(java, what):
    return subprocess.Popen([java, "-cp", CLASSES, "dev.gatehouse.permissions.WorldOfDocuments", what],
                            stdout=subprocess.PIPE, text=True).stdout


class Server:
    def __init__(self, url, token):
        url = urllib.parse.urlsplit(url)
        self.wire = http.client.HTTPConnection(url.hostname, url.port or 80, timeout=60)
        self.headers = {"Content-Type": "application/json", "Authorization": "Bearer " + token}

    def post(self, path, body):
        self.wire.request("POST", path, json.dumps(body), self.headers)
        answer = self.wire.getresponse()
        text = answer.read().decode()
        if answer.status >= 300:
            sys.exit(f"POST {path} answered {answer.status}: {text}")

    def write(self, lines):
        writes = [dict(zip(("object", "relation", "user"), line.split())) for line in lines]
        self.post("/v1/relationships", {"writes": writes, "idempotent": True})


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("token", help="of an administrator")
    parser.add_argument("client", help="client_id of whoever shall ask")
    parser.add_argument("--relationships", type=int, default=1_000_000)
    parser.add_argument("--url", default="http://127.0.0.1:8080")
    parser.add_argument("--java", default="java", help="of JDK 25")
    arguments = parser.parse_args()
    server = Server(arguments.url, arguments.token)
    server.post("/v1/models", {"text": printed(arguments.java, "model").read()})
    server.write([f"gatehouse:main ask client:{arguments.client}"])
    began, lines, written = time.monotonic(), [], 0
    for line in printed(arguments.java, str(arguments.relationships)):
        lines.append(line)
        if len(lines) == AT_ONCE:
            server.write(lines)
            written += len(lines)
            lines = []
    if lines:
        server.write(lines)
    print(f"{written + len(lines):,} relationships in {time.monotonic() - began:.1f} s")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Loads a running Gatehouse with wrk, and says how many requests a second it answers and what each costs.

See README.md. The standard library is enough.
"""
import argparse
import base64
import hashlib
import http.client
import json
import os
import pathlib
import re
import secrets
import subprocess
import sys
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
REDIRECT = "http://127.0.0.1/cb"
PASSWORD = "a long way to the harbour"


class Person:
    """A browser and its client: keeps cookies, follows nothing by itself."""

    def __init__(self, url, client, scope):
        self.scope = scope
        self.url = urllib.parse.urlsplit(url)
        self.client = client
        self.cookies = {}
        self.wire = http.client.HTTPConnection(self.url.hostname, self.url.port or 80, timeout=30)

    def send(self, method, path, form=None, **headers):
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        body = None
        if form is not None:
            body = urllib.parse.urlencode(form)
            headers.setdefault("Content-Type", "application/x-www-form-urlencoded")
        self.wire.request(method, path, body, headers)
        answer = self.wire.getresponse()
        text = answer.read().decode()
        if answer.status >= 400:
            sys.exit(f"{method} {path} answered {answer.status}: {text}")
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.split(";")[0]
        return answer, text

    def tokens(self, email):
        """Once through the authorization code flow, with the pages where they are needed."""
        verifier = secrets.token_urlsafe(32)
        asked = urllib.parse.urlencode({
            "response_type": "code", "client_id": self.client[0], "redirect_uri": REDIRECT, "scope": self.scope,
            "code_challenge": challenge_of(verifier), "code_challenge_method": "S256", "state": "load"})
        answer, text = self.send("GET", "/oauth2/authorize?" + asked)
        while not (place := answer.getheader("Location", "")).startswith(REDIRECT):
            if place:
                answer, text = self.send("GET", place)
                continue
            form = dict(re.findall(r'<input type="hidden" name="([a-z]+)" value="([^"]*)">', text))
            answer, text = self.send("POST", "/sign-in", form | {"email": email, "password": PASSWORD})
        code = urllib.parse.parse_qs(urllib.parse.urlsplit(place).query)["code"][0]
        _, text = self.send("POST", "/oauth2/token", Authorization=basic(self.client), form={
            "grant_type": "authorization_code", "code": code, "redirect_uri": REDIRECT, "code_verifier": verifier})
        return json.loads(text)


def challenge_of(verifier):
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")


def basic(client):
    return "Basic " + base64.b64encode(":".join(client).encode()).decode()


def prepared(what, url, client, scope, connections):
    """What the Lua script needs: it reads it from the environment."""
    environment = {"LOAD_BASIC": basic(client), "LOAD_CLIENT": client[0], "LOAD_PASSWORD": PASSWORD,
                   "LOAD_CHALLENGE": challenge_of("a-verifier-that-is-as-long-as-the-rules-ask-for")}
    if what in ("client-credentials", "check", "evaluation"):
        return environment
    email = f"load-{secrets.token_hex(6)}@example.com"
    person = Person(url, client, scope)
    headers = {"Content-Type": "application/json"}
    person.wire.request("POST", "/v1/accounts", json.dumps({"email": email, "password": PASSWORD}), headers)
    answer = person.wire.getresponse()
    if answer.status != 201:
        sys.exit(f"an account could not be made: {answer.status} {answer.read().decode()}")
    answer.read()
    environment["LOAD_EMAIL"] = email
    if what == "sign-in":
        return environment
    wanted = 2 * connections if what == "refresh" else 1
    got = [person.tokens(email) for _ in range(wanted)]
    environment["LOAD_ACCESS_TOKEN"] = got[0]["access_token"]
    environment["LOAD_REFRESH_TOKENS"] = " ".join(each["refresh_token"] for each in got)
    return environment


def cpu_seconds(pid):
    """User and system time of a process so far."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def load(arguments, environment, seconds):
    before = cpu_seconds(arguments.pid) if arguments.pid else 0
    said = subprocess.run(
        ["wrk", "-t1", "--latency", f"-c{arguments.connections}", f"-d{seconds}", "--timeout", "30s",
         "-s", str(HERE / f"{arguments.what}.lua"), arguments.url],
        env=os.environ | environment, cwd=HERE, capture_output=True, text=True, check=True).stdout
    counted = re.search(r"(\d+) requests in ([\d.]+)(ms|s|m)", said)
    if not counted:
        sys.exit(said)
    requests = int(counted[1])
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])
    line = f"{arguments.what}: {rate:,.0f} requests/s"
    slowest = re.search(r"99%\s+([\d.]+\w+)", said)
    if slowest:
        line += f", 99% within {slowest[1]}"
    finished = re.search(r"finished (\d+)", said)
    if finished:
        requests = int(finished[1])
        line += f", {requests} from beginning to end"
    if arguments.pid:
        used = cpu_seconds(arguments.pid) - before
        memory = re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{arguments.pid}/status").read_text())[1]
        line += f"; {used / max(requests, 1) * 1e6:.1f} µs of processor time each; {int(memory) // 1024} MB"
    print(line, flush=True)
    for fault in re.findall(r"^.*(?:Non-2xx|Socket errors|wrong).*$", said, re.MULTILINE):
        print("  " + fault.strip(), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=sorted(path.stem for path in HERE.glob("*.lua")))
    parser.add_argument("client", help="client_id:secret of the client that README.md registers")
    parser.add_argument("--url", default="http://127.0.0.1:8080")
    parser.add_argument("--pid", type=int, help="of the server: tells what each request costs it")
    parser.add_argument("-c", "--connections", type=int, default=64)
    parser.add_argument("-d", "--seconds", type=int, default=10)
    parser.add_argument("-r", "--rounds", type=int, default=3)
    parser.add_argument("--scope", default="openid profile email",
                        help="of the person's tokens; without openid there is no ID token to sign")
    arguments = parser.parse_args()
    client = tuple(arguments.client.split(":", 1))
    for _ in range(arguments.rounds):
        load(arguments, prepared(arguments.what, arguments.url, client, arguments.scope, arguments.connections),
             arguments.seconds)


main()

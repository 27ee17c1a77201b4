"""Runs `npm start` in a terminal of its own, with a kernel that never stops computing, ends it as told and says what is left.

python terminal.py COLLECTION ENDING
"""
import json
import os
import pty
import re
import select
import signal
import sys
import threading
import time
import urllib.error
import urllib.request
from contextlib import suppress

import psutil
import websocket

root, ending = sys.argv[1:]
STANDSTILL = 300  # seconds in which nothing is said and nothing ends
LINES = 20_000 if ending == "answered y" else 1

pid, screen = pty.fork()
if pid == 0:
    os.chdir(root)
    os.environ["TERM"] = "xterm-256color"  # in which Node would print numbers in colour
    os.execvp("npm", ["npm", "start", "--", "--no-browser", "--port", str(18900 + os.getpid() % 900)])
said = []
everything = [psutil.Process(pid)]
closing = threading.Event()


def listen():
    with suppress(OSError):
        while not closing.is_set():
            if select.select([screen], [], [], 0.05)[0]:
                said.append(os.read(screen, 65536).decode(errors="replace"))
        os.close(screen)


def alive():
    left = []
    for process in everything:
        with suppress(psutil.NoSuchProcess):
            if process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
                left.append(process)
    return left


def until(condition, what):
    moved = None
    while not (found := condition()):
        now = len(said), len(alive())
        if now != moved:
            moved, since = now, time.monotonic()
        if time.monotonic() - since > STANDSTILL:
            left = "; ".join(" ".join(process.cmdline())[-80:] for process in alive())
            sys.exit(f"{what}: nothing has moved; left: {left}; said: {''.join(said)[-2000:]}")
        time.sleep(0.05)
    return found


def ended():
    with suppress(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)
    return not alive()


def ask(path, body=None):
    headers = {"Authorization": f"token {token}"}
    request = urllib.request.Request(address + path, body and json.dumps(body).encode(), headers)
    return json.load(urllib.request.urlopen(request, timeout=STANDSTILL))


def started_kernel():
    with suppress(urllib.error.URLError):
        return ask("/api/kernels", {"name": "tslab"})["id"]


def printed_lines(code):
    """Runs a cell that may never end and returns how many of its lines are the bare numbers 0, 1, …, once all are there."""
    socket = websocket.create_connection(
        f"{address.replace('http', 'ws')}/api/kernels/{kernel}/channels?token={token}", timeout=STANDSTILL
    )
    header = {"msg_id": "1", "msg_type": "execute_request", "session": "1", "username": "", "version": "5.3"}
    content = {"code": code, "silent": False, "store_history": False, "user_expressions": {}, "allow_stdin": False}
    request = {"header": header, "parent_header": {}, "metadata": {}, "channel": "shell", "content": content}
    socket.send(json.dumps(request))
    lines = []
    while len(lines) < LINES:
        message = json.loads(socket.recv())
        if message["msg_type"] == "stream":
            lines += message["content"]["text"].split("\n")[:-1]
    return sum(line == str(k) for k, line in enumerate(lines))


def interrupt(answer):
    os.write(screen, b"\x03")
    until(lambda: "(y/[n])?" in "".join(said), "question")
    os.write(screen, answer)


threading.Thread(target=listen, daemon=True).start()
try:
    server = r"(http://127\.0\.0\.1:\d+)/lab\S*\?token=(\w+)\s"
    address, token = until(lambda: re.search(server, "".join(said)), "start").groups()
    kernel = until(started_kernel, "server")
    printed = printed_lines(f"for (let k = 0; ; k++) if (k < {LINES}) console.log(k);")
    seen = [f"{printed} line{'s'[: printed - 1]}"]
    everything += psutil.Process(pid).children(recursive=True)
    [busy] = [process for process in everything if "kernel.cjs" in " ".join(process.cmdline())]
    if ending == "answered y":
        interrupt(b"y\n")
    elif ending.startswith("answered n"):
        interrupt(b"n\n")
        until(lambda: "resuming operation" in "".join(said), "resumption")
        if ask("/api/kernels")[0]["id"] == kernel and busy.is_running():
            seen.append("resumed")
        os.kill(pid, signal.SIGTERM)
    elif ending == "terminal closed":
        closing.set()
    elif ending == "SIGKILL to npm":
        os.kill(pid, signal.SIGKILL)
    else:
        for process in everything:
            if process.pid != busy.pid:
                with suppress(psutil.NoSuchProcess):
                    process.kill()
    until(ended, "end")
    print(", ".join([*seen, "nothing left"]))
finally:
    with suppress(psutil.NoSuchProcess):
        everything += psutil.Process(pid).children(recursive=True)
    for process in alive():
        process.kill()

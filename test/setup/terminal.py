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

import psutil
import websocket

root, ending = sys.argv[1:]
STANDSTILL = 300  # seconds without anything said or done


def until(condition, what):
    last, since = None, time.monotonic()
    while not (found := condition()):
        if len(said) != last:
            last, since = len(said), time.monotonic()
        if time.monotonic() - since > STANDSTILL:
            sys.exit(f"{what}: nothing has moved; {''.join(said)[-2000:]}")
        time.sleep(0.05)
    return found


pid, screen = pty.fork()
if pid == 0:
    os.chdir(root)
    os.execvp("npm", ["npm", "start", "--", "--no-browser", "--port", str(18900 + os.getpid() % 900)])
said = []


closing = threading.Event()


def listen():
    try:
        while not closing.is_set():
            if select.select([screen], [], [], 0.05)[0]:
                said.append(os.read(screen, 65536).decode(errors="replace"))
        os.close(screen)
    except OSError:
        pass


threading.Thread(target=listen, daemon=True).start()
address, token = until(lambda: re.search(r"(http://127\.0\.0\.1:\d+)/lab\S*\?token=(\w+)\s", "".join(said)), "start").groups()


def ask(path, body=None):
    headers = {"Authorization": f"token {token}"}
    request = urllib.request.Request(address + path, body and json.dumps(body).encode(), headers)
    return json.load(urllib.request.urlopen(request))


def started_kernel():
    try:
        return ask("/api/kernels", {"name": "tslab"})["id"]
    except urllib.error.URLError:
        return None


kernel = until(started_kernel, "server")
socket = websocket.create_connection(
    f"{address.replace('http', 'ws')}/api/kernels/{kernel}/channels?token={token}"
)
header = {"msg_id": "1", "msg_type": "execute_request", "session": "1", "username": "", "version": "5.3"}
content = {"code": 'console.log("busy"); for (;;);', "silent": False, "store_history": False,
           "user_expressions": {}, "allow_stdin": False}
socket.send(json.dumps({"header": header, "parent_header": {}, "metadata": {}, "channel": "shell", "content": content}))
everything = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
kernels = lambda: [p for p in psutil.Process(pid).children(recursive=True) if "kernel.cjs" in " ".join(p.cmdline())]
busy = until(kernels, "kernel")[0]
begun = busy.cpu_times().user
until(lambda: (said.append(""), busy.cpu_times().user > begun + 2)[1], "busy cell")
everything = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
alive = lambda: [p for p in everything if p.is_running() and p.status() != psutil.STATUS_ZOMBIE]


def interrupt(answer):
    os.write(screen, b"\x03")
    until(lambda: "(y/[n])?" in "".join(said), "question")
    os.write(screen, answer)


seen = []
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
            process.kill()
ended = time.monotonic()
while alive() and time.monotonic() - ended < 120:
    try:
        os.waitpid(pid, os.WNOHANG)
    except ChildProcessError:
        pass
    time.sleep(0.05)
left = alive()
for process in left:
    process.kill()
seen.append("; ".join(" ".join(p.cmdline())[-80:] for p in left) or "nothing left")
print(", ".join(seen))

"""One user of the trial: logs in, starts a server, and runs a notebook cell by cell through the hub's proxy."""
import json
import time
import uuid
from dataclasses import dataclass, field
from functools import partial

import aiohttp
import nbformat
from jupyter_client.session import Session, json_packer
from nbclient import NotebookClient

START_LIMIT = 300  # seconds for a server or a kernel to get ready, on a machine that starts them all at once
CELL_LIMIT = 600  # seconds


class UserFault(Exception):
    """What went wrong for a user, in words."""


@dataclass
class Run:
    """What a user has seen: seconds since the login page was asked for, and the notebook with its fresh outputs."""

    seconds: dict = field(default_factory=dict)
    notebook: object = None


async def answer(response, doing):
    if response.status >= 400:
        raise UserFault(f"{doing}: the hub answers {response.status} {(await response.text())[:300]}")
    return response


class User:
    def __init__(self, name, hub, password, session):
        self.name, self.hub, self.password, self.session = name, hub, password, session
        self.server = f"{hub}/user/{name}"

    async def call(self, method, url, doing, **options):
        async with self.session.request(method, url, **options) as response:
            await answer(response, doing)
            return await response.json() if "json" in response.content_type else await response.text()

    def xsrf(self):
        cookies = self.session.cookie_jar.filter_cookies(f"{self.hub}/hub/")
        return cookies["_xsrf"].value

    async def log_in(self):
        await self.call("GET", f"{self.hub}/hub/login", "the login page")
        form = {"username": self.name, "password": self.password, "_xsrf": self.xsrf()}
        await self.call("POST", f"{self.hub}/hub/login?next=/hub/home", "logging in", data=form)
        own = f"{self.hub}/hub/api/users/{self.name}"
        headers = {"X-XSRFToken": self.xsrf()}
        made = await self.call("POST", f"{own}/tokens", "a token", headers=headers, json={"expires_in": 3600})
        self.session.headers["Authorization"] = f"token {made['token']}"

    async def start_server(self):
        own = f"{self.hub}/hub/api/users/{self.name}"
        await self.call("POST", f"{own}/server", "starting a server")
        async with self.session.get(f"{own}/server/progress") as response:
            await answer(response, "starting a server")
            async for line in response.content:
                if not line.startswith(b"data:"):
                    continue
                event = json.loads(line[5:])
                if event.get("failed"):
                    raise UserFault(f"starting a server: {event.get('message')}")
                if event.get("ready"):
                    return
        raise UserFault("starting a server: the hub stopped telling before it was ready")

    async def open_notebook(self, path):
        content = await self.call("GET", f"{self.server}/api/contents/{path}", f"opening {path}")
        wanted = {"path": path, "name": path, "type": "notebook", "kernel": {"name": "tslab"}}
        session = await self.call("POST", f"{self.server}/api/sessions", "starting a kernel", json=wanted)
        notebook = nbformat.from_dict(content["content"])
        for cell in notebook.cells:
            cell.metadata.pop("trusted", None)  # the server's word to the browser, in no file
        return notebook, session["kernel"]["id"]

    async def run_all(self, path, clock):
        run = Run()
        run.notebook, kernel = await self.open_notebook(path)
        url = f"{self.server}/api/kernels/{kernel}/channels?session_id={uuid.uuid4().hex}"
        async with self.session.ws_connect(url, max_msg_size=0, heartbeat=None) as socket:
            channel = Channel(socket)
            info = await channel.ask("kernel_info_request", {}, START_LIMIT)
            run.seconds["kernel"] = clock()
            run.notebook.metadata["language_info"] = info.reply["language_info"]
            client = NotebookClient(run.notebook)  # for what it makes of a kernel's messages; it starts nothing
            for index, cell in enumerate(run.notebook.cells):
                if cell.cell_type != "code" or not cell.source.strip():
                    continue
                request = {"code": cell.source, "silent": False, "store_history": True, "allow_stdin": False}
                cell.outputs = []
                client.clear_before_next_output = False  # which its own loop sets at every cell
                show = partial(show_in, client, cell, index)
                got = await channel.ask("execute_request", request, CELL_LIMIT, show)
                if got.reply["status"] != "ok" or any(is_complaint(output) for output in cell.outputs):
                    raise UserFault(f"{path}, cell {index + 1}: {cell.outputs or got.reply}")
                if "figure" not in run.seconds and any(is_figure(output) for output in cell.outputs):
                    run.seconds["figure"] = clock()
        run.seconds["end"] = clock()
        return run

    async def save(self, path, notebook):
        body = {"type": "notebook", "format": "json", "content": notebook}
        await self.call("PUT", f"{self.server}/api/contents/{path}", f"saving {path}", json=body)


def is_complaint(output):
    return output.output_type == "error" or output.get("name") == "stderr"


def is_figure(output):
    return "<img" in "".join(output.get("data", {}).get("text/html", ""))


@dataclass
class Answer:
    reply: dict = None
    idle: bool = False


class Channel:
    """A kernel's messages over one websocket, as JSON."""

    def __init__(self, socket):
        self.socket = socket
        self.session = Session()

    async def ask(self, kind, content, limit, show=lambda message: None):
        """Sends a request and shows what the kernel says to it until it has replied and is idle again."""
        request = self.session.msg(kind, content)
        packed = json_packer({**request, "channel": "shell", "buffers": []})
        await self.socket.send_str(packed.decode())
        got = Answer()
        until = time.monotonic() + limit
        while got.reply is None or not got.idle:
            message = await self.next_message(kind, until)
            if message["content"].get("execution_state") in ("restarting", "autorestarting", "dead"):
                raise UserFault(f"the kernel died during {kind}")
            if message["parent_header"].get("msg_id") == request["header"]["msg_id"]:
                take(got, message, show)
        return got

    async def next_message(self, kind, until):
        try:
            frame = await self.socket.receive(timeout=max(until - time.monotonic(), 0.001))
        except TimeoutError:
            raise UserFault(f"the kernel does not answer {kind}")
        if frame.type is not aiohttp.WSMsgType.TEXT:
            raise UserFault(f"the connection to the kernel ended ({frame.type.name}) during {kind}")
        return json.loads(frame.data)


def take(got, message, show):
    if message["channel"] == "shell":
        got.reply = message["content"]
    elif message["header"]["msg_type"] == "status":
        got.idle = message["content"]["execution_state"] == "idle"
    else:
        show(message)


def show_in(client, cell, index, message):
    """As nbclient does it, which joins what a stream says in parts only in its own loop."""
    content, outputs = message["content"], cell.outputs
    if message["header"]["msg_type"] == "stream" and outputs and outputs[-1].get("name") == content["name"]:
        outputs[-1].text += content["text"]
    else:
        client.process_message(message, cell, index)

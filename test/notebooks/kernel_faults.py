"""Faults of a running kernel, each with a real one; prints them as JSON. Run by kernel.test.ts."""
import json
import os
import queue
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import zmq
from kernels import STANDSTILL, execute, execute_after_error, live_kernel, reply_to

FOLDER = sys.argv[1]
# A study of networks on worker threads.
LONGEST = ("05-self-distillation.ipynb", "sameSizeStudy(networkTrials")
IMPORTS = """import {
  limitStudy, POST_DESIGN, publishedFigure, softeningStudy, watchStudy, withProgress,
} from "distillation";"""
LONG_SYNCHRONOUS = "publishedFigure({ trials: 100000 }).redrawn;"
LONG_WITH_PROGRESS = """
await withProgress("steps", async (onProgress) => {
  for (let i = 0; i < 1e9; i++) { publishedFigure({ trials: 1 }); await onProgress(i, 1e9); }
});
"""

LONG_STUDY = "const long = await watchStudy(limitStudy(POST_DESIGN, 100000), { workers: 2 });"
# Processor time of all threads of the kernel: workers left behind would use about two seconds of it.
USED = """
const before = process.cpuUsage();
await new Promise((resolve) => setTimeout(resolve, 1000));
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1e6);
"""
SHORT_STUDY = "console.log((await watchStudy(softeningStudy(POST_DESIGN, 5), { workers: 2 }))['distilled@45'].length);"


def wait_until_running(client, request, seconds):
    """Waits for the kernel to be busy with the request for a while."""
    while True:
        message = client.get_iopub_msg(timeout=STANDSTILL)
        mine = message["parent_header"].get("msg_id") == request
        if mine and message["content"].get("execution_state") == "busy":
            break
    time.sleep(seconds)
    return True


def wait_until_drawn(client, request):
    """Waits until the cell's progress bar has moved twice, so that its work has begun: it first moves as the synchronous part ends.
    False if the cell has ended before: an interrupt of the cell before it, pressed again, can reach it."""
    while True:
        message = client.get_iopub_msg(timeout=STANDSTILL)
        if message["parent_header"].get("msg_id") != request:
            continue
        content = message["content"]
        if re.search(r"\] ([2-9]|\d\d+) of ", content.get("data", {}).get("text/plain", "")):
            return True
        if content.get("execution_state") == "idle":
            return False


def longest_cell():
    """The longest cell, and those before it that it needs: the imports and the settings."""
    file, mark = LONGEST
    cells = json.loads((Path(FOLDER) / file).read_text(encoding="utf-8"))["cells"]
    sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    needed = [source for source in sources if source.startswith(("import", "const quick"))]
    return needed, next(source for source in sources if mark in source)


def waiting(client):
    """The messages that have come and were not read yet."""
    messages = []
    while True:
        try:
            messages.append(client.get_iopub_msg(timeout=0.2))
        except queue.Empty:
            return messages


# Node's vm forgets a signal of the moment in which a cell is compiled or its synchronous part ends. A reader presses the button again; so
# do we, where a cell has computed for so long (s) after an interrupt, or drawn so often.
FORGOTTEN = 10


def stopped(manager, client, request):
    """Interrupts the cell that runs; its reply's status, and for how long it computed after the interrupt."""
    kernel = psutil.Process(manager.provisioner.pid)
    computed = lambda: sum(kernel.cpu_times()[:2])  # of the processor, whatever else the machine does
    start, pressed = computed(), time.monotonic()
    manager.interrupt_kernel()
    while True:
        try:
            return reply_to(client, request, timeout=1), computed() - start
        except queue.Empty:
            if time.monotonic() - pressed > STANDSTILL:
                raise
            if computed() - start > FORGOTTEN:
                start, pressed = computed(), time.monotonic()
                manager.interrupt_kernel()


def interrupted(manager, client, code, wait):
    """What comes of interrupting a cell, and of the next one."""
    try:
        if not any(wait(client, request := client.execute(code)) for _ in range(3)):
            raise SystemExit(f"{code[:60]!r} ended three times before it could be interrupted")
        status, seconds = stopped(manager, client, request)
        printed, after = execute_after_error(client, "console.log(publishedFigure({ trials: 1 }).redrawn + 41);")
        return {"status": status, "seconds": seconds, "printed": printed, "after": after}
    except queue.Empty:
        state = "alive" if manager.is_alive() else "dead"
        said = [message["content"] for message in waiting(client)]
        raise SystemExit(f"no answer while interrupting {code[:60]!r}; the kernel is {state} and said {said[-5:]}")


def interrupts(manager, client):
    """Three cells, interrupted one after another."""
    needed, longest = longest_cell()
    for source in [IMPORTS, *needed]:
        execute(client, source)
    return {
        "synchronous": interrupted(manager, client, LONG_SYNCHRONOUS, lambda *asked: wait_until_running(*asked, 1)),
        "progress": interrupted(manager, client, LONG_WITH_PROGRESS, wait_until_drawn),
        "longest": interrupted(manager, client, longest, wait_until_drawn),
    }


def workers(manager, client):
    """A study on worker threads, interrupted when its progress bar has moved ten times: what its workers use after it, and another study."""
    drawn = 0

    def interrupt_at_each_ten(message):
        nonlocal drawn
        if message["msg_type"] == "update_display_data":
            drawn += 1
            if drawn % FORGOTTEN == 0:
                manager.interrupt_kernel()

    _, status = execute(client, LONG_STUDY, interrupt_at_each_ten)
    for _ in range(10):  # the workers end a moment after the interrupt
        used = float(execute_after_error(client, USED)[0])
        if used < 0.5:
            break
    after, _ = execute(client, SHORT_STUDY)
    return {"status": status, "used": used, "after": after.strip()}


def kill(manager, client):
    request = client.execute(LONG_SYNCHRONOUS)
    wait_until_running(client, request, 0.5)
    os.kill(manager.provisioner.pid, signal.SIGKILL)
    while manager.is_alive():
        time.sleep(0.01)
    # What JupyterLab asks while a kernel restarts waits at its ports, and is there before the kernel is.
    early = [client.kernel_info() for _ in range(10)]
    manager.restart_kernel(now=True)
    answered = [reply_to(client, request) for request in early]
    waiting(client)
    printed, status = execute(client, 'import { softplus } from "distillation";\nconsole.log(softplus(0));')
    return {"printed": printed, "after": status, "answered": len(answered)}


def many_messages(client):
    """More messages at once than zeromq takes over before it wants to be waited for (512)."""
    printed, status = execute(client, "for (let k = 0; k < 5000; k++) console.log(k);")
    return {"lines": printed.split(), "status": status}


def short_form(client):
    """`{ a }` for a variable of an earlier cell: in objects, functions and assignments, and beside a variable of the cell itself."""
    execute(client, 'import { softplus } from "distillation";\nconst a = 1; let b = 2;')
    sources = [
        "const both = () => ({ a, b }); console.log(both(), { a }.a);",
        "await Promise.resolve(); console.log({ softplus }.softplus(0));",
        "({ b } = { b: 3 }); console.log(b); ({ b = 4 } = {} as { b?: number }); console.log({ b });",
        "const inner = (a: string) => ({ a }); { const b = 5; console.log(inner('own'), { b }); }",
    ]
    return [execute(client, source) for source in sources]


def going_on(client):
    """Cells asked for at once by one who wants no stop at an error, as nbgrader does: their statuses."""
    cells = ["console.log(1);", "throw new Error();", "await Promise.reject(new Error());", "console.log(2);"]
    requests = [client.execute(code, stop_on_error=False) for code in cells]
    return [reply_to(client, request) for request in requests]


def taken_ports(manager, client):
    """A second kernel at the ports of a running one."""
    command = manager.format_kernel_cmd()
    second = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, timeout=STANDSTILL)
    return {"code": second.returncode, "said": second.stderr, "first": execute(client, "console.log(1);")[1]}


def unread_messages(manager, client):
    """Asked to end while somebody who has subscribed to its messages fetches none of them."""
    with zmq.Context.instance().socket(zmq.SUB) as idle:
        idle.set(zmq.RCVHWM, 1)
        idle.set(zmq.LINGER, 0)
        idle.subscribe(b"")
        idle.connect(f"tcp://{manager.ip}:{manager.iopub_port}")
        idle.poll(1000)  # until the connection stands, with a message or without
        _, status = execute(client, 'for (let k = 0; k < 50; k++) console.log("x".repeat(1e6));')
        client.shutdown()
        end = time.monotonic() + STANDSTILL
        while manager.is_alive() and time.monotonic() < end:
            time.sleep(0.05)
        return {"status": status, "ended": not manager.is_alive()}


def reconnected(manager, client):
    """A second connection of the same client beside its first: a page that reconnects at a restart may be there before its old one ends."""
    second = manager.client()
    second.start_channels()
    try:
        return {
            "same": second.session.bsession == client.session.bsession,
            "second": execute_after_error(second, "console.log(2);")[0],
        }
    except queue.Empty:
        return {"second": "no answer"}
    finally:
        second.stop_channels()


def failing(client, source):
    """What a failing cell's reply and its outputs say, as any of Jupyter's clients reads them."""
    reply = {"status": "aborted"}
    while reply["status"] in ("abort", "aborted"):  # what arrives just after an error, as `execute_after_error` has it
        outputs = []
        request = client.execute(source)
        while True:
            message = client.get_iopub_msg(timeout=STANDSTILL)
            if message["parent_header"].get("msg_id") != request:
                continue
            if message["msg_type"] in ("error", "stream"):
                outputs.append([message["msg_type"], message["content"].get("evalue", "")])
            if message["content"].get("execution_state") == "idle":
                break
        while (answer := client.get_shell_msg(timeout=STANDSTILL))["parent_header"].get("msg_id") != request:
            pass
        reply = answer["content"]
    return {"outputs": outputs, "traceback": "\n".join(reply["traceback"]),
            **{key: reply[key] for key in ("status", "ename", "evalue")}}


def talk():
    """What leaves a kernel as it was, in one of them; the second connection comes last, since it takes the client's place."""
    with live_kernel(FOLDER) as (manager, client):
        return {
            "many": many_messages(client),
            "short": short_form(client),
            "taken": taken_ports(manager, client),
            "going_on": going_on(client),
            "thrown": failing(client, 'throw new RangeError("n must be whole, got 0.5");'),
            "rejected": failing(client, 'await Promise.reject(new RangeError("n must be whole, got 0.5"));'),
            "uncompiled": failing(client, 'const c: number = "x"; const d: string = 1;'),
            "reconnected": reconnected(manager, client),
        }


def disturb():
    """What disturbs a kernel, in another; its end comes last."""
    with live_kernel(FOLDER) as (manager, client):
        return {
            **interrupts(manager, client),
            "workers": workers(manager, client),
            "killed": kill(manager, client),
            "unread": unread_messages(manager, client),
        }


print(json.dumps({**disturb(), **talk()}))

"""Interrupts a study on worker threads in a real kernel; prints what came of it as JSON. Run by studyInterrupt.test.ts."""
import json
import sys
import time

from jupyter_client.manager import start_new_kernel

IMPORTS = 'import { limitStudy, POST_DESIGN, softeningStudy, watchStudy } from "distillation";'
LONG = "const long = await watchStudy(limitStudy(POST_DESIGN, 100000), { workers: 2 });"
# Processor time of all threads of the kernel: workers left behind would use about two seconds of it.
USED = """
const before = process.cpuUsage();
await new Promise((resolve) => setTimeout(resolve, 1000));
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1e6);
"""
SHORT = "console.log((await watchStudy(softeningStudy(POST_DESIGN, 5), { workers: 2 }))['soft@45'].length);"


def execute(client, code, on_progress=lambda: None):
    """Runs a cell to its end; returns what it printed and its reply's status."""
    request = client.execute(code)
    printed, drawn = "", 0
    while True:
        message = client.get_iopub_msg(timeout=60)
        if message["parent_header"].get("msg_id") != request:
            continue
        content = message["content"]
        if message["msg_type"] == "stream":
            printed += content["text"]
        if message["msg_type"] == "update_display_data":
            drawn += 1
            if drawn == 10:
                on_progress()
        if message["msg_type"] == "status" and content["execution_state"] == "idle":
            break
    while True:
        reply = client.get_shell_msg(timeout=60)
        if reply["parent_header"].get("msg_id") == request:
            return printed, reply["content"]["status"]


manager, client = start_new_kernel(kernel_name="tslab", cwd=sys.argv[1])
try:
    execute(client, IMPORTS)
    _, status = execute(client, LONG, manager.interrupt_kernel)
    time.sleep(1)
    used, _ = execute(client, USED)
    after, _ = execute(client, SHORT)
    print(json.dumps({"status": status, "used": float(used), "after": after.strip()}))
finally:
    client.stop_channels()
    manager.shutdown_kernel(now=True)

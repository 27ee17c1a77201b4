"""Real kernels for the scripts beside this one: started, asked, interrupted, gone at the end."""
from contextlib import contextmanager

from jupyter_client.manager import start_new_kernel

# Seconds for which nothing may come from a kernel: a machine may be slow, and busy with other things.
STANDSTILL = 300


@contextmanager
def live_kernel(folder):
    """A fresh kernel's manager and client; both are gone at the end, whatever has happened."""
    manager, client = start_new_kernel(kernel_name="tslab", cwd=folder)
    try:
        yield manager, client
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def reply_to(client, request, timeout=STANDSTILL):
    """What the reply to a request says of its status."""
    while True:
        message = client.get_shell_msg(timeout=timeout)
        if message["parent_header"].get("msg_id") == request:
            return message["content"].get("status")  # tslab gives none of what it says about itself


def execute(client, code, on_message=lambda message: None):
    """Runs a cell to its end; returns the text it printed and its reply's status."""
    request = client.execute(code)
    printed = ""
    while True:
        message = client.get_iopub_msg(timeout=STANDSTILL)
        if message["parent_header"].get("msg_id") != request:
            continue
        if message["msg_type"] == "stream":
            printed += message["content"]["text"]
        if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
            return printed, reply_to(client, request)
        on_message(message)


def execute_after_error(client, code):
    """Runs a cell as `execute` does, once tslab takes it.

    What arrives within 200 ms of an error it refuses, as the rest of a Run All.
    """
    status = "abort"
    while status == "abort":
        printed, status = execute(client, code)
    return printed, status

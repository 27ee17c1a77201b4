"""Runs the notebook that each line names in a fresh kernel; answers with seconds, seconds to its first figure and peak memory."""
import json
import os
import sys
import time
from pathlib import Path

os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"  # the project's own kernel before the reader's

import jupyter_client
import psutil
from jupyter_client.manager import start_new_kernel


def peak_bytes(process):
    status = Path(f"/proc/{process.pid}/status")
    if not status.exists():
        return process.memory_info().rss
    return int(status.read_text().split("VmHWM:")[1].split()[0]) * 1024


def measured(path):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    start, first = time.monotonic(), []

    def look(message):
        if not first and "<img" in str(message["content"].get("data", {})):
            first.append(time.monotonic() - start)

    manager, client = start_new_kernel(kernel_name="tslab", cwd=path.parent)
    process = psutil.Process(manager.provisioner.pid)
    for cell in cells:
        if cell["cell_type"] == "code":
            client.execute_interactive("".join(cell["source"]), output_hook=look, allow_stdin=False)
    result = {
        "seconds": time.monotonic() - start,
        "first": first[0] if first else None,
        "processor": sum(process.cpu_times()[:2]),
        "peak": peak_bytes(process),
    }
    client.stop_channels()
    manager.shutdown_kernel(now=True)
    return result


print(json.dumps({"jupyter_client": jupyter_client.__version__}), flush=True)
for line in sys.stdin:
    print(json.dumps(measured(Path(line.strip()))), flush=True)

"""Interrupts a study on worker threads in a real kernel; prints what came of it as JSON. Run by studyInterrupt.test.ts."""
import json
import sys

from kernels import execute, execute_after_error, live_kernel

IMPORTS = 'import { limitStudy, POST_DESIGN, softeningStudy, watchStudy } from "distillation";'
LONG = "const long = await watchStudy(limitStudy(POST_DESIGN, 100000), { workers: 2 });"
# Processor time of all threads of the kernel: workers left behind would use about two seconds of it.
USED = """
const before = process.cpuUsage();
await new Promise((resolve) => setTimeout(resolve, 1000));
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1e6);
"""
SHORT = "console.log((await watchStudy(softeningStudy(POST_DESIGN, 5), { workers: 2 }))['distilled@45'].length);"


class Interrupt:
    """Interrupts the kernel once its progress bar has moved ten times."""

    def __init__(self, manager):
        self.manager, self.drawn = manager, 0

    def __call__(self, message):
        if message["msg_type"] == "update_display_data":
            self.drawn += 1
            if self.drawn == 10:
                self.manager.interrupt_kernel()


with live_kernel(sys.argv[1]) as (manager, client):
    execute(client, IMPORTS)
    _, status = execute(client, LONG, Interrupt(manager))
    for _ in range(10):  # the workers end a moment after the interrupt
        used = float(execute_after_error(client, USED)[0])
        if used < 0.5:
            break
    after, _ = execute(client, SHORT)
    print(json.dumps({"status": status, "used": used, "after": after.strip()}))

"""Executes the notebooks, each in a fresh tslab kernel: `reproduce` writes the outputs back, `check` compares them.

python scripts/notebooks.py {reproduce,check} [NOTEBOOK ...]     (all notebooks without a name)
"""
import argparse
import asyncio
import copy
import difflib
import os
import signal
import sys
import tempfile
import time
from pathlib import Path

import without_iris
import nbformat
import psutil
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from grading import mark

ROOT = Path(__file__).resolve().parent.parent
KERNEL = "tslab"
# A cell is given up when its kernel neither computes nor says anything for so long, or has computed far too long: by the
# processor's time and not by the clock, since a machine may be slow or busy.
STANDSTILL = 300  # seconds
CELL_COMPUTES = 3600  # processor seconds
# Notebooks at a time: most of what one does keeps one processor busy.
SIDE_BY_SIDE = 2


class NotebookFault(Exception):
    """What is wrong with a notebook, in words for its author."""


def all_notebooks():
    """The later ones, which compute for longer, first, and the short solutions last: no processor is idle at the end."""
    found = [
        path
        for path in (ROOT / "notebooks").rglob("*.ipynb")
        if ".ipynb_checkpoints" not in path.parts
    ]
    return sorted(sorted(found, reverse=True), key=lambda path: len(path.parts))


def read(path):
    try:
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
    except FileNotFoundError:
        raise NotebookFault("there is no such file")
    except OSError as error:
        raise NotebookFault(f"it cannot be read: {error.strerror}")
    except Exception as error:
        raise NotebookFault(f"this is not a notebook: {str(error).splitlines()[0]}")
    name = notebook.metadata.get("kernelspec", {}).get("name")
    if name != KERNEL:
        raise NotebookFault(f"its metadata names the kernel {name!r}, not {KERNEL!r}")
    return notebook


def fault_in(cell):
    """What a cell said on stderr or as an error; None where it ran well."""
    bad = [
        (output.text if output.output_type == "stream" else "\n".join(output.traceback)).strip()
        for output in cell.get("outputs", [])
        if output.output_type == "error" or output.get("name") == "stderr"
    ]
    return "\n".join(bad) or None


def computed(kernel):
    """Processor seconds of a kernel so far; None once it has ended."""
    try:
        times = kernel.cpu_times()
    except psutil.Error:
        return None
    return times.user + times.system


async def run_cell(client, cell, index):
    """Runs a cell to its end for as long as something moves."""
    kernel = psutil.Process(client.km.provisioner.pid)
    begun = computed(kernel) or 0
    seen, since = None, time.monotonic()
    running = asyncio.ensure_future(client.async_execute_cell(cell, index))
    try:
        while not (await asyncio.wait([running], timeout=1))[0]:
            now = computed(kernel), str(cell.outputs)
            if now != seen:
                seen, since = now, time.monotonic()
            if time.monotonic() - since > STANDSTILL:
                raise NotebookFault(f"cell {index + 1}: nothing has moved for {STANDSTILL} s")
            if (now[0] or 0) - begun > CELL_COMPUTES:
                raise NotebookFault(f"cell {index + 1}: no end after {CELL_COMPUTES} s of computing")
        await running
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


async def run_cells(client, notebook):
    count = 0
    for index, cell in enumerate(notebook.cells):
        if cell.cell_type != "code" or not cell.source.strip():
            continue
        count += 1
        try:
            await run_cell(client, cell, index)
        except CellTimeoutError:
            raise NotebookFault(f"cell {index + 1}: its outputs did not come")
        except DeadKernelError:
            raise NotebookFault(f"cell {index + 1}: the kernel died")
        except CellExecutionError:
            pass  # its output says why
        if said := fault_in(cell):
            raise NotebookFault(f"cell {index + 1}: {said}")
        cell.execution_count = count  # tslab announces no count, and nbclient makes up none


async def language_of(client):
    """What the kernel says of its language: JupyterLab writes it into every notebook that it opens."""
    request = client.kc.kernel_info()
    reply = await client.async_wait_for_reply(request)
    return reply["content"]["language_info"]


async def execute(notebook, folder):
    """A copy of the notebook with fresh outputs."""
    notebook = copy.deepcopy(notebook)
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type == "code":
            cell.outputs = []
            cell.execution_count = None
    client = NotebookClient(
        notebook,
        kernel_name=KERNEL,
        timeout=None,
        # On a loaded machine outputs may come late; after nbclient's own 4 s they would be lost without a word.
        iopub_timeout=STANDSTILL,
        raise_on_iopub_timeout=True,
        record_timing=False,
        coalesce_streams=True,
        resources={"metadata": {"path": str(folder)}},
    )
    fault = None
    with tempfile.TemporaryFile() as kernel_stderr:
        try:
            async with client.async_setup_kernel(stderr=kernel_stderr):
                # nbclient would end one kernel at an interrupt and go on; Python's own way ends the whole run.
                if sys.platform != "win32":  # where event loops take no signals
                    for number in (signal.SIGINT, signal.SIGTERM):
                        asyncio.get_running_loop().remove_signal_handler(number)
                notebook.metadata["language_info"] = await language_of(client)
                await run_cells(client, notebook)
        except (NotebookFault, RuntimeError) as error:  # nbclient's own faults are RuntimeErrors
            fault = str(error)
        kernel_stderr.seek(0)
        said = kernel_stderr.read().decode(errors="replace").strip()
    if said:
        fault = "\n".join(filter(None, [fault, f"the kernel's own stderr: {said}"]))
    if fault:
        raise NotebookFault(fault)
    return notebook


def write_whole(path, text):
    """Replaces the file only when the new text is on disk in full."""
    try:
        replace(path, text)
    except OSError as error:
        raise NotebookFault(f"it cannot be written: {error.strerror}")


def replace(path, text):
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, path.stat().st_mode & 0o777)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def as_text(notebook):
    return nbformat.writes(notebook).rstrip("\n") + "\n"


def first_difference(old, new):
    for index, (was, now) in enumerate(zip(old.cells, new.cells)):
        if was == now:
            continue
        lines = difflib.unified_diff(
            nbformat.from_dict(was).__repr__().split(", "),
            nbformat.from_dict(now).__repr__().split(", "),
            "committed", "now", lineterm="", n=0,
        )
        shown = "\n".join(line[:300] for line in list(lines)[:12])
        return f"cell {index + 1}: its output is not the committed one\n{shown}"
    return "its metadata or its formatting is not what reproduce writes"


async def process(path, write):
    old = read(path)
    new = await execute(old, path.parent)
    mark(new)
    text = as_text(new)
    if write:
        if text != path.read_text(encoding="utf-8"):
            write_whole(path, text)
    elif text != path.read_text(encoding="utf-8"):
        raise NotebookFault(first_difference(old, new))


async def process_all(paths, write):
    """Processes the notebooks, two at a time, in their order; gives how many failed."""
    places = asyncio.Semaphore(SIDE_BY_SIDE)

    async def one(number, path):
        name = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
        async with places:
            print(f"[{number}/{len(paths)}] {name} …", flush=True)
            start = time.monotonic()
            try:
                await process(path, write)
            except (NotebookFault, OSError) as fault:
                print(f"{name}: FAILED", flush=True)
                print(f"{name}: {fault}", file=sys.stderr, flush=True)
                return 1
            print(f"{name}: ok, {time.monotonic() - start:.1f} s", flush=True)
            return 0

    return sum(await asyncio.gather(*(one(n, path) for n, path in enumerate(paths, 1))))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("mode", choices=["reproduce", "check"])
    parser.add_argument("notebooks", nargs="*", type=Path)
    arguments = parser.parse_args()
    paths = [path.resolve() for path in arguments.notebooks] or all_notebooks()
    failures = asyncio.run(process_all(paths, write=arguments.mode == "reproduce"))
    if failures:
        print(f"{failures} of {len(paths)} notebooks failed; none of them was changed", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        print("\ninterrupted; the notebooks that were running are unchanged", file=sys.stderr)
        sys.exit(130)

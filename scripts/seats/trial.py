"""Runs a real JupyterHub on 127.0.0.1 with several users at once, each running a notebook to its committed outputs.

npm run seats -- [--users 8] [--memory 24] [--notebook 03-linear-demo]
"""
import argparse
import asyncio
import shutil
import signal
import statistics
import sys
import tempfile
import time
from pathlib import Path

import aiohttp
from hub import running_hub
from memory import MIB, measure
from user import START_LIMIT, User, UserFault

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
from notebooks import NotebookFault, as_text, first_difference, read  # noqa: E402


async def wait_for(hub):
    """Until the hub answers through its proxy; a hub that ended says why."""
    until = time.monotonic() + START_LIMIT
    async with aiohttp.ClientSession() as session:
        while time.monotonic() < until:
            if hub.process.poll() is not None:
                break
            try:
                async with session.get(f"{hub.url}/hub/health") as response:
                    if response.status == 200:
                        return
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(0.2)
    raise UserFault(f"the hub did not start:\n{hub.last_lines()}")


async def take_seat(hub, name, path):
    jar = aiohttp.CookieJar(unsafe=True)  # cookies of an address without a name
    limits = aiohttp.ClientTimeout(total=None, sock_read=START_LIMIT)
    async with aiohttp.ClientSession(cookie_jar=jar, timeout=limits) as session:
        user = User(name, hub.url, hub.password, session)
        start = time.monotonic()
        clock = lambda: time.monotonic() - start  # noqa: E731
        try:
            await user.log_in()
            await user.start_server()
            server = clock()
            run = await user.run_all(path, clock)
            await user.save(path, run.notebook)
        except aiohttp.ClientError as error:
            raise UserFault(f"{name}: {type(error).__name__} {error}")
        except UserFault as fault:
            raise UserFault(f"{name}: {fault}")
        run.seconds["server"] = server
        return run


def check_outputs(name, run, committed, saved):
    if as_text(run.notebook) != committed.read_text(encoding="utf-8"):
        raise UserFault(f"{name}: {committed.name}, {first_difference(read(committed), run.notebook)}")
    if saved.read_bytes() != committed.read_bytes():
        raise UserFault(f"{name}: {saved} is not the committed file after saving")


async def trial(arguments, folder):
    names = [f"user{number}" for number in range(1, arguments.users + 1)]
    path = f"notebooks/{arguments.notebook}.ipynb"
    committed = ROOT / path
    try:
        read(committed)
    except NotebookFault as fault:
        raise UserFault(f"{path}: {fault}")
    with running_hub(folder, names) as hub:
        await wait_for(hub)
        print(f"{arguments.users} users log in and run {arguments.notebook} …", flush=True)
        try:
            runs = await asyncio.gather(*(take_seat(hub, name, path) for name in names))
        except UserFault as fault:
            raise UserFault(f"{fault}\nthe hub's last lines:\n{hub.last_lines()}")
        # All kernels are still alive: this is a class in which everybody has run everything.
        seats, overhead = measure(hub.process.pid, names)
        for name, run in zip(names, runs):
            check_outputs(name, run, committed, folder / name / path)
    return runs, seats, overhead


def report(runs, seats, overhead, memory):
    for moment, text in [
        ("server", "server ready"), ("kernel", "kernel ready"), ("figure", "first figure"), ("end", "end of the notebook"),
    ]:
        seconds = [run.seconds[moment] for run in runs if moment in run.seconds]
        if not seconds:
            continue  # a notebook without a figure
        print(f"{text:20}  median {statistics.median(seconds):6.1f} s   worst {max(seconds):6.1f} s")
    each = [bytes_ / MIB for bytes_ in seats.values()]
    print(f"{'memory of a seat':20}  median {statistics.median(each):6.0f} MiB worst {max(each):6.0f} MiB")
    print(f"{'hub and proxy':20}         {overhead / MIB:6.0f} MiB")
    room = int((memory * 1024 - overhead / MIB) // max(each))
    print(f"{memory:g} GiB hold {room} such seats (worst seat, nothing else on the machine)")
    print("every user's outputs are the committed ones")


def positive(text):
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is not at least 1")
    return number


def main():
    parser = argparse.ArgumentParser(prog="npm run seats --", description=__doc__.splitlines()[0])
    parser.add_argument("--users", type=positive, default=8, help="how many at once (8)")
    parser.add_argument("--memory", type=positive, default=24, help="the GiB to fill with seats (24)")
    parser.add_argument("--notebook", default="03-linear-demo", help="what each runs (03-linear-demo)")
    arguments = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    # Where the seats of a real hub lie, for below the collection is where their kernels find its packages.
    seats = ROOT / "seats"
    seats.mkdir(mode=0o755, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="trial-", dir=seats))
    try:
        report(*asyncio.run(trial(arguments, folder)), arguments.memory)
        return 0
    except UserFault as fault:
        print(f"seats: {fault}", file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        print("\ninterrupted; the hub and its seats are ended", file=sys.stderr)
        sys.exit(130)

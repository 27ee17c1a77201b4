"""Memory of process trees: the proportional set size, which shares a page out among those who use it."""
import psutil

MIB = 1 << 20


def tree(process):
    return [process, *process.children(recursive=True)]


def proportional(processes):
    """Bytes of the processes that still live; a shared page counts in parts, so that the sum is what they occupy."""
    total = 0
    for process in processes:
        try:
            total += process.memory_full_info().pss
        except psutil.NoSuchProcess:
            continue
    return total


def server_of(name, processes):
    """The single-user server of a user: the first of its processes that carry the user's name."""
    for process in processes:
        try:
            if process.environ().get("JUPYTERHUB_USER") == name:
                return process
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            continue
    return None


def measure(hub, names):
    """(bytes of each seat by name, bytes of the hub with its proxy and services)."""
    everything = tree(psutil.Process(hub))
    seats = {}
    for name in names:
        server = server_of(name, everything)
        seats[name] = tree(server) if server else []
    taken = {process.pid for seat in seats.values() for process in seat}
    rest = [process for process in everything if process.pid not in taken]
    return {name: proportional(seat) for name, seat in seats.items()}, proportional(rest)

"""Starts a seat as its own user: fills its folder with a copy of the notebooks, then becomes the single-user server.

Without a hub, as an image run by itself, it becomes JupyterLab, which asks for the token that it prints.

The copy is the user's: what is there is never overwritten, and a notebook that was deleted comes back as it was.
"""
import os
import shutil
import signal
import sys
from pathlib import Path

COLLECTION = Path(__file__).resolve().parents[2]


def copy_missing(source, target):
    """Copies a file whole or not at all; without its mode, which is read-only in a shared installation."""
    if target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with open(source, "rb"):
            pass
    except OSError as error:
        sys.exit(f"seat: {source} cannot be read ({error.strerror}); its permissions are the installation's")
    shutil.copyfile(source, unfinished)
    os.replace(unfinished, target)


def lay_out(seat, collection=COLLECTION):
    notebooks = collection / "notebooks"
    for source in sorted(notebooks.rglob("*")):
        if source.is_file() and ".ipynb_checkpoints" not in source.parts:
            copy_missing(source, seat / "notebooks" / source.relative_to(notebooks))


if __name__ == "__main__":
    folder = Path(os.environ["JUPYTERHUB_ROOT_DIR"])
    try:
        lay_out(folder)
    except OSError as error:
        sys.exit(f"seat: {error.filename or folder} cannot be written ({error.strerror})")
    # JupyterHub stops a server with an interrupt first, at which one without a terminal leaves its kernels behind.
    signal.signal(signal.SIGINT, lambda *_: os.kill(os.getpid(), signal.SIGTERM))
    if "JUPYTERHUB_API_TOKEN" in os.environ:
        from jupyterhub.singleuser import main

        sys.exit(main())
    from jupyterlab.labapp import main

    # The port that a container publishes decides who reaches it.
    sys.exit(main(["--ip=0.0.0.0", "--no-browser", f"--ServerApp.root_dir={folder}", *sys.argv[1:]]))

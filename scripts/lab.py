"""JupyterLab, which ends with the process that started it; its kernels then end with it."""
import os
import signal
import sys
import threading
import time

import without_iris
from jupyterlab.labapp import main

PARENT = os.getppid()


def end_with_parent():
    while os.getppid() == PARENT:
        time.sleep(0.5)
    os.kill(os.getpid(), signal.SIGTERM)


threading.Thread(target=end_with_parent, daemon=True).start()
sys.exit(main())

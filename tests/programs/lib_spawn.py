# posix_spawn and subprocess: which signals a child finds blocked, ignored or at their default, and its scheduling
import os
import signal
import subprocess
import warnings

WATCHED = signal.SIGUSR1, signal.SIGUSR2, signal.SIGPIPE, signal.SIGXFSZ, signal.SIGTERM

def read_status(text):
    sets = dict(line.split() for line in text.splitlines() if line.startswith(("SigBlk", "SigIgn")))
    return {label: [number.name for number in WATCHED if int(sets[label + ":"], 16) >> number - 1 & 1] for label in ("SigBlk", "SigIgn")}

def spawn(**options):
    reader, writer = os.pipe()
    try:
        child = os.posix_spawnp("cat", ["cat", "/proc/self/status"], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, writer, 1)], **options)
    except Exception as error:
        print(options, type(error).__name__, error)
        os.close(writer)
    else:
        os.close(writer)
        with open(reader, closefd=False) as status:
            print(options, read_status(status.read()), os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    os.close(reader)

spawn()
spawn(setsigmask=[signal.SIGUSR1, 15])
spawn(setsigdef=[signal.SIGPIPE])
spawn(setsigdef={signal.SIGPIPE, 25, 10}, setsigmask=range(1, 20))
signal.signal(signal.SIGUSR2, signal.SIG_IGN)
signal.signal(signal.SIGUSR1, lambda number, frame: print("handled"))
spawn()
spawn(setsigdef=[signal.SIGUSR2])
print(signal.getsignal(signal.SIGUSR2))
os.kill(os.getpid(), signal.SIGUSR2)
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
spawn()
spawn(setsigmask=())
for options in {}, {"restore_signals": False}, {"restore_signals": True, "close_fds": False}:
    print(options, read_status(subprocess.run(["cat", "/proc/self/status"], capture_output=True, text=True, **options).stdout))
spawn(resetids=True)
spawn(scheduler=(os.SCHED_OTHER, os.sched_param(0)))
spawn(scheduler=(None, os.sched_param(0)))
spawn(scheduler=(os.SCHED_OTHER, os.sched_param(7)))
for value in 34, None, ["j"], [65], [0], [-2**70]:
    spawn(setsigmask=value)
    spawn(setsigdef=value)
for value in 1, None, (), (0, 1), (None, 1), ("x", os.sched_param(0)):
    spawn(scheduler=value)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    signal.pthread_sigmask(signal.SIG_UNBLOCK, range(31, 35))
    print(*[warning.message for warning in caught], sep="\n")
for hooks in {}, {"before": 1}, {"after_in_child": 2.0}, {"after_in_parent": "x"}, {"before": None}, {"before": print, "after_in_child": []}:
    try:
        print(os.register_at_fork(**hooks))
    except TypeError as error:
        print(error)
print(end="", flush=True)
os.execvp("sh", ["sh", "-c", "kill -PIPE $$; echo alive; exit 3"])

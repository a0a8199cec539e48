# fcntl, resource, pwd and grp.
import fcntl, resource, pwd, grp, os, struct, array, tempfile, subprocess, sys

def show(f, *a, **k):
    try:
        r = f(*a, **k)
        print(getattr(f, '__name__', f), *a, *k.items(), '->', repr(r))
    except Exception as e:
        print(getattr(f, '__name__', f), *a, *k.items(), '->', type(e).__name__, e)

f = tempfile.TemporaryFile(); os.dup2(f.fileno(), 60); fd = 60
show(fcntl.fcntl, fd, fcntl.F_GETFD); show(fcntl.fcntl, fd, fcntl.F_SETFD, fcntl.FD_CLOEXEC); show(fcntl.fcntl, fd, fcntl.F_GETFD); print(fcntl.fcntl(fd, fcntl.F_GETFL) & os.O_ACCMODE)
print(len(fcntl.fcntl(fd, fcntl.F_GETLK, struct.pack('hhqqi4x', fcntl.F_WRLCK, 0, 0, 0, 0))))
show(fcntl.fcntl, 999, 1); show(fcntl.fcntl, -1, 1); show(fcntl.fcntl, 'x', 1); show(fcntl.fcntl, fd, 'x'); show(fcntl.fcntl, fd, 9999); show(fcntl.fcntl, fd); show(fcntl.fcntl, fd, 1, 1.5)
show(fcntl.flock, fd, fcntl.LOCK_EX | fcntl.LOCK_NB); show(fcntl.flock, fd, fcntl.LOCK_UN); show(fcntl.flock, fd, 999); show(fcntl.lockf, fd, fcntl.LOCK_EX); show(fcntl.lockf, fd, fcntl.LOCK_UN, 10, 5, 0); show(fcntl.lockf, fd, 0); show(fcntl.lockf, fd, fcntl.LOCK_EX, 'x')
r, w = os.pipe(); os.write(w, b'12345'); os.dup2(r, 61)
FIONREAD = 0x541B
buf = array.array('i', [0]); show(fcntl.ioctl, 61, FIONREAD, buf); print(buf); show(fcntl.ioctl, 61, FIONREAD, b'\0' * 4); show(fcntl.ioctl, 61, FIONREAD, bytearray(4), False); show(fcntl.ioctl, fd, 1, 2); show(fcntl.ioctl, 61, 'x'); show(fcntl.ioctl, 61, FIONREAD, 1.5); show(fcntl.ioctl, 999, 1)
print(resource.getpagesize(), resource.RLIM_INFINITY, resource.error is OSError)
old = resource.getrlimit(resource.RLIMIT_CORE); print(len(old), resource.prlimit(0, resource.RLIMIT_CORE) == old); resource.setrlimit(resource.RLIMIT_CORE, (0, old[1])); print(resource.getrlimit(resource.RLIMIT_CORE)[0])
show(resource.getrlimit, 99); show(resource.getrlimit, 'x'); show(resource.setrlimit, 4, 1); show(resource.setrlimit, 4, (1,)); show(resource.setrlimit, 4, (5, 3)); show(resource.setrlimit, 4, ('x', 3)); show(resource.getrusage, 99); show(resource.getrusage, 'x')
u = resource.getrusage(resource.RUSAGE_SELF); print(type(u).__name__, len(u), u.ru_maxrss > 0, u[0] == u.ru_utime, u.ru_utime > 0, type(u.ru_nvcsw))
p = subprocess.Popen(['true']); print(len(os.wait4(p.pid, 0)[2])); p.returncode = 0
root = pwd.getpwuid(0); print(root, root.pw_name, root[2], type(root).__module__); show(pwd.getpwnam, 'root'); show(pwd.getpwnam, 'nosuchuser'); show(pwd.getpwuid, 987654); show(pwd.getpwuid, -5); show(pwd.getpwuid, 2**40); show(pwd.getpwuid, 'x'); show(pwd.getpwnam, 1); show(pwd.getpwnam, 'a\0b'); print(root in pwd.getpwall())
g = grp.getgrgid(0); print(g, g.gr_name, g.gr_mem); show(grp.getgrnam, 'root'); show(grp.getgrnam, 'nosuch'); show(grp.getgrgid, 987654); show(grp.getgrgid, id=0); show(grp.getgrgid, 'x'); show(grp.getgrnam, 1); print(g in grp.getgrall())
print(os.path.expanduser('~root'))

# Sockets: addresses, options, timeouts, datagrams, ancillary data, name functions, and servers in threads.
import socket, _socket, threading, os, time, struct, array, errno, select, socketserver, tempfile

def show(f, *a, **k):
    try:
        r = f(*a, **k)
        print(getattr(f, '__name__', f), *a, *k.items(), '->', repr(r))
    except Exception as e:
        print(getattr(f, '__name__', f), *a, *k.items(), '->', type(e).__name__, e)

a, b = socket.socketpair()
print(a.family, a.type, a.proto, a.gettimeout(), a.getblocking(), type(a).__name__, repr(a)[:15], repr(a.getsockname()))
show(a.send, b'hello'); show(b.recv, 3); show(b.recv, 100, socket.MSG_PEEK); show(b.recv, 0); buf = bytearray(10)
show(b.recv_into, buf); print(buf)
show(a.sendall, b'x' * 1000); print(len(b.recv(5000))); show(a.send, 'str'); show(a.send, 1); show(a.recv, -1); show(a.recv, 'x'); show(a.recv_into, b'ro'); show(b.recv_into, buf, 20); show(b.recv_into, buf, -1); 
a.settimeout(0.05); show(a.recv, 1); print(a.gettimeout(), os.get_blocking(a.fileno()), a.timeout); a.setblocking(False); show(a.recv, 1); print(a.getblocking(), a.gettimeout()); a.setblocking(True); print(os.get_blocking(a.fileno()))
show(a.settimeout, -1); show(a.settimeout, 'x'); show(a.settimeout, float('nan')); show(a.settimeout, None); show(a.settimeout, 1e30)
def echo():
    while d := b.recv(65536): b.sendall(d)
    b.close()
t = threading.Thread(target=echo); t.start()
got = b''
def reader():
    global got
    while len(got) < 1000000: got += a.recv(65536)
t2 = threading.Thread(target=reader); t2.start(); a.sendall(b'y' * 1000000); t2.join(); print(len(got), got == b'y' * 1000000)
a.shutdown(socket.SHUT_WR); t.join(); show(a.recv, 10); a.close(); show(a.recv, 1); show(a.fileno); print(a); show(a.close)
show(socket.socket, 999); show(socket.socket, 'x'); show(socket.socket, fileno=-1); show(socket.socket, fileno=1.5); show(socket.socket, fileno=999); show(socket.socket, foo=1); show(_socket.socket, 2, 1, 0, None, 5)
s = socket.socket(); print(s.fileno() > 2, os.get_inheritable(s.fileno())); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); show(s.getsockopt, socket.SOL_SOCKET, socket.SO_REUSEADDR); show(s.getsockopt, socket.SOL_SOCKET, socket.SO_REUSEADDR, 4); show(s.getsockopt, 1, 2, 5000); show(s.getsockopt, 99, 99); show(s.setsockopt, 1, 2, 'x'); show(s.setsockopt, 1, 2, None); show(s.setsockopt, 1, 2, struct.pack('i', 0)); show(s.setsockopt, 1, 2, None, 0)
for ad in (1, ('localhost',), ('localhost', 'x'), ('localhost', -1), ('localhost', 70000), (1, 2), ('a\0b', 1), ('127.0.0.1', 1, 2), '/x', ('1.2.3', 80.5), ('', None)):
    show(s.bind, ad)
show(s.connect_ex, ('127.0.0.1', 1)); show(s.connect, ('127.0.0.1', 1)); show(s.getpeername); show(s.listen, 'x'); show(s.accept) if 0 else None
s.bind(('127.0.0.1', 0)); host, port = s.getsockname(); print(host, port > 0); s.listen(); accepted = []
def serve():
    c, ad = s.accept(); accepted.append((ad[0], c.gettimeout(), c.family))
    with c, c.makefile('rw', newline='\n') as f:
        for line in f: f.write(line.upper()); f.flush()
t = threading.Thread(target=serve); t.start()
c = socket.create_connection(('localhost', port), timeout=5)
print(c.getpeername() == ('127.0.0.1', port), c.gettimeout()); f = c.makefile('rwb'); f.write(b'hello\nworld\n'); f.flush(); print(f.readline(), f.readline()); f.close(); c.close(); t.join(); print(accepted)
s.settimeout(0.05); show(s.accept); s.setblocking(0); show(s.accept); s.close()
show(socket.create_connection, ('127.0.0.1', 1))
c = socket.socket(); c.setblocking(False); print(c.connect_ex(('127.0.0.1', port)) in (errno.EINPROGRESS, errno.ECONNREFUSED)); c.close()
u1 = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); u2 = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); u1.bind(('127.0.0.1', 0)); u2.bind(('', 0)); print(u2.getsockname()[0])
print(u2.sendto(b'dgram', u1.getsockname())); d, ad = u1.recvfrom(100); print(d, ad[1] == u2.getsockname()[1]); print(u2.sendto(b'flags', 0, u1.getsockname())); n, ad = u1.recvfrom_into(buf); print(n, buf[:n], ad[0]); show(u2.sendto, b'x', 'y'); u2.connect(u1.getsockname()); print(u2.send(b''), u1.recv(10)); show(u2.sendto, b'x', ('127.0.0.1', 0))
u1.close(); u2.close()
with tempfile.TemporaryDirectory() as tmp:
    os.chdir(tmp)
    l = socket.socket(socket.AF_UNIX); l.bind('sock'); l.listen(1); c = socket.socket(socket.AF_UNIX); c.connect(b'sock'); k, ad = l.accept(); print(repr(l.getsockname()), repr(ad), repr(c.getpeername())); k.close(); c.close(); l.close()
    l = socket.socket(socket.AF_UNIX); show(l.bind, 'x' * 200); show(l.bind, 1); show(l.bind, 'sock'); show(l.connect, 'nosuch'); l.bind(b'\0adder-test-abstract'); print(l.getsockname()); l.close()
    os.chdir('/')
a, b = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM); r, w = os.pipe()
print(a.sendmsg([b'one', bytearray(b'two')], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array('i', [r]))])); d, anc, fl, ad = b.recvmsg(100, socket.CMSG_SPACE(4)); print(d, [(x[0], x[1], len(x[2])) for x in anc], fl, ad)
fd = array.array('i', anc[0][2])[0]; os.write(w, b'via fd'); print(os.read(fd, 10)); os.close(fd); os.close(r); os.close(w)
a.send(b'abcdef'); b1, b2 = bytearray(4), bytearray(4); print(b.recvmsg_into([b1, b2]), b1, b2); a.send(b'truncate'); print(b.recvmsg(3)[::2]); show(a.sendmsg, 1); show(a.sendmsg, ['x']); show(a.sendmsg, [b'x'], [1]); show(b.recvmsg, -1); a.close(); b.close()
socket.send_fds, socket.recv_fds
a, b = socket.socketpair(); socket.send_fds(a, [b'm'], [a.fileno()]); m, fds, fl, ad = socket.recv_fds(b, 10, 2); print(m, len(fds)); os.close(fds[0]); d = a.dup(); print(d.fileno() != a.fileno()); d.close(); fd = a.detach(); print(a.fileno()); x = socket.socket(fileno=fd); print(x.family, x.type); x.close(); b.close()
for f in socket.htons, socket.ntohs, socket.htonl, socket.ntohl:
    show(f, 1); show(f, 0x1234); show(f, -1); show(f, 70000); show(f, 'x'); show(f, 1.5)
for ip in '127.0.0.1', '1.2.3', '1', '0x7f.1', '256.1.1.1', '1.2.3.4.5', '', 'a.b', '1.2.3.4 ', '010.1.1.1', '::1', 1: show(socket.inet_aton, ip)
show(socket.inet_ntoa, b'\x01\x02\x03\x04'); show(socket.inet_ntoa, b'123'); show(socket.inet_ntoa, 'abcd')
for ip in '::1', '::', 'fe80::1%lo', '1::2::3', '::ffff:1.2.3.4', '2001:db8:0:0:1:0:0:1', '1.2.3.4': show(socket.inet_pton, socket.AF_INET6, ip)
show(socket.inet_pton, socket.AF_INET, '1.2.3.4'); show(socket.inet_pton, socket.AF_INET, '1.2.3'); show(socket.inet_pton, 99, '1'); show(socket.inet_ntop, 2, b'1234'); show(socket.inet_ntop, 2, b'123'); show(socket.inet_ntop, 10, b'\0' * 15 + b'\1'); show(socket.inet_ntop, 10, bytes(range(16))); show(socket.inet_ntop, 10, b'\0'*10 + b'\xff\xff' + b'1234'); show(socket.inet_ntop, 99, b'')
show(socket.gethostbyname, 'localhost'); show(socket.gethostbyname, '127.0.0.1'); show(socket.gethostbyname, ''); show(socket.gethostbyname, 1); show(socket.gethostbyname, 'a.invalid') if 0 else None
show(socket.getservbyname, 'http'); show(socket.getservbyname, 'domain', 'udp'); show(socket.getservbyname, 'nosuch'); show(socket.getservbyport, 443); show(socket.getservbyport, 22, 'tcp'); show(socket.getservbyport, 1, 'zzz'); show(socket.getservbyport, -1); show(socket.getprotobyname, 'tcp'); show(socket.getprotobyname, 'nosuch')
for args, kw in ((('127.0.0.1', 80), {}), (('127.0.0.1', 'http'), {}), (('127.0.0.1', None), {'type': socket.SOCK_STREAM}), ((None, 80), {'type': 1}), ((None, 80), {'type': 1, 'flags': socket.AI_PASSIVE}), ((None, None), {}), (('::1', 80), {'type': 2}), (('127.0.0.1', 'nosuch'), {}), (('127.0.0.1', 80), {'family': 99}), (('127.0.0.1', 80), {'type': 99}), (('name', 80), {'flags': socket.AI_NUMERICHOST}), (('127.0.0.1', 80), {'proto': 17}), (('127.0.0.1', 80, socket.AF_INET6), {}), (('127.0.0.1', '80'), {'type': 1}), ((b'127.0.0.1', b'80', 0, 1), {}), ((1, 80), {}), (('127.0.0.1', 1.5), {}), (('127.0.0.1', 80), {'type': 1, 'flags': socket.AI_CANONNAME}), (('1.2', 5), {'type': 1})):
    show(socket.getaddrinfo, *args, **kw)
show(socket.getnameinfo, ('127.0.0.1', 80), socket.NI_NUMERICHOST); show(socket.getnameinfo, ('127.0.0.1', 80), 3); show(socket.getnameinfo, 1, 2)
print(socket.getdefaulttimeout()); socket.setdefaulttimeout(3); s = socket.socket(); print(s.gettimeout()); s.close(); socket.setdefaulttimeout(None); show(socket.setdefaulttimeout, -1); show(socket.setdefaulttimeout, 'x')
print(socket.if_nametoindex('lo'), socket.if_indextoname(1)); show(socket.if_nametoindex, 'nosuch0'); show(socket.if_indextoname, 9999); print((1, 'lo') in socket.if_nameindex(), socket.gethostname() == os.uname().nodename, socket.has_ipv6)
show(socket.CMSG_LEN, 4); show(socket.CMSG_SPACE, 5); show(socket.CMSG_LEN, -1); print(socket.gaierror.__mro__, socket.herror.__module__, socket.timeout is TimeoutError, socket.error is OSError)
print(socket.AF_INET, socket.SOCK_STREAM, socket.AddressFamily(10), repr(socket.SOL_SOCKET), socket.SOMAXCONN, socket.AI_PASSIVE, socket.EAI_NONAME)
class Handler(socketserver.StreamRequestHandler):
    def handle(self): self.wfile.write(self.rfile.readline()[::-1])
with socketserver.ThreadingTCPServer(('127.0.0.1', 0), Handler) as server:
    t = threading.Thread(target=server.serve_forever, kwargs={'poll_interval': 0.01}); t.start()
    for i in range(3):
        with socket.create_connection(server.server_address) as c: c.sendall(b'abc%d\n' % i); print(c.recv(100))
    server.shutdown(); t.join()

"""Text parsing: CSV with quotes, an INI file and a log, read by hand and grouped."""
from harness import main


def split_record(line):
    fields, field, quoted, i = [], [], False, 0
    while i < len(line):
        c = line[i]
        if quoted:
            if c != '"':
                field.append(c)
            elif line[i + 1:i + 2] == '"':
                field.append('"')
                i += 1
            else:
                quoted = False
        elif c == '"':
            quoted = True
        elif c == ",":
            fields.append("".join(field))
            field = []
        else:
            field.append(c)
        i += 1
    fields.append("".join(field))
    return fields


def join_record(fields):
    out = []
    for field in fields:
        if '"' in field or "," in field:
            field = '"' + field.replace('"', '""') + '"'
        out.append(field)
    return ",".join(out)


def read_ini(text):
    sections, current = {}, None
    for number, line in enumerate(text.splitlines(), 1):
        line = line.split(";", 1)[0].strip()
        if not line:
            continue
        if line.startswith("[") and line.endswith("]"):
            current = sections.setdefault(line[1:-1].strip().lower(), {})
        elif "=" in line and current is not None:
            key, _, value = line.partition("=")
            value = value.strip()
            if value.lstrip("-").isdigit():
                value = int(value)
            elif value.lower() in ("yes", "no"):
                value = value.lower() == "yes"
            current[key.strip()] = value
        else:
            raise ValueError("line %d: %r" % (number, line))
    return sections


def read_log(lines):
    by_status, by_hour, bytes_sent = {}, [0] * 24, 0
    for line in lines:
        head, request, tail = line.split('"')
        address, _, _, stamp = head.split(None, 3)
        hour = int(stamp[stamp.index(":") + 1:][:2])
        method, path = request.split(" ")[:2]
        status, size = tail.split()
        by_hour[hour] += 1
        bytes_sent += int(size) if size != "-" else 0
        by_status.setdefault(status, {}).setdefault(method + " " + path.split("?")[0], set()).add(address)
    return by_status, by_hour, bytes_sent


def run(n):
    records = [[str(i), 'item "%d"' % i if i % 3 == 0 else "item %d" % i, "%d,%02d" % (i * 7, i % 100), ""] for i in range(n)]
    lines = [join_record(r) for r in records]
    parsed = [split_record(line) for line in lines]
    ini = "\n".join(["[Part %d] ; comment\nsize = %d\nname= part%d\nopen =%s\n" % (i, -i, i, "Yes" if i % 2 else "no") for i in range(n // 2)])
    log = ['10.0.%d.%d - - [01/Jan/2024:%02d:00:00 +0000] "%s /p%d?q=%d HTTP/1.1" %d %s' % (
        i % 3, i % 50, i % 24, "GET" if i % 5 else "POST", i % 7, i, 200 if i % 11 else 404, i if i % 13 else "-") for i in range(n)]
    return records == parsed, read_ini(ini), read_log(log)


def check(n, result):
    same, ini, (by_status, by_hour, sent) = result
    for i in range(n // 2):
        if ini["part %d" % i] != {"size": -i, "name": "part%d" % i, "open": bool(i % 2)}:
            return False
    hours = [len(range(h, n, 24)) for h in range(24)]
    pairs = {(("404" if i % 11 == 0 else "200"), ("GET" if i % 5 else "POST") + " /p%d" % (i % 7), "10.0.%d.%d" % (i % 3, i % 50)) for i in range(n)}
    found = {(s, r, a) for s, requests in by_status.items() for r, addresses in requests.items() for a in addresses}
    return same is True and len(ini) == n // 2 and by_hour == hours and sent == sum(i for i in range(n) if i % 13) and pairs == found


if __name__ == "__main__":
    main(run, check, 20000)

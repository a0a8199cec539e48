# Answers requests on standard input, a line each: "hash FILE" gives the hash of the dump of the file's tree or its
# error, "dump FILE" the dump itself, "compile FILE" the error of compile() or nothing; "decode ENCODING DATA" decodes
# base64 data. Answers are JSON.
import ast, base64, hashlib, json, sys

sys.setrecursionlimit(20000)
name = sys.argv[1]


def read(path):
    with open(path, "rb") as f:
        return f.read()


def tree(path):
    return compile(read(path), name, "exec", ast.PyCF_ONLY_AST)


def dump(path):
    return ast.dump(tree(path), include_attributes=True, indent=1)


for line in sys.stdin:
    verb, path = line.rstrip("\n").split(" ", 1)
    if verb == "decode":
        # FILE is the encoding and the bytes in base64.
        encoding, data = path.split(" ")
        try:
            print(json.dumps({"text": base64.b64decode(data).decode(encoding)}), flush=True)
        except Exception as e:
            print(json.dumps({"error": str(e) or repr(e)}), flush=True)
        continue
    try:
        if verb == "compile":
            compile(read(path), name, "exec", dont_inherit=True)
            answer = {}
        elif verb == "dump":
            answer = dump(path)
        else:
            text = dump(path)
            answer = {"hash": hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()}
    except SyntaxError as e:
        answer = {"error": [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text]}
    except Exception as e:
        answer = {"error": [type(e).__name__, str(e), None, None, None, None, None]}
    print(json.dumps(answer), flush=True)

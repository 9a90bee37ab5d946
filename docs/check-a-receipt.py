#!/usr/bin/env python3
"""Checks a dossier's log against the receipt that was printed for it. Needs Python 3 and openssl, no network.

    python3 check-a-receipt.py FILE HASH KEY.pem

FILE  the log with its proofs, taken from the page that the receipt's QR code leads to
HASH  the 64 characters printed on the receipt; they stand behind "#h=" in the QR code too
KEY   the public key the province has published
"""
import base64, hashlib, json, subprocess, sys, tempfile


def sha(data):
    return hashlib.sha256(data).digest()


def root_along(leaf, index, size, path):
    """The root of a Merkle tree from one leaf on (RFC 9162, section 2.1.3.2)."""
    node, last = sha(b"\0" + leaf), size - 1
    for sibling in map(bytes.fromhex, path):
        if last == 0:
            sys.exit("FALSE: the way to the root is too long")
        if index % 2 == 1 or index == last:
            node = sha(b"\1" + sibling + node)
            while index % 2 == 0 and index != 0:
                index, last = index // 2, last // 2
        else:
            node = sha(b"\1" + node + sibling)
        index, last = index // 2, last // 2
    return node.hex() if last == 0 else None


def signed(proof, key):
    with tempfile.NamedTemporaryFile() as signature, tempfile.NamedTemporaryFile() as statement:
        signature.write(base64.b64decode(proof["signature"]))
        statement.write(proof["statement"].encode())
        signature.flush(), statement.flush()
        command = ["openssl", "dgst", "-sha256", "-verify", key, "-signature", signature.name, statement.name]
        return subprocess.run(command, capture_output=True).returncode == 0


def main(file, receipt, key):
    lines = open(file, "rb").read().split(b"\n")[:-1]
    log = [line for line in lines if not line.startswith(b'{"proof":')]
    proofs = [json.loads(line)["proof"] for line in lines[len(log):]]
    hashes = [sha(line).hex() for line in log]
    if receipt not in hashes:
        sys.exit("FALSE: the log does not contain what the receipt was printed from")
    for number, line in enumerate(log[1:], 1):
        if json.loads(line)["previous"] != hashes[number - 1]:
            sys.exit(f"FALSE: entry {number + 1} does not follow on entry {number}")
    sealed = 0
    for proof in proofs:
        statement, leaf = json.loads(proof["statement"]), proof["leaf"]
        text = json.dumps({name: leaf[name] for name in sorted(leaf)}, separators=(",", ":"), ensure_ascii=False)
        if not signed(proof, key):
            sys.exit(f"FALSE: the seal of {statement['day']} is not signed with this key")
        if root_along(text.encode(), proof["index"], statement["size"], proof["path"]) != statement["root"]:
            sys.exit(f"FALSE: the seal of {statement['day']} does not contain this dossier")
        if not 1 <= leaf["seq"] <= len(log) or hashes[leaf["seq"] - 1] != leaf["hash"]:
            sys.exit(f"FALSE: entry {leaf['seq']} is not the one that was sealed on {statement['day']}")
        sealed = max(sealed, leaf["seq"])
        print(f"{statement['day']}: sealed up to entry {leaf['seq']}")
    if hashes.index(receipt) + 1 > sealed:
        sys.exit("NOT YET: no day has sealed the receipt's entry; ask again tomorrow")
    print(f"TRUE: entry {hashes.index(receipt) + 1} is the receipt's, and it is sealed")


if __name__ == "__main__":
    main(*sys.argv[1:]) if len(sys.argv) == 4 else sys.exit(__doc__)

"""Judges schema/signature-vectors.json in another language than it was written in.

Usage: python3 verify_vectors.py FILE. Prints each vector that comes out otherwise; needs the package `cryptography`.
"""

import base64
import calendar
import hashlib
import json
import re
import sys
import time

try:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
except ImportError:
    print("skipped: no package cryptography")
    sys.exit(0)


def octets(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def read(text):
    try:
        part = json.loads(octets(text))
    except ValueError:
        return None
    return part if isinstance(part, dict) else None


def seconds(instant):
    return calendar.timegm(time.strptime(instant, "%Y-%m-%dT%H:%M:%S.000Z"))


def is_role(role):
    return isinstance(role, dict) and isinstance(role.get("role"), str)


def are_claims(claims):
    texts = all(isinstance(claims.get(name), str) for name in ("iss", "aud", "jti", "body", "scope"))
    instants = all(isinstance(claims.get(name), int) for name in ("iat", "exp"))
    roles = claims.get("roles", [])
    person = isinstance(claims.get("sub", ""), str)
    if not person or not texts or not instants or not isinstance(roles, list):
        return False
    return len(claims["jti"]) >= 22 and all(map(is_role, roles))


def judge(vector, keys, audience):
    if vector["authorization"] is None:
        return "unsigned"
    found = re.fullmatch(r"Bearer +([\w-]+)\.([\w-]+)\.([\w-]*)", vector["authorization"])
    header, claims = (read(found[1]), read(found[2])) if found else (None, None)
    if header is None or claims is None or "crit" in header:
        return "malformed-token"
    if header.get("typ") != "hub-request+jwt":
        return "wrong-type"
    if header.get("alg") != "EdDSA":
        return "wrong-algorithm"
    key = keys.get(header.get("kid"))
    if key is None:
        return "unknown-key"
    now = seconds(vector["time"])
    if "retireAt" in key and seconds(key["retireAt"]) <= now:
        return "retired-key"
    try:
        public = Ed25519PublicKey.from_public_bytes(octets(key["x"]))
        public.verify(octets(found[3]), f"{found[1]}.{found[2]}".encode())
    except InvalidSignature:
        return "wrong-signature"
    if not are_claims(claims):
        return "malformed-token"
    if claims["iss"] != key["iss"]:
        return "wrong-issuer"
    scopes = claims["scope"].split()
    if not scopes or not set(scopes) <= set(key["scope"].split()):
        return "wrong-scope"
    if claims["aud"] != audience:
        return "wrong-audience"
    if claims["iat"] > now + 30:
        return "not-yet-valid"
    if claims["exp"] <= now:
        return "expired"
    if max(now, claims["exp"]) > claims["iat"] + 60:
        return "too-old"
    digest = hashlib.sha256(vector["body"].encode()).digest()
    if octets(claims["body"]) != digest:
        return "changed-body"
    return "replayed" if vector["isShownBefore"] else "signed"


with open(sys.argv[1], encoding="utf-8") as file:
    given = json.load(file)
key_by_id = {key["kid"]: key for key in given["keys"]}
wrong = 0
for each in given["vectors"]:
    verdict = judge(each, key_by_id, given["audience"])
    if verdict != each["verdict"]:
        wrong += 1
        print(f'{each["name"]}: wanted {each["verdict"]}, got {verdict}')
print(f'{len(given["vectors"]) - wrong} of {len(given["vectors"])} as written')
sys.exit(1 if wrong else 0)

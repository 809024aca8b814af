"""Looks at OCDS release packages with the tools that publishers use: libcoveocds checks each, ocdskit merges all of them.

Usage: python3 check_ocds.py PACKAGE... [--mirror DIR]. Prints what is wrong, and the merged release last; needs the packages
`libcoveocds` and `ocdskit`, and the standard with its extensions: from where they are published, or from DIR/HOST/PATH.
"""

import argparse
import copy
import io
import json
import pathlib
import sys
import tempfile
import urllib.parse

try:
    import requests
    import urllib3
    from libcoveocds.api import ocds_json_output
    from ocdsextensionregistry import ProfileBuilder
    from ocdsextensionregistry.util import session
    from ocdskit.combine import merge
except ImportError as error:
    print(f"skipped: no package {error.name}")
    sys.exit(0)

# The tag of OCDS 1.1 that libcoveocds takes.
STANDARD = "1__1__5"

# What has to be empty of a package that is right.
FAULTS = (
    "validation_errors",
    "additional_closed_codelist_values",
    "additional_open_codelist_values",
    "additional_fields",
    "deprecated_fields",
    "conformance_errors",
    "json_deref_error",
    "additional_checks",
)


class Mirror(requests.adapters.HTTPAdapter):
    """Answers from a folder in which each address is a file."""

    def __init__(self, folder):
        super().__init__()
        self.folder = pathlib.Path(folder)

    def send(self, request, **_):
        address = urllib.parse.urlsplit(request.url)
        file = self.folder / address.netloc / address.path.lstrip("/")
        found = file.is_file()
        body = io.BytesIO(file.read_bytes() if found else b"")
        raw = urllib3.HTTPResponse(
            body, status=200 if found else 404, preload_content=False, request_url=request.url
        )
        return self.build_response(request, raw)


def faults_of(package):
    with tempfile.TemporaryDirectory() as folder:
        found = ocds_json_output(folder, json_data=copy.deepcopy(package))
    faults = {name: found[name] for name in FAULTS if found.get(name)}
    invalid = (found.get("extensions") or {}).get("invalid_extensions")
    return {**faults, "invalid_extensions": invalid} if invalid else faults


def spoilt(package):
    """The package with one fault, and how it has to be told: a check that tells of none has looked at nothing."""
    for name, spoil in (
        ("validation_errors", lambda tender: tender["lots"][0].update(id=1)),
        ("additional_closed_codelist_values", lambda tender: tender["lots"][0].update(status="gone")),
        ("additional_fields", lambda tender: tender["lots"][0].update(colour="red")),
    ):
        other = copy.deepcopy(package)
        spoil(other["releases"][0]["tender"])
        yield name, other


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("packages", nargs="+")
    parser.add_argument("--mirror")
    given = parser.parse_args()
    if given.mirror:
        session.mount("https://", Mirror(given.mirror))
    packages = [json.loads(pathlib.Path(file).read_text("utf-8")) for file in given.packages]
    try:
        faults = [faults_of(package) for package in packages]
    except requests.RequestException:
        print("skipped: the standard could not be fetched")
        return
    unseen = [name for name, other in spoilt(packages[0]) if name not in faults_of(other)]
    schema = ProfileBuilder(STANDARD, packages[0]["extensions"]).patched_release_schema()
    (merged,) = merge(packages, schema=schema)
    print(json.dumps({"faults": faults, "unseen": unseen, "merged": merged}))


main()

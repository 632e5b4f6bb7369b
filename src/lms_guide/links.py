"""Asks every external address of the evidence whether it still answers: `make links`. Never part of the gate."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import requests

from lms_guide import guide

AGENT = {"User-Agent": "lms-guide link check (a patient guide that keeps its sources alive)"}


def answer(address: str) -> str:
    """What is wrong with an address, or "" when it answers. Doors that are closed to programs (403, 429) are no fault."""
    try:
        status = requests.get(address, headers=AGENT, timeout=20, stream=True).status_code
    except requests.RequestException as error:
        return type(error).__name__
    return "" if status < 400 or status in (403, 429) else f"status {status}"


def main() -> int:
    """Prints each address that does not answer; exit code 1 if there is one."""
    evidence = guide.load(Path.cwd()).evidence
    addresses = {entry.url: id for entries in (evidence.sources, evidence.places) for id, entry in entries.items()}
    with ThreadPoolExecutor(8) as pool:
        faults = dict(zip(addresses, pool.map(answer, addresses), strict=True))
    for address, fault in faults.items():
        if fault:
            print(f"{addresses[address]}: {address}: {fault}")
    print(f"{len(addresses)} addresses, {sum(map(bool, faults.values()))} do not answer.")
    return 1 if any(faults.values()) else 0


if __name__ == "__main__":
    sys.exit(main())

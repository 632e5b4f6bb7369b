"""Who publishes, and where: the example address is for trying out only."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_EXAMPLE = re.compile(r"(^|\.)example(\.(com|org|net))?$")


def publishable(site_url: str) -> str:
    """Why a site must not be published at this address; empty when it may be."""
    parts = urlsplit(site_url)
    if parts.scheme != "https" or not parts.hostname:
        return f"`{site_url}` is not an https address: set SITE_URL to the address the guide will have."
    if _EXAMPLE.search(parts.hostname):
        return f"`{site_url}` is the example address: set SITE_URL to the address the guide will have."
    return ""

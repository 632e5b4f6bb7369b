"""States of a browser that a tool must live with, as scripts that are run before a page's own."""

from __future__ import annotations

# Storage as a strict browser has it, and as it is when there is no room.
BLOCKED = """Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError') } })"""
FULL = """Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"""
# Printing opens no dialog; how often it was asked for, and what was marked to be printed, is counted.
PRINTS = (
    """window.prints = []; window.print = () => window.prints.push(document.documentElement.dataset.lmsPrint ?? '')"""
)

"""The policy of a page: it fits that page, and nothing else may run."""

from __future__ import annotations

from lms_guide import policy


def test_the_policy_lets_only_the_pages_own_scripts_run():
    page = policy.add(
        '<meta charset="utf-8"><script>go()</script><script type="application/json">{}</script><script src="a.js"></script>'
    )
    assert page.count("'sha256-") == 1 and "script-src 'self' 'sha256-" in page
    assert page.index("Content-Security-Policy") < page.index("<script>")


def test_another_script_gets_another_hash():
    assert policy.hashes("<script>go()</script>") != policy.hashes("<script>stop()</script>")

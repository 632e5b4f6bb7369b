"""What tests in a browser share: sizes of a screen, the address of a page, and what axe finds wrong in it."""

from __future__ import annotations

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EXTRA_RULES = ("color-contrast-enhanced", "label-content-name-mismatch", "p-as-heading", "td-has-header")
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 800}

# Where axe cannot decide, somebody looked: the rule, what axe says, and why it is fine.
ANSWERED = [
    (
        "color-contrast-enhanced",
        "overlapped by another element",
        "the clear touch area of a note lies over the words beside it",
    ),
]


def web(path: str) -> str:
    """The address part of a built page."""
    return path.removesuffix("index.html")


def faults(tab, axe: str, within: str = "html") -> list[str]:
    """What axe finds wrong, and what it could not decide and nobody answered."""
    if not tab.evaluate("'axe' in window"):
        tab.evaluate(axe)
    tab.evaluate("window.scrollTo(0, 0)")
    # Enhanced contrast (7:1) holds all that plain contrast (4.5:1) asks, and each takes seconds on a long page.
    rules = {"color-contrast": {"enabled": False}, **{rule: {"enabled": True} for rule in EXTRA_RULES}}
    result = tab.evaluate(
        "options => axe.run(options.within, options)",
        {
            "within": within,
            "runOnly": {"type": "tag", "values": TAGS},
            "rules": rules,
            "resultTypes": ["violations", "incomplete"],
            "preload": False,  # no rule in use reads style sheets or films that axe would fetch
        },
    )
    found = []
    for kind in ("violations", "incomplete"):
        for fault in result[kind]:
            for element in fault["nodes"]:
                target = " ".join(map(str, element["target"]))
                said = element.get("failureSummary", "")
                if kind == "incomplete" and any(rule == fault["id"] and part in said for rule, part, _ in ANSWERED):
                    continue
                found.append(f"{kind}: {fault['id']}: {target}: {said[:200]}")
    return found

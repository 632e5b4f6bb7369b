"""What is refused: each with an id, and a bad example among the tests (tests/handouts/test_refused.py)."""

from __future__ import annotations

REASONS = {
    "H-001": "A sheet that runs over its sides is no sheet.",
    "H-002": "A code that no camera reads leads nowhere.",
    "H-003": "A sign that the face lacks is printed as an empty box, or in a strange face.",
    "H-004": "A picture that cannot be drawn leaves a hole.",
    "H-005": "A warning of the PDF writer is a fault that somebody will see on paper.",
    "H-006": "A heavy file does not open on a phone with a bad signal.",
    "H-007": "Figures about living and dying are on no paper that did not announce them.",
}


class Refused(Exception):
    """A handout that is not made: rule, page and reason in one line."""

    def __init__(self, rule: str, file: str, wrong: str):
        super().__init__(f"{file}: {rule}: {wrong}")
        self.rule = rule
        self.file = file

    def __reduce__(self):
        """Passes from a worker to the build as it is."""
        return _again, (self.rule, self.file, str(self))


def _again(rule: str, file: str, message: str) -> Refused:
    made = Refused(rule, file, "")
    made.args = (message,)
    return made

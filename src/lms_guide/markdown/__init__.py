"""The guide's Markdown: notes, facts and terms as marks, help, outlook and list blocks, and sections that can be styled.

A Python-Markdown extension, so that any generator that speaks Python-Markdown makes the same pages. It renders and never
judges: what is unknown stays visible in the page, and the rules (`lms_guide.rules`) refuse the build.
"""

from __future__ import annotations

import markdown

from lms_guide.markdown.blocks import BlockComments, BlockElements
from lms_guide.markdown.context import Context
from lms_guide.markdown.foot import Foot
from lms_guide.markdown.handouts import HandoutLinks, PrintSection
from lms_guide.markdown.inline import FactMark, NoteMark, TermMark
from lms_guide.markdown.sections import Sections, Tables


class GuideExtension(markdown.Extension):
    """Options: `root`, the project's folder; `language`, the folder of words in `evidence/`; `country`, whose emergency number to dial."""

    def __init__(self, **kwargs):
        self.config = {
            "root": [".", "The folder that holds evidence/ and docs/"],
            "language": ["en", "The folder of words in evidence/"],
            "country": ["us", "Whose emergency number the help box dials"],
        }
        super().__init__(**kwargs)

    def extendMarkdown(self, md: markdown.Markdown) -> None:
        """Registers the processors; the numbers are priorities among Python-Markdown's own."""
        context = Context(md, self.getConfig("root"), self.getConfig("language"), self.getConfig("country"))
        md.preprocessors.register(BlockComments(md), "lms-comments", 28)  # before HTML is set aside (20)
        # Before links (160) and after code (190).
        md.inlinePatterns.register(NoteMark(context), "lms-note", 178)
        md.inlinePatterns.register(FactMark(context), "lms-fact", 177)
        md.inlinePatterns.register(TermMark(context), "lms-term", 176)
        # After inline marks (20); the foot before attribute lists (8) and contents (5), sections after them.
        md.treeprocessors.register(BlockElements(context), "lms-blocks", 16)
        md.treeprocessors.register(PrintSection(context), "lms-print", 15.5)
        md.treeprocessors.register(Foot(context), "lms-foot", 15)
        md.treeprocessors.register(Tables(context), "lms-tables", 4)
        md.treeprocessors.register(Sections(context), "lms-sections", 3)
        md.treeprocessors.register(HandoutLinks(context), "lms-handouts", -5)  # after the generator's links (0)


def makeExtension(**kwargs) -> GuideExtension:
    """What Python-Markdown calls for `markdown_extensions: [lms_guide.markdown]`."""
    return GuideExtension(**kwargs)

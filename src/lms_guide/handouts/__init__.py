"""Handouts: PDFs made from the built pages, for a black-and-white printer.

Nothing is written twice: the words are the built page's `<article>`, the get-help box is the red flags of
`evidence/urgent.yml`, and which parts stand on which sheet is one table, `evidence/handouts.yml`.

settings (that table) → plan (which files) → content (the page's parts) → layout (HTML) → fit (what has room) →
render (PDF) → make (in parallel, only what changed) → manifest (what was made, for the lists on the pages)
"""

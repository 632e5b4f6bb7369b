"""The guide's own code: evidence, pages, the rules that hold them together, and the marks that turn them into a site.

Data goes one way: `evidence` knows nothing of pages, `pages` nothing of the generator, `finish` only what was built.
"""

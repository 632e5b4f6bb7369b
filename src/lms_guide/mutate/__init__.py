"""`make mutate`: breaks the real guide in a hundred ways and counts how many its checks catch.

Each rule has a bad example on a made-up page. Here the same kinds of harm are done to real pages, data, templates and
styles, three places each, chosen by a seed. A mutation that no check catches is printed, and the command fails.
"""

"""The guide without a network: a file to save and open from a disk, and the list of what a browser keeps when asked."""

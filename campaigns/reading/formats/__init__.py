"""The kinds of file in which plans come, one module for each."""

"""Looks whether everything that newsread needs is there and works, and says what to do where it does not."""

"""The reader without a screen: lines out, commands in, one after the other, for screen readers and braille displays."""

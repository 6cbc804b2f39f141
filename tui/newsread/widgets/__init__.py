"""What is on the screen. Panes draw their lines themselves, from strips that are kept as long as they stay true."""

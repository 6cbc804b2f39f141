"""newsread's own look, dark and light: warm paper and ink, one amber accent, nothing that competes with the text."""

from textual.theme import Theme

DARK = Theme(
    name="newsread-dark",
    dark=True,
    background="#1a1816",
    surface="#211e1b",
    panel="#2a2622",
    foreground="#e6ddd0",
    primary="#dba968",
    secondary="#9db38f",
    accent="#dba968",
    warning="#e0b458",
    error="#e08a74",
    success="#9db38f",
    variables={
        "input-selection-background": "#dba968 35%",
        "input-cursor-background": "#dba968",
        "screen-selection-background": "#dba96866",
    },
)

LIGHT = Theme(
    name="newsread-light",
    dark=False,
    background="#faf6ee",
    surface="#f3ede2",
    panel="#ebe3d5",
    foreground="#2f2a25",
    primary="#8a4f12",
    secondary="#53704a",
    accent="#8a4f12",
    warning="#945c00",
    error="#a33926",
    success="#53704a",
    variables={"input-selection-background": "#8a4f12 25%", "input-cursor-background": "#8a4f12"},
)

THEMES = (DARK, LIGHT)

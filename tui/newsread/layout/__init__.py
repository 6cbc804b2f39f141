"""How text becomes lines: pure functions and values, with no widget, style or colour in them."""

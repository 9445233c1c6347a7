"""Where a value is on the scale of a picture."""


def share(value: float, start: float, end: float) -> str:
    """How far a value is from the start of a scale to its end, as SVG has shares of a width; values beyond the ends are at them."""
    if end <= start:
        return "0%"
    return f"{round(100 * min(max((value - start) / (end - start), 0), 1), 2):g}%"

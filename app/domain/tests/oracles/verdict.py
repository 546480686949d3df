"""What a comparison may say beside "differs"."""


class Known(str):
    """A package departs from the standard here, for this reason: counted, and no fault."""



# Futures: an error that is easily overlooked.


@published
class FalsyError(Exception):
    """An exception that is false."""

    def __bool__(self):
        return False

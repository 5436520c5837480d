"""The one number a person sees move, made of those of the stages of an import."""

from crm_desktop.domain.importing import Progress


def in_turn(progress: Progress, *stages: int) -> list[Progress]:
    """Return a progress for each stage of that many steps, which together count up to the sum.

    A stage may count in steps of its own size; it ends where the next one begins.
    """
    total = sum(stages)
    return [
        _staged(progress, sum(stages[:place]), steps, total) for place, steps in enumerate(stages)
    ]


def share_of(progress: Progress, first: float, last: float, total: int) -> Progress:
    """Return what tells how far a stage is, as what lies between two shares of `total`."""

    def tell(done: int, of: int) -> None:
        progress(round(total * (first + (last - first) * done / max(of, 1))), total)

    return tell


def _staged(progress: Progress, before: int, steps: int, total: int) -> Progress:
    def tell(done: int, of: int) -> None:
        progress(before + (steps * done // of if of else steps), total)

    return tell

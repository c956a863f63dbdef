

# Pools: what a pool counts on that nobody gave a size.


@published
def usable_cpus():
    count = getattr(os, "process_cpu_count", None) or getattr(os, "cpu_count", lambda: 1)
    return count() or 1

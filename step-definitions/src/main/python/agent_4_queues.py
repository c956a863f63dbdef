

# What scenarios about queues find in the module `threadstone`.


@published
class Prioritized(object):
    """An entry of a priority queue whose priority alone is compared."""

    def __init__(self, priority, item):
        self.priority, self.item = priority, item

    def __lt__(self, other):
        return self.priority < other.priority


@published
class Ledger(object):
    """What many threads put into a queue and get out of it: tuples of a number, the producer and a serial number."""

    def __init__(self, queue):
        self.queue = queue
        self.puts, self.gets, self.sizes = [], [], set()

    def put(self, count):
        for serial in range(count):
            item = (serial * 7 % count, _thread.get_ident(), serial)
            self.queue.put(item)
            self.puts.append(item)
            self.sizes.add(self.queue.qsize())

    def get(self, count):
        for _ in range(count):
            self._got(self.queue.get())

    def get_timed(self, count):
        for _ in range(count):
            self._got(self.queue.get(timeout=60))

    def poll(self, count):
        empty = resolve("queue.Empty")
        while count:
            try:
                self._got(self.queue.get_nowait())
                count -= 1
            except empty:
                pass

    def _got(self, item):
        self.gets.append((_thread.get_ident(), item))

    def balance(self):
        """How many items were put, and how many of those were never got or more than once."""
        received = [item for _, item in self.gets]
        return {
            "put": len(self.puts),
            "lost": len(set(self.puts) - set(received)),
            "repeated": len(received) - len(set(received)),
        }

    def overtakings(self):
        """How often a consumer got an item after a later one of the same producer."""
        latest, count = {}, 0
        for consumer, (_, producer, serial) in self.gets:
            count += serial < latest.get((consumer, producer), -1)
            latest[consumer, producer] = serial
        return count

    def descents(self):
        """How often an item was got after a larger one."""
        items = [item for _, item in self.gets]
        return sum(later < earlier for earlier, later in zip(items, items[1:]))

    def largest_size(self):
        """The largest size of the queue that a producer has seen."""
        return max(self.sizes)

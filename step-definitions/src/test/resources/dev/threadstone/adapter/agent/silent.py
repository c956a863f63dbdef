"""An agent that never says anything."""
import select

select.select([], [], [])

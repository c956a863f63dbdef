"""An agent that gives up at once."""
import sys

sys.exit("this Python cannot do it")

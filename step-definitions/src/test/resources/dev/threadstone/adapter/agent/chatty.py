"""The real agent, in a program that first prints a megabyte."""
import sys

sys.stdout.write("garbage {]\n" * 100000)
with open(sys.argv[1]) as agent:
    exec(compile(agent.read(), sys.argv[1], "exec"))



# Programs: functions that the scenario wrote, as plain Python. Its names are their globals.


def run_program(source, name, args, kwargs):
    scope = dict(NAMES.objects)
    exec(compile(source, "<scenario>", "exec"), scope)
    return scope[name](*args, **kwargs)

package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.ErrorMapping;
import dev.threadstone.adapter.jvm.ErrorTable;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.SystemExit;
import java.util.List;

/** Python's exceptions are the reference's own. */
final class ReferenceErrors implements ErrorMapping {

    private final ErrorTable support = new ErrorTable();

    @Override
    public RuntimeException create(String type, List<Object> arguments) {
        if (type.equals("SystemExit")) {
            var code = arguments.isEmpty() ? PythonNone.NONE : arguments.get(0);
            return new SystemExit(code == PythonNone.NONE ? null : code);
        }
        var made = new dev.threadstone.adapter.jvm.PythonException(type, arguments);
        return new PythonException(support.mro(made), made.getMessage());
    }

    @Override
    public RuntimeException adopt(dev.threadstone.adapter.jvm.PythonException raised) {
        return create(raised.type(), raised.arguments());
    }

    @Override
    public List<String> mro(Throwable error) {
        return error instanceof PythonException python
                ? python.mro().stream().filter(name -> !name.equals("object")).toList()
                : support.mro(error);
    }
}

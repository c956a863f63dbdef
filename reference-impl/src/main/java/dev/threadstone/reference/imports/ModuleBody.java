package dev.threadstone.reference.imports;

/** The statements of a module. */
@FunctionalInterface
public interface ModuleBody {

    /**
     * Executes them in the importing thread. May import other modules, start threads, and block.
     *
     * @param module the module that they are to fill
     * @throws dev.threadstone.reference.errors.PythonException to make the import fail
     */
    void execute(Module module);
}

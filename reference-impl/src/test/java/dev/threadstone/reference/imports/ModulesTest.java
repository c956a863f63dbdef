package dev.threadstone.reference.imports;

import static dev.threadstone.reference.Program.raisedBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.threadstone.reference.Program;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.errors.ValueError;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ModulesTest {

    @Test
    void manyImportersRunTheBodyOnceAndGetACompleteModule() {
        Program.everywhere(program -> {
            var runs = new AtomicInteger();
            var modules = program.interpreter().modules();
            modules.define("plugin", module -> {
                runs.incrementAndGet();
                program.interpreter().current().checkpoint();
                module.set("last", 1);
            });
            var importers = new ArrayList<dev.threadstone.reference.threading.Thread>();
            for (int i = 0; i < 3; i++) {
                importers.add(program.started(() ->
                        assertThat(modules.importModule("plugin").get("last")).isEqualTo(1)));
            }
            importers.forEach(dev.threadstone.reference.threading.Thread::join);
            assertThat(runs).hasValue(1);
        });
    }

    @Test
    void aCircleOfThreeModulesIsResolvedWhereverThreadsEnterIt() {
        Program.everywhere(program -> {
            var runs = new AtomicInteger();
            var modules = program.interpreter().modules();
            var names = List.of("one", "two", "three");
            for (int i = 0; i < names.size(); i++) {
                var next = names.get((i + 1) % names.size());
                modules.define(names.get(i), module -> {
                    runs.incrementAndGet();
                    modules.importModule(next);
                });
            }
            var importers = names.stream()
                    .map(name -> program.started(() -> modules.importModule(name)))
                    .toList();
            importers.forEach(dev.threadstone.reference.threading.Thread::join);
            assertThat(runs).hasValue(names.size());
            names.forEach(name ->
                    assertThat(modules.importModule(name).isInitializing()).isFalse());
        });
    }

    @Test
    void aModuleWhoseBodyFailedIsNotLoadedAndCanBeImportedAgain() {
        Program.everywhere(program -> {
            var runs = new AtomicInteger();
            var modules = program.interpreter().modules();
            modules.define("plugin", module -> {
                if (runs.incrementAndGet() == 1) {
                    throw new ValueError("boom");
                }
            });
            assertThat(raisedBy(() -> modules.importModule("plugin"))).hasMessage("boom");
            assertThat(modules.isLoaded("plugin")).isFalse();
            assertThat(modules.importModule("plugin").isInitializing()).isFalse();
        });
    }

    @Test
    void aModuleThatDoesNotExistCannotBeImported() {
        Program.simulated(program -> {
            var raised = raisedBy(() -> program.interpreter().modules().importModule("nowhere"));
            assertThat(((PythonException) raised).typeName()).isEqualTo("ModuleNotFoundError");
        });
    }
}

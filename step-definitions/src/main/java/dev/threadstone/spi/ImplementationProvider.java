package dev.threadstone.spi;

/**
 * Makes an implementation known to Threadstone by a name. Found with {@link java.util.ServiceLoader}: list the class in
 * {@code META-INF/services/dev.threadstone.spi.ImplementationProvider}.
 *
 * <p>Providers are stateless and safe for use by several threads.
 */
public interface ImplementationProvider {

    /** The name after {@code -i} on the command line: lower-case letters, digits and hyphens. */
    String name();

    /** One line for {@code threadstone list implementations}. */
    String summary();

    /**
     * Opens the implementation for one run.
     *
     * @param settings the settings of the run; unknown options in it must be refused
     * @return the implementation, ready to {@linkplain Implementation#describe() describe} itself
     * @throws InvalidSettingsException if the settings name an option or a value that this implementation does not know
     * @throws AdapterException if the implementation cannot be brought up
     */
    Implementation open(Settings settings);
}

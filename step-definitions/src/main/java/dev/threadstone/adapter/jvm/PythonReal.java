package dev.threadstone.adapter.jvm;

/**
 * A real number that is neither {@code int} nor {@code float}: a {@code fractions.Fraction} or {@code decimal.Decimal}.
 *
 * @param type the qualified name of its type
 */
public record PythonReal(String type, double value) {}

package dev.threadstone.cli;

import dev.threadstone.catalogue.CatalogueException;
import dev.threadstone.expectations.InvalidExpectationsException;
import dev.threadstone.render.ReportException;
import dev.threadstone.results.ResultsException;
import dev.threadstone.spi.InvalidSettingsException;
import dev.threadstone.spi.SessionException;
import dev.threadstone.suite.SuiteException;
import dev.threadstone.suite.UnknownNameException;
import dev.threadstone.verdict.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns errors into one sentence each and an exit code. Only what nobody foresaw shows where it came from. */
final class ErrorSentences implements IExecutionExceptionHandler, IParameterExceptionHandler {

    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult arguments) {
        var err = command.getErr();
        if (isUsage(error)) {
            err.println(error.getMessage());
            return ExitCode.USAGE.code();
        }
        if (error instanceof InvalidExpectationsException) {
            err.println(error.getMessage());
            return ExitCode.STALE_EXPECTATIONS.code();
        }
        if (error instanceof SessionException
                || error instanceof SuiteException
                || error instanceof CatalogueException) {
            err.println(error.getMessage());
            return ExitCode.TROUBLE.code();
        }
        err.println("Threadstone itself failed; please report this with the command you gave.");
        error.printStackTrace(err);
        return ExitCode.TROUBLE.code();
    }

    @Override
    public int handleParseException(ParameterException error, String[] arguments) {
        var command = error.getCommandLine();
        command.getErr().println(error.getMessage());
        UnmatchedArgumentException.printSuggestions(error, command.getErr());
        command.getErr().println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE.code();
    }

    private static boolean isUsage(Exception error) {
        return error instanceof UnknownNameException
                || error instanceof InvalidSettingsException
                || error instanceof ResultsException
                || error instanceof ReportException;
    }
}

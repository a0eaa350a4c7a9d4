package packettrap.runner.report.waiver;

/**
 * What a waiver knows a driver by.
 *
 * @param name of its jar, or its program's command, as a user would say it
 * @param sha256 hash of its jar or program
 * @param version what the jar's manifest says; null: it says none, or it is a program
 */
public record Identity(String name, String sha256, String version) {}

package org.wec7emu.junit.jupiter;

import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs these tests with whatever JUnit is on the class path. */
final class OtherJunit {
    private OtherJunit() {}

    /** Prints the version of JUnit and how many tests succeeded and failed, and why those failed. */
    public static void main(String[] args) {
        LauncherDiscoveryRequest all = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage(OtherJunit.class.getPackageName()))
                .filters(includeClassNamePatterns(".*Tests"))
                .configurationParameter("junit.jupiter.execution.timeout.default", "60 s")
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(all, listener);
        TestExecutionSummary summary = listener.getSummary();
        String version =
                Test.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        System.out.println(version.replaceFirst(".*/junit-jupiter-api-(.*)\\.jar", "$1") + ": "
                + summary.getTestsSucceededCount() + " succeeded, " + summary.getTotalFailureCount() + " failed");
        summary.printFailuresTo(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    }
}

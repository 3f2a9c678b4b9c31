package org.wec7emu.benchmarks.fleet;

/**
 * What a fleet of some size has cost.
 *
 * @param devices how many
 * @param services whether they offered the image's services besides FTP
 * @param level what enforced their firewalls
 * @param startSeconds from the program's start until all devices answer
 * @param threads of the process when nobody talks to it
 * @param memory resident, in bytes, when nobody has talked to it yet
 * @param idle share of one core that it takes when nobody talks to it
 * @param sessions a second, over all devices together
 * @param failed sessions that went wrong
 * @param problem the first of those, or empty
 */
record FleetSample(
        int devices,
        boolean services,
        String level,
        double startSeconds,
        int threads,
        long memory,
        double idle,
        double sessions,
        int failed,
        String problem) {}

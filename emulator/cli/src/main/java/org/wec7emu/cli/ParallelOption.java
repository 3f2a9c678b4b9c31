package org.wec7emu.cli;

/** How many images are checked at a time. */
final class ParallelOption {
    private static final String PARALLEL = "--parallel";

    private final Subcommand command;

    ParallelOption(Subcommand command) {
        this.command = command;
        command.option(
                PARALLEL,
                "N",
                "Check N images at a time: unless told as many as the machine has cores; one with --root, whose files"
                        + " they would share, and with an address of the device's own (nftables). Each client has a device"
                        + " with ports of its own; take 1 for one that can't run twice at a time, as it always"
                        + " writes the same file.");
    }

    /**
     * @param images how many there are
     * @param whyOne why they can't be checked at a time; empty when they can
     */
    int of(int images, String whyOne) throws BadInput {
        String text = command.value(PARALLEL);
        int usual = whyOne.isEmpty() ? Runtime.getRuntime().availableProcessors() : 1;
        int wanted = text == null ? usual : number(text);
        if (wanted > 1 && images > 1 && !whyOne.isEmpty()) {
            throw new BadInput(
                    PARALLEL + " " + text + ": " + whyOne + "; leave it out, and they are checked one by one");
        }
        return Math.min(wanted, images);
    }

    private static int number(String text) throws BadInput {
        if (!text.matches("[1-9]\\d{0,3}")) {
            throw new BadInput(PARALLEL + " " + text + ": it takes a number from 1 to 9999");
        }
        return Integer.parseInt(text);
    }
}

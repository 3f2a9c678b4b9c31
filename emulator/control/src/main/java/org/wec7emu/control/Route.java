package org.wec7emu.control;

/**
 * Something that can be asked for.
 *
 * @param method of HTTP
 * @param path with names in braces for what differs
 */
record Route(String method, String path, Action action) {
    /** Answers a call, or throws why not. */
    @FunctionalInterface
    interface Action {
        void answer(Call call) throws Exception;
    }
}

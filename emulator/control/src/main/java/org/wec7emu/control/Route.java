package org.wec7emu.control;

/**
 * Something that can be asked for.
 *
 * @param method of HTTP
 * @param path with names in braces for what differs
 * @param open whether it says nothing of devices, so that it is for everybody
 */
record Route(String method, String path, Action action, boolean open) {
    Route(String method, String path, Action action) {
        this(method, path, action, false);
    }

    /** Something for everybody. */
    static Route open(String path, Action action) {
        return new Route("GET", path, action, true);
    }

    /** Answers a call, or throws why not. */
    @FunctionalInterface
    interface Action {
        void answer(Call call) throws Exception;
    }
}

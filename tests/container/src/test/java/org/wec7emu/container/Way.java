package org.wec7emu.container;

import java.util.List;

/** How a client reaches a device in a container. */
enum Way {
    OWN_ADDRESS("bridge (Docker's default), at its own address, `ftp://172.17.0.2/`", "on the Docker host"),
    SAME_NETWORK("bridge, at its own name, `ftp://device/`", "in another container of the network"),
    MAPPED_HERE("bridge, port mapped by `-p 2121:21`", "on the Docker host, at 127.0.0.1"),
    MAPPED_ELSEWHERE("bridge, port mapped by `-p 2121:21`", "on another machine"),
    PUBLISHED_HERE(
            "the same with `-p 30000-30009:30000-30009` and `WEC7_PUBLISH_PASSIVE`",
            "on the Docker host, at 127.0.0.1"),
    PUBLISHED_ELSEWHERE("the same with `-p 30000-30009:30000-30009` and `WEC7_PUBLISH_PASSIVE`", "on another machine"),
    HOST_NETWORK("host (`--network host`), `WEC7_BIND=127.0.0.21`", "on the Docker host");

    private final String network;
    private final String client;

    Way(String network, String client) {
        this.network = network;
        this.client = client;
    }

    /** Both in a cell each of a Markdown table. */
    String words() {
        return network + " | " + client;
    }

    /** The command line of curl where the client is. */
    List<String> line(Devices devices, Setup setup, boolean active) throws Exception {
        String url = "ftp://webguest:1@" + endpoint(setup) + "/";
        List<String> curl = active ? Curl.active(url) : Curl.passive(url);
        return switch (this) {
            case SAME_NETWORK -> devices.inClient(curl);
            case MAPPED_ELSEWHERE, PUBLISHED_ELSEWHERE -> devices.elsewhere().inside(curl);
            case OWN_ADDRESS, MAPPED_HERE, PUBLISHED_HERE, HOST_NETWORK -> curl;
        };
    }

    private String endpoint(Setup setup) throws Exception {
        return switch (this) {
            case OWN_ADDRESS -> setup.bridged().address();
            case SAME_NETWORK -> setup.name();
            case MAPPED_HERE -> "127.0.0.1:" + setup.bridged().mappedPort();
            case MAPPED_ELSEWHERE ->
                Elsewhere.DOCKER_HOST + ":" + setup.bridged().mappedPort();
            case PUBLISHED_HERE -> "127.0.0.1:" + setup.published().mappedPort();
            case PUBLISHED_ELSEWHERE ->
                Elsewhere.DOCKER_HOST + ":" + setup.published().mappedPort();
            case HOST_NETWORK -> setup.hostAddress();
        };
    }

    RunningContainer device(Setup setup) {
        return switch (this) {
            case OWN_ADDRESS, SAME_NETWORK, MAPPED_HERE, MAPPED_ELSEWHERE -> setup.bridged();
            case PUBLISHED_HERE, PUBLISHED_ELSEWHERE -> setup.published();
            case HOST_NETWORK -> setup.onHost();
        };
    }
}

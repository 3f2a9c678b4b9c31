package org.wec7emu.container;

/**
 * Devices of one image, in every network.
 *
 * @param name of the bridged one in its network
 * @param bridged in a bridge, with port 21 mapped
 * @param published the same with passive ports mapped
 * @param onHost in the host's network
 * @param hostAddress that one's
 */
record Setup(
        String name, RunningContainer bridged, RunningContainer published, RunningContainer onHost, String hostAddress)
        implements AutoCloseable {
    private static final String NET_ADMIN = "--cap-add=NET_ADMIN";

    /** @param number tells the setups apart, 0 to 9 */
    static Setup of(String image, String network, int number) throws Exception {
        String name = "device" + number;
        String hostAddress = "127.0.0.2" + number;
        String ports = "300" + number + "0-300" + number + "9";
        String environment = "--env=WEC7_IMAGE=" + image;
        RunningContainer bridged = RunningContainer.device(
                NET_ADMIN, environment, "--network=" + network, "--network-alias=" + name, "--publish=21");
        RunningContainer published = RunningContainer.device(
                NET_ADMIN,
                environment,
                "--publish=21",
                "--publish=" + ports + ":" + ports,
                "--env=WEC7_PUBLISH_PASSIVE=" + ports,
                "--env=WEC7_ANNOUNCE=" + Elsewhere.DOCKER_HOST);
        RunningContainer onHost =
                RunningContainer.device(NET_ADMIN, environment, "--network=host", "--env=WEC7_BIND=" + hostAddress);
        return new Setup(name, bridged, published, onHost, hostAddress);
    }

    @Override
    public void close() throws Exception {
        bridged.close();
        published.close();
        onHost.close();
    }
}

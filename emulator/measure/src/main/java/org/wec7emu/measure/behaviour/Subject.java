package org.wec7emu.measure.behaviour;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wec7emu.device.Device;
import org.wec7emu.profile.ProfileValue;

/** What is being asked: a device that runs, or a server somewhere. */
sealed interface Subject extends AutoCloseable permits EmulatedSubject, RemoteSubject {
    /** Where its control port is. */
    InetSocketAddress control();

    String user();

    String password();

    /** How long to wait for a connection to one of its ports, given as the device knows them, before it counts as silent. */
    Duration patienceFor(int port);

    /** How long to wait for a reply. */
    Duration patienceForReplies();

    /** How long to wait for its connect to the client. */
    Duration patienceForDial();

    /** Why a connection to a port was dropped, in a sentence; empty when nobody knows. */
    String whyDropped(int port);

    /** Why its connect to the client didn't arrive, in a sentence; empty when nobody knows. */
    String whyNotDialled();

    /** The paths of the profile's values that decide about such a connection. */
    List<String> decidingOn(int port);

    /** The same about its connect to the client. */
    List<String> decidingOnDial();

    /** The values at these paths, each of which stands for all beneath it; none of a server somewhere. */
    List<ProfileValue> values(List<String> paths);

    /** The paths of the profile's replies that a line may be. */
    List<String> repliesLike(String line);

    /** Where the port is on this machine or network. */
    InetSocketAddress endpoint(int port);

    /** The port as the device knows it. */
    int logical(int port);

    /** The device, if it is one of ours. */
    Optional<Device> device();

    /** Makes the files that are asked for, unless they are there; empty when they can't be made or mustn't. */
    Optional<Scene> scene() throws IOException;

    @Override
    void close() throws IOException;
}

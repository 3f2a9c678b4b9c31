package org.wec7emu.check.client;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wec7emu.device.Device;

/**
 * What a client is told to go to.
 *
 * @param image what stands there: the image, or the server's name
 * @param host an address as a literal, or a name
 * @param port of the control connection
 */
public record ClientTarget(String image, String host, int port, String user, String password) {
    static ClientTarget of(Device device) {
        return new ClientTarget(
                device.profile().image(), device.host(), device.port(), device.user(), device.password());
    }

    private String url() {
        String inUrl = host.contains(":") ? "[" + host + "]" : host;
        return "ftp://" + user + ":" + password + "@" + inUrl + ":" + port + "/";
    }

    /** By the names of the placeholders. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("host", host);
        values.put("port", Integer.toString(port));
        values.put("user", user);
        values.put("password", password);
        values.put("url", url());
        values.put("image", image);
        return values;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + "@" + host + ":" + port;
    }
}

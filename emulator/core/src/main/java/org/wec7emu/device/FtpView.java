package org.wec7emu.device;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.wec7emu.host.AddressText;
import org.wec7emu.host.PortMap;
import org.wec7emu.profile.Account;
import org.wec7emu.profile.FtpProfile;
import org.wec7emu.storage.FileArea;

/**
 * A device's FTP server as clients find it.
 *
 * @param settings those in force
 */
record FtpView(Surroundings surroundings, FtpProfile settings) {
    /** One that may log in. */
    Account account() {
        return settings.access().example();
    }

    String url() {
        String where = AddressText.of(surroundings.endpoint(PortMap.CONTROL_PORT));
        return "ftp://" + account().user() + ":" + account().password() + "@" + where + "/";
    }

    /** The host's directory behind {@code /}. */
    Path root() {
        return surroundings.storage().directory(settings.directory());
    }

    /** The host's directory behind what that account sees as {@code /}. */
    Path home() {
        return surroundings.storage().directory(account().home().orElse(settings.directory()));
    }

    FileArea files() {
        return surroundings
                .storage()
                .area(
                        settings.directory(),
                        settings.access().virtualRoots(),
                        FileArea.Hidden.SEEN,
                        Charset.forName(settings.codePage()));
    }
}

package org.wec7emu.clients;

import static org.wec7emu.clients.ClientProgram.BASIC_FTP;
import static org.wec7emu.clients.ClientProgram.COMMONS_NET;
import static org.wec7emu.clients.ClientProgram.FILEZILLA;
import static org.wec7emu.clients.ClientProgram.FTPLIB;
import static org.wec7emu.clients.ClientProgram.MIDNIGHT_COMMANDER;
import static org.wec7emu.clients.ClientProgram.NET_FTP;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.wec7emu.journal.TransferMode;

/**
 * Libraries and programs with windows in the matrix of clients, each driven by a small program of these tests. Each client's
 * own timer is {@link RealClient#TIMER}, unless it has none.
 */
final class LibraryRows {
    private static final String SECONDS = Long.toString(RealClient.TIMER.toSeconds());
    /** The shortest that FileZilla has. */
    private static final String FILEZILLAS_SECONDS = "10";

    private LibraryRows() {}

    static List<MatrixRow> all() {
        return Stream.concat(libraries().stream(), screens().stream()).toList();
    }

    private static List<MatrixRow> libraries() {
        return List.of(
                library(FTPLIB, "", RealClient.FTPLIB, TransferMode.PASSIVE),
                library(FTPLIB, "set_pasv(False)", RealClient.FTPLIB, TransferMode.ACTIVE),
                netFtp("", "default"),
                netFtp("Passive => 1", "passive"),
                netFtp("Passive => 0", "active"),
                library(COMMONS_NET, "", RealClient.COMMONS_NET, TransferMode.ACTIVE),
                library(COMMONS_NET, "enterLocalPassiveMode()", RealClient.COMMONS_NET, TransferMode.PASSIVE),
                MatrixRow.download(BASIC_FTP, "", "'Error: (.*?) to \\d", (target, home) -> {
                    List<String> call = new ArrayList<>(BasicFtp.installed().commandLine());
                    call.addAll(List.of(target.host(), target.portText(), target.user(), target.password()));
                    call.addAll(List.of(SECONDS, MatrixRow.REMOTE, MatrixRow.REMOTE));
                    return new Invocation(call, "");
                }));
    }

    private static MatrixRow library(ClientProgram client, String options, RealClient real, TransferMode mode) {
        return MatrixRow.download(
                client,
                options,
                "(\\w+(?:Error|Exception))",
                (target, home) -> real.invocation(
                        new Errand.Download("/" + MatrixRow.REMOTE, MatrixRow.local(home)), mode, target));
    }

    private static MatrixRow netFtp(String options, String mode) {
        return MatrixRow.download(NET_FTP, options, "no file: (.*)", (target, home) -> {
            List<String> call = new ArrayList<>(List.of("perl", RealClient.resource("net_ftp_client.pl")));
            call.addAll(List.of(target.host(), target.portText(), target.user(), target.password(), mode));
            call.addAll(List.of(SECONDS, "/" + MatrixRow.REMOTE, MatrixRow.REMOTE));
            return new Invocation(call, "");
        });
    }

    private static List<MatrixRow> screens() {
        return List.of(
                screen(FILEZILLA, "filezilla_client.py", "", "passive", FILEZILLAS_SECONDS),
                screen(FILEZILLA, "filezilla_client.py", "transfer mode active", "active", FILEZILLAS_SECONDS),
                screen(MIDNIGHT_COMMANDER, "mc_client.py", "", "passive", SECONDS, MatrixRow.REMOTE),
                screen(
                        MIDNIGHT_COMMANDER,
                        "mc_client.py",
                        "ftpfs_use_passive_connections=false",
                        "active",
                        SECONDS,
                        MatrixRow.REMOTE));
    }

    private static MatrixRow screen(ClientProgram client, String driver, String options, String mode, String... rest) {
        return MatrixRow.listing(
                client,
                options,
                "(Connection timed out|still waits for the directory|the panel is empty)",
                (target, home) -> {
                    List<String> call = new ArrayList<>(List.of("python3", RealClient.resource(driver)));
                    call.addAll(List.of(target.host(), target.portText(), target.user(), target.password(), mode));
                    call.addAll(List.of(rest));
                    return new Invocation(call, "");
                });
    }
}

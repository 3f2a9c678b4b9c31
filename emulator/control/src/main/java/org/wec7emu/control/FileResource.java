package org.wec7emu.control;

import io.undertow.io.IoCallback;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wec7emu.device.Device;
import org.wec7emu.storage.CardFullException;
import org.wec7emu.storage.FileArea;
import org.wec7emu.storage.FileBusyException;
import org.wec7emu.storage.Upload;
import org.wec7emu.storage.VirtualPath;

/** The files that the FTP server shows. */
final class FileResource {
    /** FAT has no larger file. */
    private static final long LARGEST = (1L << 32) - 1;

    private static final int BUFFER = 64 << 10;
    private static final String LISTS = "GET /v1/files?path=... lists what a directory has";

    private final Device device;

    FileResource(Device device) {
        this.device = device;
    }

    private static VirtualPath path(Call call) throws Problem {
        return VirtualPath.ROOT.resolve(call.parameter("path").orElse("/"));
    }

    void list(Call call) throws IOException, Problem {
        VirtualPath path = path(call);
        List<Map<String, Object>> entries = new ArrayList<>();
        try {
            for (FileArea.Entry entry : device.files().list(path)) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("name", entry.name());
                json.put("directory", entry.directory());
                json.put("size", entry.size());
                json.put("modified", entry.modified().toString());
                entries.add(json);
            }
        } catch (NoSuchFileException e) {
            throw Problem.notFound("there is no directory " + path, LISTS);
        }
        entries.sort(Comparator.comparing(json -> String.valueOf(json.get("name"))));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", path.toString());
        json.put("entries", entries);
        call.answer(200, json);
    }

    void read(Call call) throws IOException, Problem {
        VirtualPath path = path(call);
        try {
            FileChannel file = device.files().read(path);
            HttpServerExchange exchange = call.exchange();
            exchange.addExchangeCompleteListener((done, next) -> {
                close(file);
                next.proceed();
            });
            call.header("Content-Type", "application/octet-stream");
            call.header("Content-Disposition", "attachment");
            exchange.setResponseContentLength(file.size());
            exchange.getResponseSender().transferFrom(file, IoCallback.END_EXCHANGE);
        } catch (NoSuchFileException e) {
            throw Problem.notFound("there is no file " + path, LISTS);
        }
    }

    private static void close(FileChannel file) {
        try {
            file.close();
        } catch (IOException e) {
            // it was only read
        }
    }

    void write(Call call) throws IOException, Problem {
        VirtualPath path = path(call);
        FileArea files = device.files();
        boolean there = files.findFile(path).isPresent();
        if (!files.changes().mayBeWritten(path)) {
            throw Problem.conflict(
                    path
                            + " can't be written: its directory doesn't exist, or it is a directory, read-only, or a name that"
                            + " the device can't have",
                    "PUT /v1/files?path=... makes a directory");
        }
        call.exchange().setMaxEntitySize(LARGEST);
        try (Upload upload = files.changes().upload(path);
                InputStream body = call.exchange().getInputStream()) {
            copy(body, upload.channel());
        } catch (FileSystemException | FileBusyException | CardFullException e) {
            throw problem(path, e);
        }
        created(call, there);
    }

    private static void copy(InputStream from, WritableByteChannel to) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
            ByteBuffer piece = ByteBuffer.wrap(buffer, 0, count);
            while (piece.hasRemaining()) {
                to.write(piece);
            }
        }
    }

    void makeDirectory(Call call) throws IOException, Problem {
        VirtualPath path = path(call);
        FileArea files = device.files();
        boolean there = files.findDirectory(path).isPresent();
        if (!there) {
            try {
                files.changes().makeDirectory(path);
            } catch (IOException e) {
                throw problem(path, e);
            }
        }
        created(call, there);
    }

    private static void created(Call call, boolean wasThere) {
        if (wasThere) {
            call.nothing();
        } else {
            call.exchange().setStatusCode(201);
            call.exchange().endExchange();
        }
    }

    void delete(Call call) throws IOException, Problem {
        VirtualPath path = path(call);
        FileArea files = device.files();
        try {
            if (files.findDirectory(path).isPresent()) {
                files.changes().removeDirectory(path);
            } else {
                files.changes().deleteFile(path);
            }
        } catch (IOException e) {
            throw problem(path, e);
        }
        call.nothing();
    }

    private static Problem problem(VirtualPath path, IOException why) {
        if (why instanceof CardFullException) {
            return new Problem(
                    507,
                    "card-full",
                    "The device's card is full",
                    path + " has no room on it",
                    "remove something: DELETE /v1/files?path=...");
        } else if (why instanceof FileBusyException) {
            return Problem.conflict("a client is uploading " + path, "wait for TransferCompleted in the journal");
        } else if (why instanceof NoSuchFileException) {
            return Problem.notFound("there is no " + path + ", or no directory that it could be in", LISTS);
        } else if (why instanceof DirectoryNotEmptyException) {
            return Problem.conflict(path + " isn't empty", "remove what is in it first");
        } else if (why instanceof FileAlreadyExistsException) {
            return Problem.conflict(path + " is there already, as a file", "choose another name");
        }
        return Problem.conflict(
                path + " can't be changed: it is read-only, or one of the device's own", "leave it as it is");
    }
}

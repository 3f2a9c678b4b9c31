package org.wec7emu.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a {@code .reg} file says.
 *
 * @param name what messages call it
 * @param changes in the order of the file
 */
public record RegistryFile(String name, RegistryForm form, List<RegistryChange> changes) {
    /** Largest file that is read, in bytes: some times what a whole registry of such a device comes to. */
    static final int LARGEST = 8 * 1024 * 1024;

    public RegistryFile {
        changes = List.copyOf(changes);
    }

    /**
     * Reads a file.
     *
     * @throws IOException when it can't be read; the message names it and says why
     * @throws RegistryException when it isn't a registry file, or has mistakes
     */
    public static RegistryFile read(Path file) throws IOException, RegistryException {
        try (InputStream in = Files.newInputStream(file)) {
            return parse(in.readNBytes(LARGEST + 1), file.toString());
        } catch (NoSuchFileException e) {
            throw new IOException(file + ": there is no such file", e);
        } catch (AccessDeniedException e) {
            throw new IOException(file + ": may not be read", e);
        } catch (IOException e) {
            throw new IOException(file + ": can't be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a file's bytes; whatever they are, nothing but {@link RegistryException} comes of it.
     *
     * @param name what messages call it
     */
    public static RegistryFile parse(byte[] bytes, String name) throws RegistryException {
        if (bytes.length > LARGEST) {
            throw new RegistryException(List.of(name + ":1:1: larger than " + LARGEST / 1024 / 1024
                    + " MiB; export the keys that matter alone, such as HKEY_LOCAL_MACHINE\\COMM"));
        }
        return new RegistryReader(FileText.decode(bytes, name), name).read();
    }
}

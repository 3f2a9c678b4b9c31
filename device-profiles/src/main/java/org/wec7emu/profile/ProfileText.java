package org.wec7emu.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The text of a profile's file. */
final class ProfileText {
    /** In bytes, or characters. */
    static final int LARGEST = 2 * 1024 * 1024;

    private ProfileText() {}

    /** A file's text, which messages about it may name. */
    static String of(Path file) throws IOException, ProfileException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST + 1);
        } catch (NoSuchFileException e) {
            throw new IOException(file + ": there is no such file", e);
        } catch (AccessDeniedException e) {
            throw new IOException(file + ": may not be read", e);
        } catch (IOException e) {
            throw new IOException(file + ": can't be read: " + e.getMessage(), e);
        }
        if (bytes.length > LARGEST) {
            throw tooLarge(file.toString());
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ProfileException(List.of(file + ":1:1: this isn't UTF-8 text; save it as UTF-8"));
        }
    }

    static ProfileException tooLarge(String file) {
        return new ProfileException(
                List.of(file + ":1:1: larger than " + LARGEST / 1024 / 1024 + " MiB; a profile has a few KiB"));
    }
}

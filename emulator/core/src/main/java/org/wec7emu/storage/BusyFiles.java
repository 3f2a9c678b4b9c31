package org.wec7emu.storage;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.wec7emu.profile.StorageProfile.WhileUploaded;

/** The files that are being uploaded. Safe for use by several threads. */
final class BusyFiles {
    private final WhileUploaded whileUploaded;
    private final Set<Path> files = new HashSet<>();

    BusyFiles(WhileUploaded whileUploaded) {
        this.whileUploaded = whileUploaded;
    }

    /** @throws FileBusyException when a file, or one in a directory, is being uploaded and may not be touched meanwhile */
    synchronized void refuse(Path place) throws FileBusyException {
        if (whileUploaded == WhileUploaded.BUSY && files.stream().anyMatch(file -> file.startsWith(place))) {
            throw new FileBusyException();
        }
    }

    /** The same upload, whose file is busy until it is closed. */
    synchronized Upload busy(Path place, Upload upload) {
        files.add(place);
        return new BusyUpload(place, upload);
    }

    private synchronized void end(Path place) {
        files.remove(place);
    }

    private final class BusyUpload implements Upload {
        private final Path place;
        private final Upload upload;

        BusyUpload(Path place, Upload upload) {
            this.place = place;
            this.upload = upload;
        }

        @Override
        public WritableByteChannel channel() {
            return upload.channel();
        }

        @Override
        public void close() throws IOException {
            try {
                upload.close();
            } finally {
                end(place);
            }
        }
    }
}

package org.wec7emu.junit.jupiter;

import static org.wec7emu.junit.jupiter.DeviceAssertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.wec7emu.device.Device;

@Wec7Device(image = "CX8100_WEC7_LF_v604h")
class RecipeUploadTests {
    @Test
    void uploads_in_active_mode(Device device) throws IOException {
        RecipeUploader uploader = new RecipeUploader(device.host(), device.port(), device.user(), device.password());

        uploader.upload("recipe.txt");

        assertThat(device).usedOnlyActiveMode().uploaded("recipe.txt").neverSent("MLSD");
    }
}

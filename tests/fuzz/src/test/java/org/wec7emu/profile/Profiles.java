package org.wec7emu.profile;

/** Profiles to fuzz with. */
public final class Profiles {
    public static final String V604H = "CX8100_WEC7_LF_v604h_TC31_B4022.20";

    private Profiles() {}

    public static DeviceProfile image() {
        try {
            return ProfileCatalog.bundled().find(V604H);
        } catch (ProfileException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The image with another section, as a profile has it. */
    public static DeviceProfile with(String section) {
        String text = "extends: " + V604H + "\nevidence: {grade: unknown, note: chosen by a test}\n"
                + "image: {name: TEST, synthetic: true, description: of a test}\n" + section + "\n";
        try {
            return ProfileReader.read(text, "test.yaml", ProfileCatalog.bundled());
        } catch (ProfileException e) {
            throw new IllegalStateException(e);
        }
    }
}

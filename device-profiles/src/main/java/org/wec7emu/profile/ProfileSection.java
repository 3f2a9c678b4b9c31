package org.wec7emu.profile;

/** What a value of a profile is about; what matters first to whoever rolls out an image comes first. */
public enum ProfileSection {
    FIREWALL("Firewall", "firewall."),
    RULES("Firewall rules", RuleDiff.PATH),
    SERVICES("Services", "services."),
    FTP("FTP settings and switches", "ftp."),
    ACCOUNTS(
            "Accounts",
            "ftp.accounts",
            "ftp.user-list",
            "ftp.use-authentication",
            "ftp.virtual-roots",
            "ftp.allow-anonymous",
            "ftp.anonymous-"),
    REPLIES("Replies", "ftp.replies."),
    STORAGE("Storage", "storage."),
    STATES("States", "states.", "default-state"),
    IMAGE("Image", "image.", "stack."),
    REGISTRY("Registry", "registry.");

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // never changed, never given away
    private final String[] beginnings;

    ProfileSection(String title, String... beginnings) {
        this.title = title;
        this.beginnings = beginnings;
    }

    /** The words for it. */
    public String title() {
        return title;
    }

    /** The word for it in JSON. */
    public String label() {
        return Phrases.label(this);
    }

    /** Of the section whose paths begin most like this one; {@link #IMAGE} when none does. */
    static ProfileSection of(String path) {
        ProfileSection found = IMAGE;
        int longest = 0;
        for (ProfileSection section : values()) {
            for (String beginning : section.beginnings) {
                if (path.startsWith(beginning) && beginning.length() > longest) {
                    found = section;
                    longest = beginning.length();
                }
            }
        }
        return found;
    }
}

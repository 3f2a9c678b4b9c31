package org.wec7emu.measure.behaviour;

import java.util.Locale;

/** What a behaviour means to a user; what hurts most comes first. */
public enum Topic {
    CONTROL("Control connection", "the control connection"),
    PASSIVE("Passive FTP", "passive FTP"),
    ACTIVE("Active FTP", "active FTP"),
    PATHS("Clients behind a NAT or firewall of their own", "FTP behind a NAT or firewall"),
    COMMISSIONING("From the box to FTP", "what works at each step"),
    SCAN("What a scan sees", "what a scan sees"),
    USERS("Users", "who may log in"),
    RESTART("Changes and restarts", "what a change or a restart does"),
    TRANSFERS("Replies of transfers", "what transfers say"),
    LISTING("Listings and downloads", "what listings look like"),
    COMMANDS("Commands", "what commands are answered"),
    CLIENT("The client", "the client");

    private final String title;
    private final String meaning;

    Topic(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    /** A heading. */
    public String title() {
        return title;
    }

    /** The same within a sentence. */
    public String meaning() {
        return meaning;
    }

    /** The word for it in JSON. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

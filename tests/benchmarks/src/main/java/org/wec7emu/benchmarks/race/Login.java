package org.wec7emu.benchmarks.race;

/** A user and a password that a server admits. */
public record Login(String user, String password) {}

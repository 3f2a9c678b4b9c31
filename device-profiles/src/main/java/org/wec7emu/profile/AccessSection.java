package org.wec7emu.profile;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wec7emu.profile.FtpAccess.HiddenFiles;

/** Reads those keys of {@code ftp:} that say who may use the server and for what. */
final class AccessSection {
    private static final String ACCOUNT = "{user: guest, password: \"1\"}";
    private static final String HOME = "'\\Hard Disk\\ftp\\guest'";
    private static final List<String> ACCOUNT_MAY_HAVE = List.of("groups", "home", "rights");

    private final Cursor cursor;
    private final Mistakes mistakes;

    /** @param cursor of {@code ftp:}, left open */
    AccessSection(Cursor cursor, Mistakes mistakes) {
        this.cursor = cursor;
        this.mistakes = mistakes;
    }

    FtpAccess read() {
        return new FtpAccess(
                cursor.flag("allow-anonymous"),
                cursor.flag("allow-anonymous-upload"),
                cursor.flag("allow-anonymous-vroots"),
                cursor.flag("anonymous-sees-hidden-files"),
                cursor.choice("hidden-files", HiddenFiles.values()),
                cursor.flag("directories-need-write"),
                cursor.flag("use-authentication"),
                userList(),
                accounts(),
                new VirtualRootsSection(cursor, mistakes).read());
    }

    private UserList userList() {
        String text = cursor.text("user-list", "\"*\"");
        try {
            return UserList.parse(text);
        } catch (IllegalArgumentException e) {
            cursor.reject(
                    "user-list",
                    e.getMessage() + "; write names, -names, @groups, -@groups, * or -* with ';' between them, for"
                            + " example \"webguest;-guest;@operators\"");
            return UserList.parse("");
        }
    }

    private List<Account> accounts() {
        List<Account> accounts = new ArrayList<>();
        Set<String> users = new LinkedHashSet<>();
        List<Node> items = cursor.list("accounts", ACCOUNT);
        for (int i = 0; i < items.size(); i++) {
            if (!(items.get(i) instanceof Node.Mapping mapping)) {
                mistakes.add(
                        items.get(i).at(),
                        "an account is " + items.get(i).description() + "; a mapping is wanted, for example "
                                + ACCOUNT);
                continue;
            }
            String path = cursor.path("accounts[".concat(Integer.toString(i)).concat("]"));
            Cursor item = new Cursor(mapping, path, mistakes);
            Account account = account(item);
            item.close();
            if (!users.add(Phrases.lowerCase(account.user()))) {
                item.reject("user", "there are two accounts of " + Quoted.of(account.user()) + "; remove one");
            }
            accounts.add(account);
        }
        return List.copyOf(accounts);
    }

    private Account account(Cursor item) {
        item.mayHave(ACCOUNT_MAY_HAVE);
        String user = item.text("user", "guest");
        return new Account(user, item.text("password", "\"1\""), groups(item), home(item), rights(item));
    }

    private Set<String> groups(Cursor item) {
        Set<String> groups = new LinkedHashSet<>();
        if (item.has("groups")) {
            for (Node.Scalar group : item.texts("groups", "operators")) {
                groups.add(group.text());
                if (!group.text().isEmpty() && !UserList.isName(group.text())) {
                    mistakes.add(
                            group.at(),
                            Quoted.of(group.text()) + " can't be a group's name; write it without '@', for example"
                                    + " operators");
                }
            }
        }
        return groups;
    }

    private Optional<String> home(Cursor item) {
        if (!item.has("home")) {
            return Optional.empty();
        }
        String home = item.text("home", HOME);
        String fault = DevicePath.fault(home);
        if (!home.isEmpty() && fault != null) {
            item.reject("home", Quoted.of(home) + " " + fault + "; write for example " + HOME);
        }
        return Optional.of(home);
    }

    private Set<Right> rights(Cursor item) {
        if (!item.has("rights")) {
            return Right.ALL;
        }
        Set<Right> rights = EnumSet.noneOf(Right.class);
        for (Node.Scalar text : item.texts("rights", "write")) {
            Optional<Right> right = right(text.text());
            right.ifPresent(rights::add);
            if (right.isEmpty() && !text.text().isEmpty()) {
                mistakes.add(
                        text.at(),
                        "there is no right " + Quoted.of(text.text())
                                + "; any of: write, virtual-roots, hidden-files; none of them is [], all of them is a"
                                + " user without 'rights'");
            }
        }
        return rights;
    }

    private static Optional<Right> right(String label) {
        for (Right right : Right.values()) {
            if (Phrases.label(right).equals(label)) {
                return Optional.of(right);
            }
        }
        return Optional.empty();
    }
}

package org.wec7emu.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may log in, as Microsoft's documentation has it: ms901285. */
class UserListTests {
    private static final Set<String> FINANCE = Set.of("Finance");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GladysL",
                "@Finance",
                "@Finance;GladysL",
                "GladysL;@Finance",
                "@Admins;GladysL",
                "GladysL;-@Finance",
                "GladysL;-GladysL",
                "*;-GladysL;-@Finance"
            })
    void theDocumentedListsThatAdmitGladysDoSo(String list) {
        assertThat(UserList.parse(list).admits("GladysL", FINANCE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-GladysL",
                "-@Finance",
                "-GladysL;@Finance",
                "-@Finance;GladysL",
                "-GladysL;GladysL",
                "-GladysL;*"
            })
    void theDocumentedListsThatRefuseGladysDoSo(String list) {
        assertThat(UserList.parse(list).admits("GladysL", FINANCE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "GladysL, '', true",
        "AnnD, '', true",
        "KimYos, '', false",
        "KimYos, SomeGroup, false",
        "Pat, SomeGroup, true",
        "Pat, villains, false",
        "AnnD, villains, true",
        "Pat, '', false"
    })
    void theDocumentedListOfSeveralEntries(String user, String group, boolean admitted) {
        UserList list = UserList.parse("GladysL;AnnD;-KimYos;@SomeGroup;-@villains");

        assertThat(list.admits(user, group.isEmpty() ? Set.of() : Set.of(group)))
                .isEqualTo(admitted);
    }

    @ParameterizedTest
    @CsvSource({"*, true", "@*, true", "-*, false", "-@*, false", "'-*;*', false", "'*;-*', true"})
    void aStarIsEverybody(String list, boolean admitted) {
        assertThat(UserList.parse(list).admits("anybody", Set.of())).isEqualTo(admitted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";", " ; , ", "somebody", "-somebody", "@group"})
    void whoIsInNoEntryIsRefused(String list) {
        assertThat(UserList.parse(list).admits("guest", Set.of("guests"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-kim;guest", "-kim,guest", " -kim , guest ", "-kim;;guest;", "-kim ;GUEST"})
    void semicolonsAndCommasSeparateAndBlanksAndCaseDoNotCount(String list) {
        assertThat(UserList.parse(list).admits("Guest", Set.of())).isTrue();
        assertThat(UserList.parse(list).admits("Kim", Set.of())).isFalse();
    }

    @Test
    void aGroupIsNoUserAndAUserNoGroup() {
        assertThat(UserList.parse("@guest").admits("guest", Set.of())).isFalse();
        assertThat(UserList.parse("guest").admits("kim", Set.of("guest"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "@", "-@", "a;-;b", "@@a", "-@-*", "a*", "do\\main", "a:b", "a|b", "-@@*"})
    void anEntryThatIsNoneIsNamed(String list) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UserList.parse(list))
                .withMessageStartingWith("entry '");
    }

    static List<Integer> seeds() {
        return IntStream.range(0, 300).boxed().toList();
    }

    /** Against the rule as the documentation words it, on entries that aren't parsed. */
    @ParameterizedTest
    @MethodSource("seeds")
    void theFirstEntryThatIsAboutAUserDecides(int seed) {
        Random random = new Random(seed);
        List<String> names = List.of("a", "b", "c", "*");
        List<String> entries = new ArrayList<>();
        boolean decided = false;
        boolean expected = false;
        Set<String> groups = random.nextBoolean() ? Set.of("b") : Set.of("b", "c");
        for (int i = random.nextInt(6); i > 0; i--) {
            String name = names.get(random.nextInt(names.size()));
            boolean refuses = random.nextBoolean();
            boolean group = random.nextBoolean();
            entries.add((refuses ? "-" : "") + (group ? "@" : "") + name);
            boolean about = name.equals("*") || (group ? groups.contains(name) : name.equals("a"));
            expected = decided ? expected : about && !refuses;
            decided |= about;
        }
        String list = String.join(random.nextBoolean() ? ";" : " , ", entries);

        assertThat(UserList.parse(list).admits("A", groups)).as(list).isEqualTo(expected);
    }
}

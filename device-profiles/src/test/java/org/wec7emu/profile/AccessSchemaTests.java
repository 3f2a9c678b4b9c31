package org.wec7emu.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Editors, which ask the schema, and the reader judge random texts alike where each has a grammar of its own. */
class AccessSchemaTests {
    private static final int ROUNDS = 400;
    private static final String CHILD = """
            extends: CX8100_WEC7_LF_v604h_TC31_B4022.20
            evidence: {grade: unknown, note: a test}
            image: {name: MY_DEVICE}
            """;

    private final Schema schema = ProfileSchema.load();

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', delimiter = '!', textBlock = """
            ~ftp: {user-list: "TEXT"}~ ! ~a;b,-@* .:/\\\\|é~
            ~ftp: {virtual-roots: [{name: "TEXT", path: '\\Hard Disk\\a'}]}~ ! ~ab. /\\\\:*?é~
            ~ftp: {accounts: [{user: a, password: b, groups: ["TEXT"]}]}~ ! ~ab. ;,@*-/é~
            ~ftp: {accounts: [{user: a, password: b, home: "TEXT"}]}~ ! ~\\\\\\\\ab./: é~
            ~storage: {card-size: "TEXT"}~ ! ~0012 9BKiMGunlimited~
            """)
    void bothSayTheSame(String template, String letters) {
        Random random = new Random(letters.hashCode());
        Set<Boolean> verdicts = new HashSet<>();
        for (int i = 0; i < ROUNDS; i++) {
            String text = text(random, letters);
            String profile = CHILD + template.replace("TEXT", text) + "\n";
            boolean accepted = isRead(profile);
            verdicts.add(accepted);
            assertThat(schema.validate(profile, InputFormat.YAML).isEmpty())
                    .as(profile)
                    .isEqualTo(accepted);
        }
        assertThat(verdicts).containsExactlyInAnyOrder(true, false);
    }

    /** Letters of these; a backslash, written twice, is one. */
    private static String text(Random random, String letters) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(7); i >= 0; i--) {
            int at = random.nextInt(letters.length());
            text.append(letters.charAt(at) == '\\' ? "\\\\" : letters.substring(at, at + 1));
        }
        if (letters.startsWith("0012") && random.nextBoolean()) {
            return text.toString().replaceAll("[^0-9]", "").concat(" MiB");
        }
        return text.toString();
    }

    private static boolean isRead(String profile) {
        try {
            ProfileReader.read(profile, "mine.yaml", ProfileCatalog.bundled());
            return true;
        } catch (ProfileException e) {
            return false;
        }
    }
}

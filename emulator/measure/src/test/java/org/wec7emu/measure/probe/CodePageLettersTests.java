package org.wec7emu.measure.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodePageLettersTests {
    @Test
    void tellsNothingWhereNoLetterHasCase() {
        assertThat(CodePageLetters.of(Collections.nCopies(CodePageLetters.PAIRS.size(), false)))
                .isEmpty();
    }

    @Test
    void tellsCodePagesApart() {
        assertThat(CodePageLetters.of(List.of(true, true, false, false, true, false, false, false, false)))
                .containsExactly("windows-1252");
        assertThat(CodePageLetters.of(List.of(false, false, false, false, false, false, false, false, true)))
                .containsExactly("UTF-8");
    }
}

package org.wec7emu.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileCatalogTests {
    private static final String V604H = "CX8100_WEC7_LF_v604h_TC31_B4022.20";
    private static final String BEFORE = "CX8100_WEC7_LF_pre-v604h";

    private final ProfileCatalog catalog = ProfileCatalog.bundled();

    @Test
    void theIndexNamesEveryProfileInTheFolder() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("profiles"))) {
            List<String> inFolder = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .toList();
            assertThat(catalog.names()).containsExactlyInAnyOrderElementsOf(inFolder);
        }
    }

    @Test
    void everyProfileIsNamedAsItsFile() throws ProfileException {
        for (String name : catalog.names()) {
            assertThat(catalog.find(name).image()).isEqualTo(name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {V604H, "CX8100_WEC7_LF_v604h", "CX8100_WEC7_LF_v", "cx8100_wec7_lf_V604H"})
    void aUniqueBeginningInAnyCaseIsEnough(String typed) throws ProfileException {
        assertThat(catalog.find(typed).image()).isEqualTo(V604H);
    }

    @Test
    void anExactNameWinsOverALongerOne() throws ProfileException {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("CX1_v2_beta", "");
        texts.put("CX1_v2", "");

        assertThat(ProfileCatalog.of(texts).fullName("cx1_v2")).isEqualTo("CX1_v2");
    }

    @Test
    void anAmbiguousBeginningListsTheCandidates() {
        assertThatExceptionOfType(ProfileException.class)
                .isThrownBy(() -> catalog.find("CX8100_WEC7_LF"))
                .withMessage("image 'CX8100_WEC7_LF' could be any of: " + V604H + ", " + BEFORE);
    }

    @Test
    void anUnknownNameListsWhatThereIs() {
        assertThatExceptionOfType(ProfileException.class)
                .isThrownBy(() -> catalog.find("Raspberry"))
                .withMessage("no image 'Raspberry'; the catalogue has: " + String.join(", ", catalog.names()));
    }

    @Test
    void aMistypedNameGetsASuggestion() {
        assertThatExceptionOfType(ProfileException.class)
                .isThrownBy(() -> catalog.find("CX8100_WEC7_LF_v640h"))
                .withMessage("no image 'CX8100_WEC7_LF_v640h'; did you mean " + V604H + "?; the catalogue has: "
                        + String.join(", ", catalog.names()));
    }

    @Test
    void theEmptyNameIsNotABeginningOfAll() {
        assertThatExceptionOfType(ProfileException.class)
                .isThrownBy(() -> catalog.find(""))
                .withMessageStartingWith("no image ''; the catalogue has: ");
    }

    @Test
    void findingOneImageReadsNoOther() throws ProfileException {
        String real = ProfileCatalog.bundled().text("Microsoft_CE6");
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("good", real);
        texts.put("broken", "]");

        assertThat(ProfileCatalog.of(texts).find("good").image()).isEqualTo("Microsoft_CE6");
    }
}

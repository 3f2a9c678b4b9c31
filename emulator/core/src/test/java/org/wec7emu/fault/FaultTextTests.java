package org.wec7emu.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults as users write them. */
class FaultTextTests {
    @ParameterizedTest
    @EnumSource
    void theExampleOfEachKindIsOneAndWritesItselfAgain(FaultKind kind) {
        Fault fault = FaultText.parse(kind.example()).fault();

        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault.parameters().keySet())
                .containsExactlyInAnyOrderElementsOf(kind.parameters().stream()
                        .map(FaultKind.Parameter::name)
                        .toList());
        assertThat(kind.with(fault.parameters())).isEqualTo(fault);
        String parameters = FaultText.parameters(fault);
        assertThat(kind.label() + (parameters.isEmpty() ? "" : "," + parameters))
                .isEqualTo(kind.example());
    }

    @Test
    void blanksSeparateAsCommasDoAndCasePlaysNoPartInTheName() {
        assertThat(FaultText.parse(" Slow-Link  rate=9600bit, delay=1s ").fault())
                .isEqualTo(new Fault.SlowLink(9600, Duration.ofSeconds(1)));
    }

    @Test
    void whatIsNotSaidIsAsUsual() {
        assertThat(FaultText.parse("slow-link").fault())
                .isEqualTo(new Fault.SlowLink(Fault.SlowLink.FASTEST, Duration.ZERO));
    }

    @Test
    void sizesHaveUnits() {
        assertThat(FaultText.parse("power-cut,after=3").fault()).isEqualTo(new Fault.PowerCut(3));
        assertThat(FaultText.parse("power-cut,after=3KiB").fault()).isEqualTo(new Fault.PowerCut(3072));
        assertThat(FaultText.parameters(new Fault.PowerCut(3 << 20))).isEqualTo("after=3MiB");
        assertThatIllegalArgumentException().isThrownBy(() -> FaultText.parse("power-cut,after=-1"));
        assertThatIllegalArgumentException().isThrownBy(() -> FaultText.parse("power-cut,after=99999999999GiB"));
        assertThatIllegalArgumentException().isThrownBy(() -> FaultText.parse("slow-card,rate=0"));
    }

    @Test
    void eachTakesATimeAfterWhichItEnds() {
        assertThat(FaultText.parse("link-down,for=30s").lasts()).contains(Duration.ofSeconds(30));
        assertThat(FaultText.parse("link-down").lasts()).isEmpty();
    }
}

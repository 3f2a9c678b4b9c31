package org.wec7emu.firewall.enforce.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.enforce.Availability;
import org.wec7emu.firewall.enforce.Enforcement;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.firewall.enforce.Enforcer;
import org.wec7emu.firewall.enforce.Placement;
import org.wec7emu.firewall.enforce.backlog.BacklogEnforcer;

class EnforcersTests {
    private static final Enforcer DENIED = new Denied();

    @Test
    void choosesTheStrongestLevelThatWorks() throws Exception {
        Enforcer backlog = new BacklogEnforcer();

        assertThat(Enforcers.best(List.of(backlog, DENIED))).isEqualTo(new Enforcers.Choice(backlog, List.of()));
    }

    @Test
    void saysWhyStrongerLevelsWerePassedOver() throws Exception {
        Enforcer backlog = new BacklogEnforcer();

        Enforcers.Choice choice = Enforcers.best(List.of(DENIED, backlog));

        assertThat(choice).isEqualTo(new Enforcers.Choice(backlog, List.of("socket: the kernel says no")));
    }

    @Test
    void failsWithEveryReasonWhenNothingWorks() {
        assertThatExceptionOfType(EnforcementException.class)
                .isThrownBy(() -> Enforcers.best(List.of(DENIED)))
                .withMessage("firewall rules can't be enforced on this machine: socket: the kernel says no;"
                        + " run the device with the firewall off");
    }

    @Test
    void refusesALevelThatDoesNotWorkAndSaysWhatToDo() {
        assertThatExceptionOfType(EnforcementException.class)
                .isThrownBy(() -> Enforcers.checked(DENIED))
                .withMessage("the enforcement level socket can't be had here: the kernel says no;"
                        + " let the best level that works be chosen (auto)");
    }

    @Test
    void findsALevelByItsName() throws Exception {
        assertThat(Enforcers.named(EnforcementLevel.BACKLOG).level()).isEqualTo(EnforcementLevel.BACKLOG);
    }

    @Test
    void findsALevelOnThisMachine() throws Exception {
        assertThat(Enforcers.best(Placement.SHARED).enforcer().probe()).isEqualTo(new Availability.Available());
    }

    private static final class Denied implements Enforcer {
        @Override
        public EnforcementLevel level() {
            return EnforcementLevel.SOCKET;
        }

        @Override
        public Availability probe() {
            return new Availability.Unavailable("the kernel says no");
        }

        @Override
        public String limits() {
            return "";
        }

        @Override
        public Enforcement start(RuleSet rules) {
            throw new AssertionError("was started though it doesn't work");
        }
    }
}

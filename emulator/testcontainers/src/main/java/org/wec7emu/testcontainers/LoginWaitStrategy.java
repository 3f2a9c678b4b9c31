package org.wec7emu.testcontainers;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/** Waits until a client can log in; where nobody is to be able to, as in state {@code factory}, until the device is up. */
final class LoginWaitStrategy extends AbstractWaitStrategy {
    private static final int LOGIN_MILLIS = 5_000;

    private @Nullable IOException last;

    @Override
    protected void waitUntilReady() {
        Optional<Boolean> ready = Polling.until(this::loggedIn, startupTimeout);
        if (ready.isEmpty()) {
            throw new ContainerLaunchException(
                    "nobody could log in to the device within " + startupTimeout.toSeconds() + " s", last);
        }
    }

    private Optional<Boolean> loggedIn() {
        if (!Boolean.TRUE.equals(waitStrategyTarget.isRunning())) {
            throw new ContainerLaunchException("the emulator ended; its last words: " + waitStrategyTarget.getLogs());
        }
        Optional<Login> up = Login.ready(waitStrategyTarget);
        if (up.isEmpty() || !up.get().answers()) {
            return up.map(Login::answers);
        }
        try {
            FtpLogin.tryOut(Login.of(waitStrategyTarget), LOGIN_MILLIS);
            return Optional.of(true);
        } catch (IOException e) {
            last = e;
            return Optional.empty();
        }
    }
}

package org.wec7emu.ftp;

import java.time.Duration;

/** A data connection that is arranged but not open: what PASV, EPSV, PORT or EPRT left behind. Good for one transfer. */
sealed interface Offer permits PassiveOffer, ActiveOffer {
    /**
     * Waits for the connection.
     *
     * @param limit longest wait
     * @throws DataConnectionFailure when it doesn't come about; the reason is in the journal then
     */
    CeDataConnection open(Duration limit) throws DataConnectionFailure;

    /** Ends the offer and any wait for it. A connection that is open already stays. */
    void withdraw();
}

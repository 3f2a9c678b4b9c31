package org.wec7emu.measure.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wec7emu.measure.client.ActivePort;
import org.wec7emu.measure.client.Endpoints;
import org.wec7emu.measure.client.Heard.Reply;

/** PORT, PASV and their kin, without a transfer. */
final class PortQuestions {
    private static final int TRIES = 20;
    /** A test address of RFC 5737: nobody's, should a server dial before a transfer is asked for. */
    private static final String THIRD_PARTY = "192,0,2,7,200,10";

    private PortQuestions() {}

    static List<Question> all() {
        return List.of(new Active(), new Passive(), new Extended(), new OnlyExtended());
    }

    /** Which addresses and ports PORT takes. */
    private static final class Active extends Question {
        Active() {
            super(
                    "which addresses and ports PORT takes",
                    "ftp.allow-low-ports",
                    "ftp.allow-third-party",
                    ReplyLines.key("port-refused"),
                    ReplyLines.key("third-party-refused"),
                    ReplyLines.key("bad-argument"));
            mayOpen(1);
            mayLogIn(1);
            maySend(2, "PORT {here}");
            maySend(1, "PORT 1,2,3", "PORT " + THIRD_PARTY);
        }

        @Override
        void ask(Interview it) throws IOException {
            if (it.target().isIpv6()) {
                throw new NoAnswerException("PORT has no addresses of IPv6");
            }
            it.logIn();
            Answers answers = it.answers();
            Reply bad = it.ask("PORT 1,2,3");
            if (bad.code() == 501) {
                ReplyLines.settle(answers, "bad-argument", bad);
            }
            InetAddress own = it.control().address();
            try (ActivePort here = Transfer.listen(it)) {
                if (Transfer.arrangeActive(it, here).code() / 100 != 2) {
                    throw new NoAnswerException("PORT is refused altogether");
                }
            }
            Reply low = it.ask("PORT {here}", Endpoints.port(own, 1023));
            answer(answers, "ftp.allow-low-ports", "port-refused", low);
            answer(answers, "ftp.allow-third-party", "third-party-refused", it.ask("PORT " + THIRD_PARTY));
            it.quit();
        }

        private static void answer(Answers answers, String key, String occasion, Reply reply) {
            // a server that dials at once says by 425 that it would have been allowed to
            boolean taken = reply.code() / 100 == 2 || reply.code() == 425;
            answers.found(key, Boolean.toString(taken));
            if (taken) {
                answers.leftOpen(ReplyLines.key(occasion), "nothing was refused so");
            } else {
                ReplyLines.settle(answers, occasion, reply);
            }
        }
    }

    /** What PASV names, again and again. */
    private static final class Passive extends Question {
        Passive() {
            super(
                    "what PASV names, " + TRIES + " times",
                    ReplyLines.key("passive"),
                    ReplyLines.key("passive-refused"),
                    "stack.ephemeral-ports");
            mayOpen(1);
            mayLogIn(1);
            maySend(TRIES, "PASV");
        }

        @Override
        void ask(Interview it) throws IOException {
            it.logIn();
            for (int i = 0; i < TRIES; i++) {
                Reply reply = it.ask("PASV");
                Optional<Endpoints.Named> named = Transfer.named(reply);
                if (named.isEmpty()) {
                    if (it.target().isIpv6() && reply.code() >= 400) {
                        ReplyLines.settle(it.answers(), "passive-refused", reply);
                    }
                    throw new NoAnswerException(
                            "PASV is answered by " + reply.raw().strip());
                }
                if (i == 0) {
                    settle(it, reply, named.get());
                }
                it.notebook().passivePorts().add(named.get().port());
            }
            it.answers().leftOpen(ReplyLines.key("passive-refused"), "nothing was refused so");
            PortSequence.of(it.notebook().passivePorts()).settle(it.answers());
            it.quit();
        }

        private static void settle(Interview it, Reply reply, Endpoints.Named named) {
            String text = reply.text().replaceFirst("\\d{1,3}(,\\d{1,3}){5}", "{address}");
            ReplyLines.settle(it.answers(), "passive", reply, text);
            String asked = it.target().control().getAddress().getHostAddress();
            it.answers()
                    .remark(
                            "address of PASV",
                            named.address().equals(asked)
                                    ? "the one that was connected to"
                                    : named.address() + ", where " + asked + " was connected to");
        }
    }

    /** EPSV and EPRT. */
    private static final class Extended extends Question {
        Extended() {
            super("EPSV and EPRT", ReplyLines.key("extended-passive"), ReplyLines.key("protocol-refused"));
            mayOpen(1);
            mayLogIn(1);
            maySend(TRIES, "EPSV");
            maySend(1, "EPSV 1", "EPSV 2");
        }

        @Override
        void ask(Interview it) throws IOException {
            it.logIn();
            List<Integer> ports = new ArrayList<>();
            for (int i = 0; i < TRIES; i++) {
                Reply reply = it.ask("EPSV");
                Optional<Endpoints.Named> named = Transfer.named(reply);
                if (named.isEmpty()) {
                    throw new NoAnswerException(
                            "EPSV is answered by " + reply.raw().strip());
                }
                ports.add(named.get().port());
                String port = Integer.toString(named.get().port());
                ReplyLines.settle(
                        it.answers(), "extended-passive", reply, reply.text().replace(port, "{port}"));
            }
            it.answers().remark("ports of EPSV", PortSequence.of(ports).words());
            Reply other = it.ask(it.target().isIpv6() ? "EPSV 1" : "EPSV 2");
            if (other.code() == 522) {
                String spoken = it.target().isIpv6() ? "(2)" : "(1)";
                ReplyLines.settle(
                        it.answers(), "protocol-refused", other, other.text().replace(spoken, "({protocol})"));
            } else {
                it.answers()
                        .leftOpen(
                                ReplyLines.key("protocol-refused"),
                                "EPSV for the other protocol is answered by " + other.code());
            }
            it.quit();
        }
    }

    /** EPSV ALL, which a session can't take back. */
    private static final class OnlyExtended extends Question {
        OnlyExtended() {
            super("EPSV ALL", "ftp.epsv-all", ReplyLines.key("only-epsv"));
            mayOpen(1);
            mayLogIn(1);
            maySend(1, "EPSV ALL", "PORT {here}");
        }

        @Override
        void ask(Interview it) throws IOException {
            if (it.target().isIpv6()) {
                throw new NoAnswerException("over IPv6 there is no PORT to be refused");
            }
            it.logIn();
            Reply all = it.ask("EPSV ALL");
            Reply port;
            try (ActivePort here = Transfer.listen(it)) {
                port = Transfer.arrangeActive(it, here);
            }
            if (all.code() / 100 != 2) {
                it.answers().found("ftp.epsv-all", "refused");
                it.answers().leftOpen(ReplyLines.key("only-epsv"), "EPSV ALL is refused");
            } else if (port.code() / 100 == 2) {
                it.answers().found("ftp.epsv-all", "acknowledged");
                it.answers().leftOpen(ReplyLines.key("only-epsv"), "EPSV ALL has no effect");
            } else {
                it.answers().found("ftp.epsv-all", "obeyed");
                ReplyLines.settle(it.answers(), "only-epsv", port);
            }
            it.quit();
        }
    }
}

package org.wec7emu.device;

import java.io.IOException;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wec7emu.device.Talk.Script;

/** For each verb a conversation that shows what it does, in the {@link Scene}. */
final class VerbScripts {
    private static final Map<String, Script> SCRIPTS = new LinkedHashMap<>();

    static {
        SCRIPTS.put("USER", talk -> {
            talk.say("USER webguest");
            talk.say("USER anonymous");
            talk.say("USER nobody");
            talk.say("PWD");
        });
        SCRIPTS.put("PASS", talk -> {
            talk.say("PASS 1");
            talk.say("USER webguest");
            talk.say("PASS wrong");
            talk.say("USER webguest");
            talk.say("PASS 1");
        });
        SCRIPTS.put("QUIT", talk -> {
            talk.say("QUIT");
            talk.end();
        });
        SCRIPTS.put("PORT", talk -> {
            talk.port();
            talk.say("PORT 127,0,0,1,3,255");
            talk.say("PORT 192,0,2,7,200,10");
            talk.say("PORT 1,2,3");
        });
        SCRIPTS.put("PASV", talk -> talk.passive("PASV"));
        SCRIPTS.put("EPRT", talk -> {
            talk.say("EPRT |1|127.0.0.1|51400|");
            talk.say("EPRT |2|::1|51400|");
            talk.say("EPRT |1|127.0.0.1|1023|");
            talk.say("EPRT |1|192.0.2.7|51400|");
        });
        SCRIPTS.put("EPSV", talk -> {
            talk.passive("EPSV");
            talk.passive("EPSV 1");
            talk.say("EPSV 2");
            talk.say("EPSV ALL");
        });
        SCRIPTS.put("TYPE", talk -> {
            talk.say("TYPE A");
            talk.say("TYPE I");
            talk.say("TYPE E");
            talk.say("TYPE L 8");
        });
        SCRIPTS.put("STRU", talk -> {
            talk.say("STRU F");
            talk.say("STRU R");
        });
        SCRIPTS.put("MODE", talk -> {
            talk.say("MODE S");
            talk.say("MODE Z");
        });
        SCRIPTS.put("RETR", talk -> {
            talk.passive("PASV");
            Socket data = talk.connect();
            talk.say("RETR readme.txt");
            talk.receive(data);
            talk.hear();
            talk.say("RETR nothing.txt");
            talk.say("RETR readme.txt");
        });
        SCRIPTS.put("STOR", talk -> {
            talk.port();
            talk.say("STOR new.txt");
            Talk.send(talk.accept(), "new");
            talk.hear();
            talk.say("STOR Docs");
            talk.say("STOR new.txt");
        });
        SCRIPTS.put("LIST", listing("LIST"));
        SCRIPTS.put("NLST", listing("NLST"));
        SCRIPTS.put("RNFR", talk -> {
            talk.say("RNFR readme.txt");
            talk.say("RNFR nothing.txt");
        });
        SCRIPTS.put("RNTO", talk -> {
            talk.say("RNTO other.txt");
            talk.say("RNFR readme.txt");
            talk.say("RNTO other.txt");
            talk.say("RNFR other.txt");
            talk.say("RNTO Docs/a.txt");
        });
        SCRIPTS.put("DELE", talk -> {
            talk.say("DELE readme.txt");
            talk.say("DELE readme.txt");
            talk.say("DELE Docs");
        });
        SCRIPTS.put("CWD", directory("CWD"));
        SCRIPTS.put("XCWD", directory("XCWD"));
        SCRIPTS.put("CDUP", parent("CDUP"));
        SCRIPTS.put("XCUP", parent("XCUP"));
        SCRIPTS.put("PWD", talk -> talk.say("PWD"));
        SCRIPTS.put("XPWD", talk -> talk.say("XPWD"));
        SCRIPTS.put("MKD", making("MKD"));
        SCRIPTS.put("XMKD", making("XMKD"));
        SCRIPTS.put("RMD", removing("RMD", "MKD"));
        SCRIPTS.put("XRMD", removing("XRMD", "XMKD"));
        SCRIPTS.put("SYST", talk -> talk.say("SYST"));
        SCRIPTS.put("HELP", talk -> talk.say("HELP"));
        SCRIPTS.put("NOOP", talk -> talk.say("NOOP"));
    }

    private VerbScripts() {}

    /** The script for a verb; the verb itself where the device doesn't know it. */
    static Script of(String verb) {
        String word = verb.contains(" ") ? "XYZZY" : verb;
        return SCRIPTS.getOrDefault(verb, talk -> talk.say(word));
    }

    private static Script listing(String verb) {
        return talk -> {
            talk.port();
            talk.say(verb + " Docs/a.txt");
            talk.receive(talk.accept());
            talk.hear();
            talk.say(verb + " nothing");
            talk.say(verb);
        };
    }

    private static Script directory(String verb) {
        return talk -> {
            talk.say(verb + " docs");
            talk.say("PWD");
            talk.say(verb + " nothing");
            talk.say(verb + " ../..");
            talk.say("PWD");
        };
    }

    private static Script parent(String verb) {
        return talk -> {
            talk.say("CWD Docs");
            talk.say(verb);
            talk.say(verb);
            talk.say("PWD");
        };
    }

    private static Script making(String verb) {
        return talk -> {
            talk.say(verb + " new");
            talk.say(verb + " new");
        };
    }

    private static Script removing(String verb, String making) {
        return talk -> {
            talk.say(making + " new");
            talk.say(verb + " new");
            talk.say(verb + " Docs");
            talk.say(verb + " nothing");
        };
    }

    /** What came of a verb's script, each time from the same start. */
    static java.util.List<String> transcript(Device device, java.nio.file.Path root, String verb, WireForm form)
            throws IOException {
        Scene.set(root);
        try (Talk talk = Talk.loggedIn(device, form)) {
            of(verb).run(talk);
            return talk.exchanges();
        }
    }
}

package org.wec7emu.clients;

import java.util.List;
import org.wec7emu.check.client.CommandTemplate;

/** A client as its users call it, in passive mode, and with what hints.json advises. */
enum HintCase {
    CURL("curl", "curl", "--ftp-port -", "curl -sS -m 2 OPTION {url}hello.txt"),
    WGET("wget", "wget", "--no-passive-ftp", "wget -O - --tries=1 --timeout=2 OPTION {url}hello.txt"),
    LFTP(
            "lftp",
            "lftp",
            "set ftp:passive-mode no",
            "lftp --norc -e 'set cmd:fail-exit yes; set net:max-retries 1; set net:timeout 2; OPTION; cat hello.txt; bye' {url}"),
    NCFTP(
            "ncftp",
            "ncftpget",
            "-E",
            "ncftpget -V -t 2 -r 1 OPTION -u {user} -p {password} -P {port} -c {host} hello.txt"),
    TNFTP("tnftp", "tnftp", "-A", "tnftp -q 2 OPTION -o - {url}hello.txt"),
    INETUTILS("ftp of GNU inetutils", "inetutils-ftp", "-A", "") {
        @Override
        String script(String option) {
            return "printf 'user {user} {password}\nls\nbye\n' | timeout 10 inetutils-ftp -n "
                    + (option.isEmpty() ? "-p" : option) + " {host} {port}";
        }
    },
    ARIA2(
            "aria2",
            "aria2c",
            "--ftp-pasv=false",
            "aria2c --no-conf --max-tries=1 --connect-timeout=2 --timeout=2 OPTION -d WORK -o hello.txt {url}hello.txt"),
    FTPLIB(
            "ftplib of Python",
            "python3",
            "set_pasv(False)",
            "python3 -c 'import ftplib; ftp = ftplib.FTP(); ftp.connect(\"{host}\", {port}, 2);"
                    + " ftp.login(\"{user}\", \"{password}\"); OPTION; ftp.dir()'") {
        @Override
        String script(String option) {
            return super.script(option.isEmpty() ? "pass" : "ftp." + option);
        }
    },
    PERL(
            "Net::FTP of Perl",
            "perl",
            "Passive => 0",
            "perl -MNet::FTP -e '$ftp = Net::FTP->new(\"{host}\", Port => {port}, Timeout => 2, OPTION);"
                    + " $ftp->login(\"{user}\", \"{password}\"); $ftp->ls() or die \"Net::FTP: \" . $ftp->message'") {
        /** Debian's has active mode as it comes; with a libnet.cfg, or FTP_PASSIVE in the environment, it is otherwise. */
        @Override
        String script(String option) {
            return super.script(option.isEmpty() ? "Passive => 1" : option);
        }
    },
    PHP(
            "PHP's FTP functions",
            "php",
            "ftp_pasv($ftp, false)",
            "php -r '$ftp = ftp_connect(\"{host}\", {port}, 2); ftp_login($ftp, \"{user}\", \"{password}\"); OPTION;"
                    + " exit(is_array(ftp_nlist($ftp, \"\")) ? 0 : 1);'") {
        /** It has active mode as it comes; passive mode is what most scripts ask for. */
        @Override
        String script(String option) {
            return super.script(option.isEmpty() ? "ftp_pasv($ftp, true)" : option);
        }
    },
    LIBCURL(
            "libcurl",
            "php",
            "CURLOPT_FTPPORT",
            "php -r '$curl = curl_init(\"{url}hello.txt\"); curl_setopt($curl, CURLOPT_TIMEOUT, 2); OPTION;"
                    + " exit(curl_exec($curl) ? 0 : 1);'") {
        @Override
        String script(String option) {
            return super.script(option.isEmpty() ? "" : "curl_setopt($curl, " + option + ", \"-\")");
        }
    },
    RUBY(
            "Net::FTP of Ruby",
            "ruby",
            "ftp.passive = false",
            "ruby -e 'require \"net/ftp\"; ftp = Net::FTP.new(nil, port: {port}, open_timeout: 2, read_timeout: 2);"
                    + " ftp.connect(\"{host}\", {port}); ftp.login(\"{user}\", \"{password}\"); OPTION; puts ftp.nlst'"),
    COMMONS_NET("Apache Commons Net", "java", "enterLocalActiveMode", "") {
        /** That program enters active mode by not asking for passive mode, which is the library's way as it comes. */
        @Override
        String script(String option) {
            String program = String.join("' '", CommonsNetProgram.commandLine());
            return "'" + program + "' {host} {port} {user} {password} " + (option.isEmpty() ? "passive" : "active")
                    + " 2 list /";
        }
    };

    private final String client;
    private final String program;
    private final String option;
    private final String script;

    HintCase(String client, String program, String option, String script) {
        this.client = client;
        this.program = program;
        this.option = option;
        this.script = script;
    }

    /** As hints.json names it. */
    String client() {
        return client;
    }

    String program() {
        return program;
    }

    /** What of the advice can be tried. */
    String option() {
        return option;
    }

    /** @param use what stands where the option goes; empty for none */
    String script(String use) {
        return script.replace("OPTION", use);
    }

    CommandTemplate passive(String work) {
        return template(script(""), work);
    }

    CommandTemplate active(String work) {
        return template(script(option), work);
    }

    private static CommandTemplate template(String script, String work) {
        return new CommandTemplate(List.of("sh", "-c", script.replace("WORK", work)));
    }
}

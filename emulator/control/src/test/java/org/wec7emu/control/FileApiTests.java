package org.wec7emu.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files that the FTP server shows. */
class FileApiTests {
    private Controlled controlled;

    @BeforeEach
    void start() throws Exception {
        controlled = Controlled.started();
    }

    @AfterEach
    void close() throws Exception {
        controlled.close();
    }

    private Controlled.Answer write(String path, String content) throws Exception {
        return controlled.send(controlled
                .request("/v1/files/content?path=" + path)
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofString(content)));
    }

    @Test
    void what_is_written_here_is_read_by_ftp_and_the_other_way_round() throws Exception {
        write("/from-api.txt", "of the API").expect(201);
        write("/FROM-API.TXT", "of the API again").expect(204);
        try (FtpSession client = new FtpSession(controlled.device())) {
            client.client().enterLocalActiveMode();
            assertThat(client.client().listNames()).contains("from-api.txt");
            assertThat(client.store("from-ftp.txt", "of FTP")).isTrue();
        }

        Controlled.Answer file =
                controlled.get("/v1/files/content?path=/from-ftp.txt").expect(200);
        assertThat(file.body()).isEqualTo("of FTP");
        assertThat(controlled.get("/v1/files").json().get("entries").findValuesAsText("name"))
                .contains("from-api.txt", "from-ftp.txt");
    }

    @Test
    void directories_are_made_listed_and_removed_when_they_are_empty() throws Exception {
        controlled.send("PUT", "/v1/files?path=/sub").expect(201);
        controlled.send("PUT", "/v1/files?path=/sub").expect(204);
        write("/sub/%C3%BCber%20alles.txt", "x").expect(201);
        assertThat(controlled
                        .get("/v1/files?path=/sub")
                        .json()
                        .at("/entries/0/name")
                        .asText())
                .isEqualTo("über alles.txt");

        controlled.send("DELETE", "/v1/files?path=/sub").expect(409);
        controlled.send("DELETE", "/v1/files?path=/sub/%C3%BCber%20alles.txt").expect(204);
        controlled.send("DELETE", "/v1/files?path=/sub").expect(204);
        controlled.get("/v1/files?path=/sub").expect(404);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/files/content?path=/nothing.txt, 404",
        "GET, /v1/files/content?path=/, 404",
        "GET, /v1/files/content?path=/../../../../etc/passwd, 404",
        "GET, /v1/files?path=/nothing, 404",
        "DELETE, /v1/files?path=/nothing.txt, 404",
        "DELETE, /v1/files?path=/, 409",
        "PUT, /v1/files/content?path=/nowhere/a.txt, 409",
        "PUT, /v1/files/content?path=/a%3Ab.txt, 409",
        "PUT, /v1/files?path=/nowhere/sub, 404",
    })
    void what_cannot_be_is_a_problem(String method, String path, int status) throws Exception {
        controlled.send(method, path).expect(status);
    }

    @Test
    void a_file_may_be_larger_than_other_bodies() throws Exception {
        byte[] large = new byte[5 << 20];
        controlled
                .send(controlled.request("/v1/files/content?path=/large.bin").PUT(BodyPublishers.ofByteArray(large)))
                .expect(201);

        assertThat(controlled.get("/v1/files").json().at("/entries/0/size").asLong())
                .isEqualTo(large.length);
        assertThat(controlled.get("/v1/files/content?path=/large.bin").body()).hasSize(large.length);
    }
}

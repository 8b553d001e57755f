package org.evenhall.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.evenhall.server.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RunningServer.class)
class ProblemsApiIT {

    private Client nobody;

    @BeforeEach
    void talk(RunningServer server) {
        nobody = Client.nobody(server);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/v1/nothing,,404,not-found",
        "GET,/api/nothing,,404,not-found",
        "GET,/api/v1/spaces/nothing,,404,not-found",
        "GET,/api/v1/spaces?size=201,,400,malformed",
        "GET,/api/v1/tokens,,405,method-not-allowed",
        "FOO,/api/v1/tokens,,405,method-not-allowed",
        "POST,/api/v1/tokens,text/plain,415,unsupported-type",
        "POST,/api/v1/tokens,application/json;charset=utf-16,415,unsupported-type",
        "POST,/api/v1/tokens,nonsense,400,malformed",
        "POST,/api/v1/tokens,application/json,400,malformed",
        "DELETE,/api/v1/tokens/current,,401,unauthenticated"
    })
    void everyErrorIsAProblemDocument(String method, String path, String contentType, int status, String type) {
        boolean body = "POST".equals(method);
        var answer = nobody.send(method, path, contentType, body ? new byte[] {'{'} : new byte[0]);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.problem()).isEqualTo("/problems/" + type);
        assertThat(answer.json().get("status").getAsInt()).isEqualTo(status);
        assertThat(answer.json().get("title").getAsString()).isNotBlank();
        assertThat(answer.json().get("detail").getAsString()).isNotBlank();
    }

    @Test
    void aBodyThatMeansNothingDoesNoHarm() {
        assertThat(nobody.send("DELETE", "/tokens/current", "application/json", new byte[] {'{', '}'})
                        .problem())
                .isEqualTo("/problems/unauthenticated");
    }

    @Test
    void aHeaderMayNameACityWithAnUmlaut(RunningServer server) throws IOException {
        String request = "GET /api/v1/spaces?size=1 HTTP/1.1\r\nHost: x\r\nX-City: Köln\r\nConnection: close\r\n\r\n";
        try (var socket =
                new Socket(server.baseUri().getHost(), server.baseUri().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void anotherFormatIsNotAcceptable() {
        assertThat(nobody.with("Accept", "text/html").get("/spaces").problem()).isEqualTo("/problems/not-acceptable");
    }

    @Test
    void aBodyIsAtMostAMegabyte() {
        byte[] blanks = " ".repeat(1_000_001).getBytes(StandardCharsets.US_ASCII);

        assertThat(nobody.send("POST", "/tokens", "application/json", blanks).problem())
                .isEqualTo("/problems/too-large");
    }

    @Test
    void theReadersLanguageIsSpoken() {
        var chinese =
                nobody.with("Accept-Language", "de, zh-CN;q=0.9, en;q=0.5").get("/spaces/nothing");

        assertThat(chinese.json().get("title").getAsString()).isEqualTo("未找到");
        assertThat(chinese.header("Content-Language")).isEqualTo("zh");
        assertThat(nobody.get("/spaces/nothing").header("Content-Language")).isEqualTo("en");
    }

    @Test
    void theTypeExplainsItselfInABrowser(RunningServer server) {
        var page = nobody.get(server.baseUri().resolve("/problems/slot-taken").toString());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("The time is taken");
        assertThat(nobody.get(server.baseUri().resolve("/problems/nonsense").toString())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void readingIsOpenToPagesOfAnyOriginAndWritingIsNot() {
        var read = nobody.get("/areas");
        var preflight =
                nobody.with("Access-Control-Request-Method", "POST").send("OPTIONS", "/bookings", null, new byte[0]);

        assertThat(read.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(read.header("Access-Control-Allow-Credentials")).isNull();
        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Methods")).doesNotContain("POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "%2B999999999-01-01T00:00", "%2B3000-01-01T18:00"})
    void aTimeThatNobodyCanMeanLeadsToTheRoomItself(String start, RunningServer server) {
        String room = Rooms.idOf(Rooms.another(server));
        var page = nobody.get(server.baseUri()
                .resolve("/resident/book?space=" + room + "&start=" + start)
                .toString());

        assertThat(page.status()).isEqualTo(302);
        assertThat(page.header("Location")).endsWith("/resident/space?id=" + room);
    }

    @Test
    void aFormWithoutATimeIsNotUnderstood(RunningServer server) {
        String form =
                "book=book&send=send&jakarta.faces.ViewState=stateless&space=" + Rooms.idOf(Rooms.another(server));
        var page = nobody.send(
                "POST",
                server.baseUri().resolve("/resident/book").toString(),
                "application/x-www-form-urlencoded",
                form.getBytes(StandardCharsets.US_ASCII));

        assertThat(page.status()).isEqualTo(400);
    }

    @Test
    void everyAnswerCarriesOnePolicyAndNoneNamesTheServer(RunningServer server) {
        for (String path : new String[] {"/", "/sign-in", "/nothing", "/api/v1/spaces", "/health/ready"}) {
            var answer = nobody.get(server.baseUri().resolve(path).toString());
            assertThat(answer.response().headers().allValues("Content-Security-Policy"))
                    .as(path)
                    .hasSize(1)
                    .allSatisfy(policy -> assertThat(policy).doesNotContain("unsafe"));
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.body()).doesNotContainIgnoringCase("payara").doesNotContain("Exception");
        }
    }
}

package org.evenhall.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenhall.server.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningServer.class)
class NoticesApiIT {

    @Test
    void nobodyHasNoInbox(RunningServer server) {
        var nobody = Client.nobody(server);
        assertThat(nobody.get("/notices").status()).isEqualTo(401);
        assertThat(nobody.get("/notices/unread").status()).isEqualTo(401);
        assertThat(nobody.post("/notices/reading", "").status()).isEqualTo(401);
    }

    @Test
    void anInboxIsAPageWithACount(RunningServer server) {
        var coordinator = Client.of(server, "coordinator");
        var page = coordinator.get("/notices?unread=true&size=5");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.json().get("size").getAsInt()).isEqualTo(5);
        assertThat(page.json().get("total").getAsLong())
                .isEqualTo(
                        coordinator.get("/notices/unread").json().get("unread").getAsLong());
        assertThat(coordinator.post("/notices/reading", "").json().get("unread").getAsLong())
                .isZero();
    }

    @Test
    void aNoticeOfNobodyIsNotThere(RunningServer server) {
        var answer = Client.of(server, "coordinator").post("/notices/nonsense/reading", "");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("/problems/not-found");
    }

    @Test
    void onlyTheAdministratorSeesWhatWasNotDelivered(RunningServer server) {
        assertThat(Client.nobody(server).get("/outbox/parked").status()).isEqualTo(401);
        assertThat(Client.of(server, "resident").get("/outbox/parked").status()).isEqualTo(403);
        assertThat(Client.of(server, "resident")
                        .post("/outbox/parked/x/retry", "")
                        .status())
                .isEqualTo(403);
        var admin = Client.of(server, "admin");
        assertThat(admin.get("/outbox/parked").status()).isEqualTo(200);
        assertThat(admin.post("/outbox/parked/x/retry", "").status()).isEqualTo(404);
        assertThat(admin.post("/outbox/parked/retry", "").status()).isEqualTo(204);
        assertThat(Client.of(server, "resident")
                        .post("/outbox/parked/retry", "")
                        .status())
                .isEqualTo(403);
    }
}

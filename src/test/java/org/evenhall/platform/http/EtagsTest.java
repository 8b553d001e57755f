package org.evenhall.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.evenhall.kernel.Expected;
import org.evenhall.kernel.Reason;
import org.evenhall.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EtagsTest {

    @Test
    void aVersionGoesOutAndComesBack() {
        assertThat(Etags.of(7)).isEqualTo("\"7\"");
        assertThat(Etags.expected(List.of(Etags.of(7)))).isEqualTo(Expected.version(7));
    }

    @Test
    void oneOfSeveralTagsIsEnough() {
        var expected = Etags.expected(List.of("\"7\", \"8\"", "\"9\""));
        assertThat(expected.versions()).isEqualTo(Set.of(7L, 8L, 9L));
        assertThatCode(() -> expected.mustBe(8)).doesNotThrowAnyException();
    }

    @Test
    void aStarMatchesWhateverThereIs() {
        assertThatCode(() -> Etags.expected(List.of("*")).mustBe(4711)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"7\"", "\"abc\"", "\"\"", "\"6\"", "\"99999999999999999999\""})
    void aWeakOrStrangeOrOlderTagIsStale(String header) {
        assertThatThrownBy(() -> Etags.expected(List.of(header)).mustBe(7))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.STALE));
    }

    @Test
    void withoutTheHeaderNothingIsChanged() {
        assertThatThrownBy(() -> Etags.expected((List<String>) null).mustBe(0))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.PRECONDITION_REQUIRED));
    }

    @Test
    void whatChangesNothingNeedsNoTagAndKeepsOneThatIsNamed() {
        assertThatCode(() -> Etags.expected((List<String>) null).orAny().mustBe(4711))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Etags.expected(List.of("\"6\"")).orAny().mustBe(7))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.STALE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"7", "\"7\" \"8\"", "\"7\",,\"8\"", "*, \"7\""})
    void whatIsNoTagIsMalformed(String header) {
        assertThatThrownBy(() -> Etags.expected(List.of(header)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.MALFORMED));
    }
}

package org.evenhall.bench;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.evenhall.kernel.Page;
import org.evenhall.platform.json.Json;
import org.evenhall.spaces.SpaceCard;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Fifty cards as JSON: what a page of the catalogue or of free times costs to write. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class JsonBench {

    private Page<SpaceCard> page;

    @Setup
    public void build() {
        List<SpaceCard> cards = new GeneratedCity(Page.DEFAULT_SIZE)
                .spaces.stream().map(space -> space.card(Locale.ENGLISH, 1234)).toList();
        page = Page.of(cards, 0, Page.DEFAULT_SIZE);
    }

    @Benchmark
    public String writePage() {
        return Json.text(page);
    }
}

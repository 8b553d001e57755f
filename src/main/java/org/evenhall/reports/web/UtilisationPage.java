package org.evenhall.reports.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.kernel.Page;
import org.evenhall.platform.faces.PageAddress;
import org.evenhall.platform.faces.Say;
import org.evenhall.reports.GroupBy;
import org.evenhall.reports.Reports;
import org.evenhall.reports.UtilisationReport;
import org.evenhall.reports.UtilisationRow;
import org.evenhall.spaces.Catalogue;

/**
 * How well the opened hours were used, for the coordinator. The whole question is in the address, the order of the rows
 * too, so that a table can be kept, sent and printed.
 */
@Named("utilisationPage")
@RequestScoped
public class UtilisationPage {

    private static final String HERE = "/coordinator/utilisation";
    private static final int ON_PAGE = 50;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Inject
    private Reports reports;

    @Inject
    private Catalogue catalogue;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Say say;

    @Inject
    private Clock clock;

    private Period period;
    private LocalDate today;
    private Column sort;
    private boolean descending;
    private UtilisationReport report;
    private Page<UtilisationRow> rows;

    /** A period to choose by one click. */
    public record Preset(String key, String address, boolean chosen) {}

    /**
     * The head of a column.
     *
     * @param sorted value of {@code aria-sort}, null where the rows are not in its order
     * @param address the same table in the order of this column
     */
    public record Head(String label, boolean number, String sorted, String arrow, String address) {}

    public void load() {
        var asked = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        today = LocalDate.now(clock.withZone(catalogue.zone()));
        period = Period.of(asked, today);
        if (!caller.get().signedIn()) {
            PageAddress.redirect(PageAddress.signIn(HERE + period.getQuery()));
            return;
        }
        report = reports.utilisation(caller.get(), period.query());
        sort = Column.of(asked.get("sort"));
        descending = "down".equals(asked.get("order"));
        rows = Page.of(sorted(report.rows()), page(asked), ON_PAGE);
    }

    private List<UtilisationRow> sorted(List<UtilisationRow> unsorted) {
        if (sort == null) {
            return unsorted;
        }
        var order = sort.order();
        return unsorted.stream().sorted(descending ? order.reversed() : order).toList();
    }

    private static int page(Map<String, String> asked) {
        String page = asked.getOrDefault("page", "0");
        return page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 0;
    }

    public List<Head> getColumns() {
        return Stream.of(Column.values()).map(this::head).toList();
    }

    /** Numbers are first shown from the largest down, names from the first on; the second click turns it round. */
    private Head head(Column column) {
        boolean chosen = column == sort;
        boolean down = chosen ? !descending : column.isNumber();
        String label =
                column == Column.LABEL ? say.text("groupBy." + period.groupBy()) : say.text("report." + column.word());
        String direction = descending ? "descending" : "ascending";
        String arrow = descending ? "↓" : "↑";
        return new Head(
                label,
                column.isNumber() && column != Column.UTILISATION,
                chosen ? direction : null,
                chosen ? arrow : "↕",
                HERE + period.getQuery() + order(column, down));
    }

    private static String order(Column column, boolean down) {
        return column == null ? "" : "&sort=" + column.word() + "&order=" + (down ? "down" : "up");
    }

    /** The cells after the name and the share. */
    public List<String> numbers(UtilisationRow row) {
        return Stream.of(Column.values())
                .filter(column -> column.isNumber() && column != Column.UTILISATION)
                .map(column -> number(column.number(row)))
                .toList();
    }

    /** Hours with one decimal, counts without, as the reader's language writes them. */
    public String number(Number number) {
        var format = NumberFormat.getInstance(say.getLocale());
        format.setMaximumFractionDigits(1);
        format.setMinimumFractionDigits(number instanceof BigDecimal ? 1 : 0);
        return number == null ? "–" : format.format(number);
    }

    /** "12.5 %"; a dash where nothing was open. */
    public String percent(BigDecimal share) {
        return share == null ? "–" : share.multiply(HUNDRED).setScale(1, RoundingMode.HALF_UP) + " %";
    }

    /** The length of the bar, 0 to 100. */
    public int width(BigDecimal share) {
        return share == null ? 0 : share.multiply(HUNDRED).min(HUNDRED).intValue();
    }

    public List<UtilisationRow> getRows() {
        return rows.items();
    }

    public long getRowCount() {
        return rows.total();
    }

    public long getFirst() {
        return (long) rows.page() * ON_PAGE + 1;
    }

    public long getLast() {
        return getFirst() + rows.items().size() - 1;
    }

    public String getPreviousAddress() {
        return rows.page() == 0 ? null : address(rows.page() - 1);
    }

    public String getNextAddress() {
        return getLast() < rows.total() ? address(rows.page() + 1) : null;
    }

    private String address(int page) {
        return HERE + period.getQuery() + order(sort, descending) + "&page=" + page;
    }

    public UtilisationRow getTotal() {
        return report.total();
    }

    public Period getPeriod() {
        return period;
    }

    public List<Preset> getPresets() {
        return List.of(
                preset("report.this-week", Period.thisWeek(today)),
                preset("report.last-week", Period.lastWeek(today)),
                preset("report.this-month", Period.thisMonth(today)));
    }

    public GroupBy[] getGroupings() {
        return GroupBy.values();
    }

    public String getFileAddress() {
        return UtilisationFile.PATH + period.getQuery();
    }

    private Preset preset(String key, Period other) {
        var same = other.by(period.groupBy());
        return new Preset(key, HERE + same.getQuery(), same.equals(period));
    }
}

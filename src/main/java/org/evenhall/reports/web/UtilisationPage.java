package org.evenhall.reports.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.platform.faces.PageAddress;
import org.evenhall.reports.GroupBy;
import org.evenhall.reports.Reports;
import org.evenhall.reports.UtilisationRow;
import org.evenhall.spaces.Catalogue;

/** How well the opened hours were used, for the coordinator: a period, what the rows stand for, and the table. */
@Named("utilisationPage")
@ViewScoped
public class UtilisationPage implements Serializable {

    private static final String HERE = "/coordinator/utilisation";
    private static final int HUNDRED = 100;

    @Inject
    private transient Reports reports;

    @Inject
    private transient Catalogue catalogue;

    @Inject
    private transient CurrentCaller caller;

    @Inject
    private transient Clock clock;

    private transient Period period;
    private transient LocalDate today;
    private transient List<UtilisationRow> rows;
    private transient UtilisationRow total;

    /** A period to choose by one click. */
    public record Preset(String key, String address, boolean chosen) {}

    public void load() {
        var asked = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        today = LocalDate.now(clock.withZone(catalogue.zone()));
        period = Period.of(asked, today);
        if (!caller.get().signedIn()) {
            PageAddress.redirect(PageAddress.signIn(HERE + period.getQuery()));
            return;
        }
        var report = reports.utilisation(caller.get(), period.query());
        rows = new ArrayList<>(report.rows());
        total = report.total();
    }

    public List<UtilisationRow> getRows() {
        return rows;
    }

    public UtilisationRow getTotal() {
        return total;
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

    /** "12.5 %"; a dash where nothing was open. */
    public String percent(BigDecimal share) {
        return share == null
                ? "–"
                : share.multiply(BigDecimal.valueOf(HUNDRED)).setScale(1, RoundingMode.HALF_UP) + " %";
    }

    /** The length of the bar, 0 to 100. */
    public int width(BigDecimal share) {
        return share == null
                ? 0
                : Math.min(HUNDRED, share.multiply(BigDecimal.valueOf(HUNDRED)).intValue());
    }

    private Preset preset(String key, Period other) {
        var same = other.by(period.groupBy());
        return new Preset(key, HERE + same.getQuery(), same.equals(period));
    }
}

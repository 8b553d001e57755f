package org.evenhall.reports.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.evenhall.identity.CurrentCaller;
import org.evenhall.reports.Reports;
import org.evenhall.reports.UtilisationCsv;
import org.evenhall.spaces.Catalogue;

/** {@code GET /coordinator/utilisation.csv}: the table of the page as a file, for whoever has signed in there. */
@WebServlet(UtilisationFile.PATH)
public class UtilisationFile extends HttpServlet {

    static final String PATH = "/coordinator/utilisation.csv";

    @Inject
    private Reports reports;

    @Inject
    private Catalogue catalogue;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, String> asked = request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()[0]));
        var today = LocalDate.now(clock.withZone(catalogue.zone()));
        var report = reports.utilisation(caller.get(), Period.of(asked, today).query());
        response.setContentType(UtilisationCsv.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + UtilisationCsv.fileName(report) + "\"");
        UtilisationCsv.write(report, response.getOutputStream());
    }
}

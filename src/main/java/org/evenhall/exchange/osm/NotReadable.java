package org.evenhall.exchange.osm;

import org.evenhall.exchange.domain.Fault;

/** A file that is no GeoJSON of features: the import ends and nothing is changed. */
public class NotReadable extends Exception {

    private final transient Fault fault;
    private final String detail;

    NotReadable(Fault fault, String detail) {
        super(fault + ": " + detail);
        this.fault = fault;
        this.detail = detail;
    }

    public Fault fault() {
        return fault;
    }

    public String detail() {
        return detail;
    }
}

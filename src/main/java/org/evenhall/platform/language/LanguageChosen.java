package org.evenhall.platform.language;

import java.util.Locale;

/** Somebody chose a language for this browser, in the running request. */
public record LanguageChosen(Locale language) {}

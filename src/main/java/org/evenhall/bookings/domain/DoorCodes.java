package org.evenhall.bookings.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** The codes that hang on doors: eight letters and digits, none that is read as another; case and spaces are forgiven. */
public final class DoorCodes {

    private static final String SIGNS = "23456789ACDEFGHJKMNPQRTUVWXY";
    private static final int LENGTH = 8;
    private static final int LONGEST = 40;
    private static final RandomGenerator RANDOM = new SecureRandom();

    private DoorCodes() {}

    public static String next() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return code.toString();
    }

    /** As it is kept, however it was typed. */
    public static String normal(String typed) {
        String normal = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return normal.substring(0, Math.min(LONGEST, normal.length()));
    }

    /** Whether one of these codes was typed; it takes as long whatever the difference is. */
    public static boolean isOneOf(Collection<String> codes, String typed) {
        byte[] given = normal(typed).getBytes(StandardCharsets.UTF_8);
        boolean found = false;
        for (String code : codes) {
            found |= MessageDigest.isEqual(code.getBytes(StandardCharsets.UTF_8), given);
        }
        return found;
    }
}

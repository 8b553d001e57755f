package org.evenhall.bookings.domain;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** Short numbers to be read out on the phone: six letters and digits, none that is heard or read as another. */
public final class Numbers {

    private static final String SIGNS = "23456789ACDEFGHJKMNPQRTUVWXY";
    private static final int LENGTH = 6;
    private static final RandomGenerator RANDOM = new SecureRandom();

    private Numbers() {}

    public static String next() {
        StringBuilder number = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            number.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return number.toString();
    }
}

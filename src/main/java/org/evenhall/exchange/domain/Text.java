package org.evenhall.exchange.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Text as strangers write it, made fit to be kept. */
public final class Text {

    private Text() {}

    /**
     * One line without control characters and halves of surrogate pairs (PostgreSQL takes neither), spaces made single;
     * null where nothing is left.
     */
    public static String clean(String given) {
        var clean = new StringBuilder(given.length());
        given.codePoints().forEach(c -> {
            boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
            if (space || Character.isISOControl(c)) {
                if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
                    clean.append(' ');
                }
            } else if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                clean.appendCodePoint(c);
            }
        });
        String text = clean.toString().strip();
        return text.isEmpty() ? null : text;
    }

    /** The text, cut to so many UTF-16 units, never through a pair. */
    public static String cut(String text, int length) {
        if (text == null || text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }

    /** What strangers wrote, fit to be shown and kept: clean and cut. */
    public static String shown(String text, int length) {
        return text == null ? null : cut(clean(cut(text, 4 * length)), length);
    }

    /** SHA-256 in hexadecimal. */
    public static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    public static String hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }
}

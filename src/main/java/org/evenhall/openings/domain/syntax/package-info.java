/**
 * The text read into rules. The parser is a library and known only here; what it takes otherwise than it is meant is
 * rewritten before or refused after, by name and when the text is read, never guessed when somebody asks for a room.
 */
package org.evenhall.openings.domain.syntax;

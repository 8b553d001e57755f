package org.evenhall.organisations;

/**
 * Which organisations somebody asks for; what is null lets all through.
 *
 * @param q words that must all occur in one of its names, in any order and case
 * @param area id of an area; organisations in areas below it are found too
 * @param page from 0
 * @param size 1 to 200
 */
public record OrganisationQuery(String q, OrganisationKind kind, String area, int page, int size) {}

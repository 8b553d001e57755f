/** Named lists of people that an organisation keeps: study circles, teams, classes. Limits may count for all of them together. */
package org.evenhall.groups;

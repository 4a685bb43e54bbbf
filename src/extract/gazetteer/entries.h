/* What a phrase of the name trie may mean; refs point into the gazetteer. */
#ifndef EXTRACT_ENTRIES_H
#define EXTRACT_ENTRIES_H

typedef enum {
    ENTRY_CLUB = 1, /* a spelling that alone means the club */
    ENTRY_NICKNAME, /* means the club only if the article is about it */
    ENTRY_STADIUM,
    ENTRY_CITY,
    ENTRY_OUTLET,
    ENTRY_JOURNALIST,
    ENTRY_STAFF,
    ENTRY_PLAYER,
    ENTRY_COUNTRY,
    ENTRY_DEMONYM,
    ENTRY_LEAGUE,
    ENTRY_POSITION /* ref: suitor_position */
} entry_kind;

#endif

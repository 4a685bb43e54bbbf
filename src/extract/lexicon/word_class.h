/* The classes that words are in. */
#ifndef EXTRACT_WORD_CLASS_H
#define EXTRACT_WORD_CLASS_H

/* Classes that the code asks for by name; each is a list in classes.json. */
typedef enum {
    CLASS_COMMON,     /* ordinary words: common-words.txt */
    CLASS_FIRST_NAME, /* given names: first-names.tsv */
    CLASS_NOT_NAME,   /* capitalised words that are no part of a name */
    CLASS_PARTICLE,   /* van, de, al … inside names */
    CLASS_PLACE_NOUN, /* stadium, road, agency …: what ends on it is nobody's name */
    CLASS_SKIP,       /* determiners, adverbs, weak adjectives inside a cue */
    CLASS_STOP,       /* words that end the search for an argument */
    CLASS_AUX,        /* be, have, do, modals in all forms */
    CLASS_NEGATION,
    CLASS_MODAL,    /* could, may, might, would */
    CLASS_IF,       /* if, should …: what follows is supposed */
    CLASS_HEDGE,    /* reportedly, believed … */
    CLASS_REPORTED, /* says, reports, according … */
    CLASS_PREPOSITION,
    CLASS_SHUT_CLUB,   /* from, against …: the club behind is no buyer */
    CLASS_SHUT_SELLER, /* for, join …: the club behind is not the one he leaves */
    CLASS_DETERMINER,
    CLASS_INDEFINITE,  /* a, an, another, new: a kind of player, not one */
    CLASS_PLAYER_NOUN, /* star, man, international, captain … */
    CLASS_PLAYER_WORD, /* adjectives before such a noun */
    CLASS_STAFF_ROLE,  /* manager, boss, president, agent … */
    CLASS_PRESS_ROLE,  /* journalist, insider, reporter … */
    CLASS_CLUB_NOUN,   /* club, side, giants … */
    CLASS_HE,
    CLASS_THEY,
    CLASS_WHO,
    CLASS_PAST_TIME, /* ago, previously, once … */
    CLASS_LATELY,    /* days, weeks …: what is so long ago is no history */
    CLASS_SEASON,    /* summer, January, season …: behind "last" */
    CLASS_YEAR_LINK, /* in, since …: the year behind dates what is told */
    CLASS_MILLION,   /* m, mn, million … */
    CLASS_BILLION,
    CLASS_WAGE,      /* week, annum, wages, salary */
    CLASS_LIST_LINK, /* and, or, plus, alongside */
    CLASS_FEE_CLAUSE,
    CLASS_FEE_BID,
    CLASS_FEE_ASKING,
    CLASS_FEE_VALUE,
    CLASS_FEE_AGREED,
    CLASS_FEE_PAST,
    CLASS_ADD_ON,
    CLASS_ADD_ON_NOUN, /* bonuses, add-ons, objectives … */
    CLASS_RISE,        /* rising, reach: the upper end of a sum follows */
    CLASS_CURRENCY,    /* words for currencies */
    CLASS_NUMBER_WORD, /* one … ninety */
    CLASS_ABOUT,       /* around, nearly, just: before a number */
    CLASS_SUM_VERB,    /* pay, accept, worth: a number behind it is a sum */
    CLASS_SUM_LEAD,    /* for, at, then: likewise where sums are talked about */
    CLASS_SUM_TAIL,    /* words that may follow a sum, no noun it would count */
    CLASS_PRESS_SHORT, /* Mirror, Star …: papers, in brackets or after "the" */
    CLASS_BESIDE,      /* unlike, replace …: who follows is named beside the point */
    CLASS_CLUB_FORM,   /* fc, sc, club: parts of clubs' names that they share */
    CLASS_PRESS_VERB,  /* reports, understands, writes … with a reporter before it */
    CLASS_PRESS_NOUN,  /* Gazette, Radio, TV …: at either end of a paper's or station's name */
    CLASS_MOVE_NOUN,   /* move, transfer, switch …: "from" behind it names the seller */
    CLASS_PURSUIT,     /* bid, interest, talks …: may end a clause that leaves out the player */
    CLASS_WHEN,        /* last, week, Tuesday …: may stand behind such a word */
    CLASS_IN_TURN,     /* respectively: lists go together one by one */
    N_CLASSES,
    CLASS_ANCHOR = N_CLASSES, /* from here on by index.c: can begin a pattern's first words */
    CLASS_SUCCESSOR,          /* calls for patterns that look for somebody's successor */
    CLASS_CUE,                /* stands in patterns: has a bit in filters */
    CLASS_OPENS_SIGNAL,       /* phrases of signal classes begin with it; no list */
    CLASS_GOES_ON_SIGNAL,     /* it stands in them behind the first word; no list */
    /* of tokens only, set by mentions/units.c */
    CLASS_NAMED, /* a name or a sum begins here */
    N_ALL_CLASSES
} word_class;

_Static_assert(N_ALL_CLASSES <= 64, "the classes of a word are bits of 64");

#endif

/* A ledger may come from anybody: its indices and its order are checked once. */
#ifndef MARKET_LEDGER_CHECK_H
#define MARKET_LEDGER_CHECK_H

#include "suitor/ledger.h"

/* SUITOR_ERR_INVALID, naming the first thing that is not as suitor/ledger.h says. */
suitor_status ledger_check(const suitor_ledger *ledger, suitor_error *err);

#endif

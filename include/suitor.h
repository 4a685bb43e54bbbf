/* libsuitor: the graph model of the football transfer market.
 * Pulls in every public header, in the order the data flows. */
#ifndef SUITOR_H
#define SUITOR_H

#include "suitor/article.h"
#include "suitor/backtest.h"
#include "suitor/bulk.h"
#include "suitor/central.h"
#include "suitor/chain.h"
#include "suitor/chance.h"
#include "suitor/cluster.h"
#include "suitor/complete.h"
#include "suitor/correction.h"
#include "suitor/date.h"
#include "suitor/evaluate.h"
#include "suitor/export.h"
#include "suitor/extraction.h"
#include "suitor/extractor.h"
#include "suitor/import.h"
#include "suitor/ingest.h"
#include "suitor/ledger.h"
#include "suitor/lexicon.h"
#include "suitor/market.h"
#include "suitor/race.h"
#include "suitor/register.h"
#include "suitor/serve.h"
#include "suitor/similar.h"
#include "suitor/status.h"
#include "suitor/store.h"
#include "suitor/sv.h"
#include "suitor/timeline.h"
#include "suitor/window.h"

#endif

// The first schema. Never edited once released: later versions add steps of their own.
#pragma once

namespace tallywire::store {

inline constexpr const char* kSchema1Crawl = R"sql(
CREATE TABLE feeds (
  id            INTEGER PRIMARY KEY,
  url           TEXT NOT NULL UNIQUE,
  title         TEXT,
  link          TEXT,
  format        TEXT,
  language      TEXT,
  enabled       INTEGER NOT NULL DEFAULT 1 CHECK (enabled IN (0, 1)),
  added         TEXT NOT NULL,
  last_fetched  TEXT,
  last_success  TEXT,
  last_changed  TEXT,
  next_due      TEXT,
  etag          TEXT,
  last_modified TEXT,
  digest        TEXT,
  ttl_minutes   INTEGER,
  last_status   INTEGER NOT NULL DEFAULT 0,
  errors        INTEGER NOT NULL DEFAULT 0,
  last_error    TEXT
) STRICT;

CREATE TABLE captures (
  id            INTEGER PRIMARY KEY,
  url           TEXT NOT NULL,
  final_url     TEXT NOT NULL,
  time          TEXT NOT NULL,
  status        INTEGER NOT NULL,
  content_type  TEXT,
  etag          TEXT,
  last_modified TEXT,
  purpose       TEXT NOT NULL CHECK (purpose IN ('article', 'feed', 'robots')),
  feed_id       INTEGER REFERENCES feeds (id) ON DELETE SET NULL,
  truncated     INTEGER NOT NULL DEFAULT 0 CHECK (truncated IN (0, 1)),
  revisit       INTEGER NOT NULL DEFAULT 0 CHECK (revisit IN (0, 1)),
  warc_file     TEXT,
  warc_begin    INTEGER,
  warc_offset   INTEGER,
  warc_length   INTEGER,
  digest        TEXT,
  revision_id   INTEGER REFERENCES revisions (id) ON DELETE SET NULL,
  error         TEXT,
  UNIQUE (warc_file, warc_offset)
) STRICT;
CREATE INDEX captures_url ON captures (url, time);
CREATE INDEX captures_final_url ON captures (final_url, time);
CREATE INDEX captures_time ON captures (time);
CREATE INDEX captures_feed ON captures (feed_id) WHERE feed_id IS NOT NULL;
CREATE INDEX captures_revision ON captures (revision_id, time) WHERE revision_id IS NOT NULL;

CREATE TABLE links (
  id              INTEGER PRIMARY KEY,
  url             TEXT NOT NULL UNIQUE,
  feed_id         INTEGER REFERENCES feeds (id) ON DELETE SET NULL,
  state           TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'done', 'failed', 'gone')),
  attempts        INTEGER NOT NULL DEFAULT 0,
  next_attempt    TEXT,
  discovered      TEXT NOT NULL,
  entry_id        TEXT,
  entry_title     TEXT,
  entry_published TEXT,
  entry_updated   TEXT,
  capture_id      INTEGER REFERENCES captures (id) ON DELETE SET NULL,
  article_id      INTEGER REFERENCES articles (id) ON DELETE SET NULL,
  last_error      TEXT
) STRICT;
CREATE INDEX links_pending ON links (next_attempt) WHERE state = 'pending';
CREATE INDEX links_feed ON links (feed_id, state);
CREATE INDEX links_article ON links (article_id) WHERE article_id IS NOT NULL;
CREATE INDEX links_capture ON links (capture_id) WHERE capture_id IS NOT NULL;

CREATE TABLE robots (
  origin  TEXT PRIMARY KEY,
  fetched TEXT NOT NULL,
  expires TEXT NOT NULL,
  status  INTEGER NOT NULL,
  body    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
  id                 INTEGER PRIMARY KEY,
  command            TEXT NOT NULL,
  version            TEXT NOT NULL,
  rules              TEXT NOT NULL,
  started            TEXT NOT NULL,
  ended              TEXT,
  exit_status        INTEGER,
  feeds              INTEGER NOT NULL DEFAULT 0,
  requests           INTEGER NOT NULL DEFAULT 0,
  not_modified       INTEGER NOT NULL DEFAULT 0,
  articles_new       INTEGER NOT NULL DEFAULT 0,
  articles_changed   INTEGER NOT NULL DEFAULT 0,
  articles_unchanged INTEGER NOT NULL DEFAULT 0,
  events_added       INTEGER NOT NULL DEFAULT 0,
  events_removed     INTEGER NOT NULL DEFAULT 0,
  events_altered     INTEGER NOT NULL DEFAULT 0,
  failures           INTEGER NOT NULL DEFAULT 0,
  recovered          INTEGER NOT NULL DEFAULT 0
) STRICT;
)sql";

inline constexpr const char* kSchema1Articles = R"sql(
CREATE TABLE articles (
  id               INTEGER PRIMARY KEY,
  url              TEXT NOT NULL UNIQUE,
  host             TEXT NOT NULL,
  site             TEXT COLLATE NOCASE,
  current_revision INTEGER REFERENCES revisions (id) ON DELETE SET NULL,
  first_seen       TEXT NOT NULL,
  last_seen        TEXT NOT NULL
) STRICT;
CREATE INDEX articles_host ON articles (host);
CREATE INDEX articles_current ON articles (current_revision);

CREATE TABLE revisions (
  id                INTEGER PRIMARY KEY,
  article_id        INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  capture_id        INTEGER NOT NULL REFERENCES captures (id),
  time              TEXT NOT NULL,
  content_digest    TEXT NOT NULL,
  extraction_digest TEXT NOT NULL,
  rules             TEXT NOT NULL,
  url               TEXT NOT NULL,
  title             TEXT NOT NULL,
  authors           TEXT NOT NULL CHECK (json_valid(authors)),
  section           TEXT,
  tags              TEXT NOT NULL CHECK (json_valid(tags)),
  published         TEXT,
  published_from    TEXT,
  published_day     TEXT,
  published_utc     TEXT,
  modified          TEXT,
  language          TEXT,
  description       TEXT,
  image             TEXT,
  paywalled         INTEGER NOT NULL DEFAULT 0 CHECK (paywalled IN (0, 1)),
  text              TEXT NOT NULL,
  blocks            TEXT NOT NULL CHECK (json_valid(blocks)),
  charset           TEXT,
  warnings          TEXT NOT NULL CHECK (json_valid(warnings))
) STRICT;
CREATE INDEX revisions_article ON revisions (article_id, time);
CREATE INDEX revisions_capture ON revisions (capture_id);
CREATE INDEX revisions_published ON revisions (published_utc);

CREATE TABLE figures (
  id          INTEGER PRIMARY KEY,
  revision_id INTEGER NOT NULL REFERENCES revisions (id) ON DELETE CASCADE,
  start       INTEGER NOT NULL,
  "end"       INTEGER NOT NULL CHECK ("end" > start),
  text        TEXT NOT NULL,
  value       REAL NOT NULL,
  value_high  REAL,
  unit        TEXT,
  unit_name   TEXT,
  bound       TEXT NOT NULL CHECK (bound IN ('=', '~', '>=', '>', '<=', '<')),
  direction   TEXT CHECK (direction IN ('up', 'down', 'flat'))
) STRICT;
CREATE INDEX figures_revision ON figures (revision_id, start);

CREATE TABLE dates (
  id          INTEGER PRIMARY KEY,
  revision_id INTEGER NOT NULL REFERENCES revisions (id) ON DELETE CASCADE,
  start       INTEGER NOT NULL,
  "end"       INTEGER NOT NULL CHECK ("end" > start),
  text        TEXT NOT NULL,
  type        TEXT NOT NULL CHECK (type IN ('date', 'time', 'duration', 'set')),
  value       TEXT NOT NULL,
  start_date  TEXT,
  end_date    TEXT
) STRICT;
CREATE INDEX dates_revision ON dates (revision_id, start);

CREATE TABLE events (
  id           INTEGER PRIMARY KEY,
  revision_id  INTEGER NOT NULL REFERENCES revisions (id) ON DELETE CASCADE,
  figure_id    INTEGER REFERENCES figures (id) ON DELETE SET NULL,
  kind         TEXT NOT NULL CHECK (kind IN ('level', 'change', 'share')),
  measure      TEXT NOT NULL COLLATE NOCASE,
  activity     TEXT COLLATE NOCASE,
  item         TEXT COLLATE NOCASE,
  subject      TEXT COLLATE NOCASE,
  counterparty TEXT COLLATE NOCASE,
  actor        TEXT COLLATE NOCASE,
  value        REAL NOT NULL,
  value_high   REAL,
  unit         TEXT,
  bound        TEXT NOT NULL CHECK (bound IN ('=', '~', '>=', '>', '<=', '<')),
  direction    TEXT CHECK (direction IN ('up', 'down', 'flat')),
  basis        TEXT,
  basis_first  TEXT,
  basis_last   TEXT,
  period       TEXT,
  period_first TEXT,
  period_last  TEXT,
  date         TEXT,
  date_first   TEXT,
  date_last    TEXT,
  modality     TEXT NOT NULL CHECK (modality IN ('actual', 'planned', 'forecast', 'proposed', 'denied')),
  "in"         TEXT NOT NULL CHECK ("in" IN ('title', 'body')),
  figure       TEXT NOT NULL,
  sentence     TEXT NOT NULL,
  start        INTEGER NOT NULL,
  "end"        INTEGER NOT NULL CHECK ("end" > start),
  rule         TEXT NOT NULL,
  confidence   REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  measure_text TEXT,
  item_text    TEXT,
  subject_text TEXT,
  period_text  TEXT
) STRICT;
CREATE INDEX events_revision ON events (revision_id, start);
CREATE INDEX events_figure ON events (figure_id) WHERE figure_id IS NOT NULL;
CREATE INDEX events_measure ON events (measure, item, subject);
CREATE INDEX events_item ON events (item);
CREATE INDEX events_subject ON events (subject);
CREATE INDEX events_period ON events (period_first, period_last);
)sql";

inline constexpr const char* kSchema1Search = R"sql(
CREATE VIRTUAL TABLE article_search USING fts5 (
  title, text, content = 'revisions', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');
CREATE TRIGGER revisions_search_insert AFTER INSERT ON revisions BEGIN
  INSERT INTO article_search (rowid, title, text) VALUES (new.id, new.title, new.text);
END;
CREATE TRIGGER revisions_search_delete AFTER DELETE ON revisions BEGIN
  INSERT INTO article_search (article_search, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
END;
CREATE TRIGGER revisions_search_update AFTER UPDATE OF title, text ON revisions BEGIN
  INSERT INTO article_search (article_search, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
  INSERT INTO article_search (rowid, title, text) VALUES (new.id, new.title, new.text);
END;

CREATE VIRTUAL TABLE event_search USING fts5 (
  sentence, content = 'events', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');
CREATE TRIGGER events_search_insert AFTER INSERT ON events BEGIN
  INSERT INTO event_search (rowid, sentence) VALUES (new.id, new.sentence);
END;
CREATE TRIGGER events_search_delete AFTER DELETE ON events BEGIN
  INSERT INTO event_search (event_search, rowid, sentence) VALUES ('delete', old.id, old.sentence);
END;
CREATE TRIGGER events_search_update AFTER UPDATE OF sentence ON events BEGIN
  INSERT INTO event_search (event_search, rowid, sentence) VALUES ('delete', old.id, old.sentence);
  INSERT INTO event_search (rowid, sentence) VALUES (new.id, new.sentence);
END;
)sql";

// In `facts`, a conflict is looked for among statements that also agree in counterparty, basis, direction and modality:
// exports to two countries, or a forecast and its outcome, do not contradict one another. `asked` counts the articles
// that speak of the thing at all, `agreeing` those that give this value; SQLite has no COUNT(DISTINCT) over windows, so
// the ranks from both ends stand in for it.
inline constexpr const char* kSchema1Views = R"sql(
CREATE VIEW current_events AS
SELECT e.*, a.id AS article_id, a.url AS url, a.host AS host, a.site AS site, r.title AS title,
       r.published AS published, r.published_day AS published_day, r.published_utc AS published_utc, r.time AS seen,
       coalesce(r.published_utc, r.time) AS reported
FROM articles AS a
JOIN revisions AS r ON r.id = a.current_revision
JOIN events AS e ON e.revision_id = r.id;

CREATE VIEW facts AS
WITH counted AS (
  SELECT kind, measure, activity, item, subject, period, value, unit, article_id, host, reported,
         dense_rank() OVER asked_up + dense_rank() OVER asked_down - 1 AS asked,
         dense_rank() OVER agreeing_up + dense_rank() OVER agreeing_down - 1 AS agreeing
  FROM current_events
  WHERE modality <> 'denied'
  WINDOW asked_up AS (PARTITION BY kind, measure, activity, item, subject, period, unit,
                      counterparty, basis, direction, modality ORDER BY article_id),
         asked_down AS (PARTITION BY kind, measure, activity, item, subject, period, unit,
                        counterparty, basis, direction, modality ORDER BY article_id DESC),
         agreeing_up AS (PARTITION BY kind, measure, activity, item, subject, period, unit,
                         counterparty, basis, direction, modality, value ORDER BY article_id),
         agreeing_down AS (PARTITION BY kind, measure, activity, item, subject, period, unit,
                           counterparty, basis, direction, modality, value ORDER BY article_id DESC)
)
SELECT kind, measure, activity, item, subject, period, value, unit, count(DISTINCT article_id) AS articles,
       count(DISTINCT host) AS sites, min(reported) AS first_seen, max(reported) AS last_seen,
       max(asked > agreeing) AS conflict
FROM counted
GROUP BY kind, measure, activity, item, subject, period, value, unit;
)sql";

}  // namespace tallywire::store

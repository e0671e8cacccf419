// title: One issue over the years
// topic: years
// summary: Lists in date order the agenda items, questions and commitments that speak of an issue, in its words or in other words.
// parameters:
//   issue: {type: words, required: true, description: "Words that all stand in an item's title and issues, or in a question or commitment.", example: call waiting}
//   from: {type: from, description: "The first day.", example: "2018"}
//   to: {type: to, description: "The last day.", example: "2022-06"}
// columns:
//   date: When the meeting was held.
//   meeting: The meeting.
//   kind: "What it is: item, question, action, promise or next_step."
//   who: Who asked the question or is to keep the commitment; empty for an item.
//   words: The minutes' own words.
//   item: The agenda item.
//   found_by: "Where the words stand: in the item, in the question or commitment itself (words), or in another item of the same issue (thread)."
//   issues: What the item is about, across meetings.
//   id: "Its id, for `kg query evidence`."
// note: With an item whose title has the words, those of the same issue are listed that have other words; `kg explain` says why they are one.
// example: kg query issue-over-the-years --issue "call waiting"
CALL () {
  CALL () {
    CALL () {
      MATCH (i:AgendaItem) WHERE all(word IN $issue WHERE i.folded CONTAINS word)
      RETURN i
      UNION
      MATCH (s:Issue)<-[:CONCERNS]-(i:AgendaItem) WHERE any(word IN $issue WHERE s.folded CONTAINS word)
      WITH i, collect(s.folded) AS issues
      WHERE all(word IN $issue WHERE i.folded CONTAINS word OR any(name IN issues WHERE name CONTAINS word))
      RETURN i
    }
    OPTIONAL MATCH (i)-[:CONCERNS]->(s:Issue)
    RETURN collect(DISTINCT i.id) AS own, collect(DISTINCT s.id) AS threads
  }
  CALL (own, threads) {
    MATCH (i:AgendaItem)
    WHERE i.id IN own AND ($from IS NULL OR i.date >= $from) AND ($to IS NULL OR i.date <= $to)
    RETURN i, 'item' AS place
    UNION ALL
    MATCH (s:Issue)<-[:CONCERNS]-(i:AgendaItem)
    WHERE s.id IN threads AND NOT i.id IN own
      AND ($from IS NULL OR i.date >= $from) AND ($to IS NULL OR i.date <= $to)
    RETURN DISTINCT i, 'thread' AS place
  }
  WITH i, place
  CALL (i) {
    RETURN i AS fact, 'item' AS kind
    UNION ALL
    MATCH (i)<-[:UNDER]-(fact:Question|Commitment)
    WHERE NOT all(word IN $issue WHERE fact.folded CONTAINS word)
    RETURN fact, coalesce(fact.kind, 'question') AS kind
  }
  RETURN fact, i, kind, place AS found_by
  UNION ALL
  MATCH (fact:Question|Commitment)
  WHERE ($from IS NULL OR fact.date >= $from) AND ($to IS NULL OR fact.date <= $to)
    AND all(word IN $issue WHERE fact.folded CONTAINS word)
  OPTIONAL MATCH (fact)-[:UNDER]->(i:AgendaItem)
  RETURN fact, i, coalesce(fact.kind, 'question') AS kind, 'words' AS found_by
}
MATCH (fact)-[:RECORDED_IN]->(:Document)<-[:RECORDED_IN]-(m:Meeting)
CALL (fact) {
  OPTIONAL MATCH (a)-[:ASKED|OWNS]->(fact)
  WITH a ORDER BY a.name, a.id
  RETURN collect(a.name) AS who
}
CALL (i) {
  OPTIONAL MATCH (i)-[:CONCERNS]->(s:Issue)
  WITH s ORDER BY s.name, s.id
  RETURN collect(s.name) AS issues
}
RETURN fact.date AS date, m.name AS meeting, kind, who, fact.reading AS words, i.title AS item, found_by, issues,
       fact.id AS id
ORDER BY date, meeting, fact.document, fact.start, id

// title: One issue over the years
// summary: Lists in date order the agenda items, questions and commitments that speak of an issue.
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
//   found_by: "Where the words stand: in the item, or in the question or commitment itself."
//   id: "Its id, for `kg query evidence`."
// example: kg query issue-over-the-years --issue "call waiting"
CALL () {
  MATCH (i:AgendaItem)
  CALL (i) {
    OPTIONAL MATCH (i)-[:CONCERNS]->(s:Issue)
    RETURN collect(s.name) AS issues
  }
  WITH i WHERE all(word IN $issue WHERE i.title =~ word OR any(name IN issues WHERE name =~ word))
  RETURN i AS fact, i, 'item' AS kind, 'item' AS found_by
  UNION ALL
  MATCH (i:AgendaItem)<-[:UNDER]-(fact:Question|Commitment)
  CALL (i) {
    OPTIONAL MATCH (i)-[:CONCERNS]->(s:Issue)
    RETURN collect(s.name) AS issues
  }
  WITH i, fact
  WHERE all(word IN $issue WHERE i.title =~ word OR any(name IN issues WHERE name =~ word))
    AND NOT all(word IN $issue WHERE fact.reading =~ word)
  RETURN fact, i, coalesce(fact.kind, 'question') AS kind, 'item' AS found_by
  UNION ALL
  MATCH (fact:Question|Commitment)
  WHERE all(word IN $issue WHERE fact.reading =~ word)
  OPTIONAL MATCH (fact)-[:UNDER]->(i:AgendaItem)
  RETURN fact, i, coalesce(fact.kind, 'question') AS kind, 'words' AS found_by
}
WITH fact, i, kind, found_by
WHERE ($from IS NULL OR fact.date >= $from) AND ($to IS NULL OR fact.date <= $to)
MATCH (fact)-[:RECORDED_IN]->(:Document)<-[:RECORDED_IN]-(m:Meeting)
CALL (fact) {
  OPTIONAL MATCH (a)-[:ASKED|OWNS]->(fact)
  WITH a ORDER BY a.name, a.id
  RETURN collect(a.name) AS who
}
RETURN fact.date AS date, m.name AS meeting, kind, who, fact.reading AS words, i.title AS item, found_by, fact.id AS id
ORDER BY date, meeting, fact.document, fact.start, id

// title: The same question again
// topic: asked
// summary: Lists the questions that a question of a later meeting asks again or takes up, with the words of both and the reason for the link.
// parameters:
//   asked_by: {type: name, of: [Person, Post, Body], description: "Who asks, the first or the second time.", example: Imelda Farrant}
//   how: {type: choice, choices: [asked_again, taken_up], description: "Whether it is asked again or taken up.", example: taken_up}
//   issue: {type: words, description: "Words that all stand in one of the two questions.", example: vetting}
//   from: {type: from, description: "The first day of the meetings at which it was asked first.", example: "2018"}
//   to: {type: to, description: "The last day of those meetings.", example: "2022-06"}
// columns:
//   date: When it was asked.
//   meeting: The meeting at which it was asked.
//   asked_by: Who asked, empty where the minutes do not say.
//   question: The minutes' own words.
//   answers: How many answers the minutes record.
//   how: "Whether it is asked again or taken up: asked_again or taken_up."
//   later_date: When it came back.
//   later_meeting: The meeting at which it came back.
//   later_asked_by: Who asked then.
//   later_question: The later minutes' own words.
//   months: Whole months from the one meeting to the other.
//   score: "How strong the link is, 0 to 1."
//   reason: Why the two are linked.
//   id: The earlier question's id, for `kg query evidence`.
//   later_id: The later question's id.
// example: kg query same-question-again --from 2018
OPTIONAL MATCH (who:Person|Post|Body)-[:ASKED]->(x:Question) WHERE who.name IN $asked_by
WITH collect(x.id) AS asked
CALL (asked) {
  MATCH (q:Question)-[r:RECURS_AS]->(later:Question)
  WHERE ($asked_by IS NULL OR q.id IN asked)
    AND ($from IS NULL OR q.date >= $from) AND ($to IS NULL OR q.date <= $to)
  RETURN q, r, later, 'asked_again' AS how
  UNION ALL
  MATCH (q:Question)-[r:RECURS_AS]->(later:Question)
  WHERE later.id IN asked AND NOT q.id IN asked
    AND ($from IS NULL OR q.date >= $from) AND ($to IS NULL OR q.date <= $to)
  RETURN q, r, later, 'asked_again' AS how
  UNION ALL
  MATCH (q:Question)<-[r:FOLLOWS_UP]-(later:Question)
  WHERE ($asked_by IS NULL OR q.id IN asked)
    AND ($from IS NULL OR q.date >= $from) AND ($to IS NULL OR q.date <= $to)
  RETURN q, r, later, 'taken_up' AS how
  UNION ALL
  MATCH (q:Question)<-[r:FOLLOWS_UP]-(later:Question)
  WHERE later.id IN asked AND NOT q.id IN asked
    AND ($from IS NULL OR q.date >= $from) AND ($to IS NULL OR q.date <= $to)
  RETURN q, r, later, 'taken_up' AS how
}
WITH q, r, later, how
WHERE ($how IS NULL OR how = $how)
  AND ($issue IS NULL OR all(word IN $issue WHERE q.folded CONTAINS word)
       OR all(word IN $issue WHERE later.folded CONTAINS word))
MATCH (q)-[:RECORDED_IN]->(:Document)<-[:RECORDED_IN]-(m:Meeting)
MATCH (later)-[:RECORDED_IN]->(:Document)<-[:RECORDED_IN]-(n:Meeting)
CALL (q) {
  OPTIONAL MATCH (a)-[:ASKED]->(q)
  WITH a ORDER BY a.name, a.id
  RETURN collect(a.name) AS asked_by
}
CALL (later) {
  OPTIONAL MATCH (a)-[:ASKED]->(later)
  WITH a ORDER BY a.name, a.id
  RETURN collect(a.name) AS later_asked_by
}
CALL (q) {
  OPTIONAL MATCH (q)<-[:ANSWERS]-(n:Answer)
  RETURN count(n) AS answers
}
RETURN q.date AS date, m.name AS meeting, asked_by, q.reading AS question, answers, how, later.date AS later_date,
       n.name AS later_meeting, later_asked_by, later.reading AS later_question, r.months AS months, r.score AS score,
       r.reason AS reason, q.id AS id, later.id AS later_id
ORDER BY date, meeting, q.document, q.position, later_date, later_id, how

// title: Questions without an answer
// topic: asked
// summary: Lists the questions under which the minutes record no answer; it does not say that none was given.
// parameters:
//   asked_by: {type: name, of: [Person, Post, Body], description: "Who asks.", example: Imelda Farrant}
//   put_to: {type: name, of: [Person, Post, Body], description: "To whom the question is put.", example: Gareth Pellow}
//   issue: {type: words, description: "Words that all stand in the question or the item's title.", example: custody}
//   from: {type: from, description: "The first day.", example: "2018"}
//   to: {type: to, description: "The last day.", example: "2022-06"}
// columns:
//   date: When the meeting was held.
//   meeting: The meeting.
//   item: The agenda item under which it was asked.
//   asked_by: Who asked, empty where the minutes do not say.
//   put_to: To whom it was put, empty where the minutes do not say.
//   question: The minutes' own words.
//   answer: Always `no answer recorded`.
//   taken_up_on: The dates of later meetings at which a linked question takes it up, as far as links are known.
//   id: The question's id, for `kg query evidence`.
// example: kg query questions-without-an-answer --from 2018 --to 2022
OPTIONAL MATCH (who:Person|Post|Body)-[:ASKED]->(x:Question) WHERE who.name IN $asked_by
WITH collect(x.id) AS asked
OPTIONAL MATCH (who:Person|Post|Body)<-[:PUT_TO]-(x:Question) WHERE who.name IN $put_to
WITH asked, collect(x.id) AS addressed
MATCH (q:Question)
WHERE ($asked_by IS NULL OR q.id IN asked) AND ($put_to IS NULL OR q.id IN addressed)
  AND NOT EXISTS { (q)<-[:ANSWERS]-(:Answer) }
  AND ($from IS NULL OR q.date >= $from) AND ($to IS NULL OR q.date <= $to)
OPTIONAL MATCH (q)-[:UNDER]->(i:AgendaItem)
WITH q, i
WHERE $issue IS NULL OR all(word IN $issue WHERE q.folded + coalesce(i.folded, '') CONTAINS word)
MATCH (q)-[:RECORDED_IN]->(:Document)<-[:RECORDED_IN]-(m:Meeting)
CALL (q) {
  OPTIONAL MATCH (a)-[:ASKED]->(q)
  WITH a ORDER BY a.name, a.id
  RETURN collect(a.name) AS asked_by
}
CALL (q) {
  OPTIONAL MATCH (q)-[:PUT_TO]->(a)
  WITH a ORDER BY a.name, a.id
  RETURN collect(a.name) AS put_to
}
CALL (q) {
  OPTIONAL MATCH (q)-[:RECURS_AS|FOLLOWS_UP]-(later:Question) WHERE later.date > q.date
  WITH DISTINCT later.date AS day ORDER BY day
  RETURN collect(day) AS taken_up_on
}
RETURN q.date AS date, m.name AS meeting, i.title AS item, asked_by, put_to, q.reading AS question,
       'no answer recorded' AS answer, taken_up_on, q.id AS id
ORDER BY date, meeting, q.document, q.position, id

// title: Answered by someone else
// topic: asked
// summary: Lists the questions that the minutes say were put to one person or post and that another answered or joined in answering.
// parameters:
//   put_to: {type: name, of: [Person, Post], description: "To whom the question is put.", example: Gareth Pellow}
//   answered_by: {type: name, of: [Person, Post], description: "Who answers in their place or beside them.", example: Marianne Tolliver}
//   from: {type: from, description: "The first day.", example: "2018"}
//   to: {type: to, description: "The last day.", example: "2022-06"}
// columns:
//   date: When the meeting was held.
//   meeting: The meeting.
//   item: The agenda item under which it was asked.
//   asked_by: Who asked, empty where the minutes do not say.
//   put_to: To whom the minutes say it was put.
//   answered_by_others: Who answered without having been asked.
//   asked_answered_too: Whether somebody to whom it was put answered as well.
//   question: The minutes' own words.
//   answers: The answers in which they took part, in order, with all who gave them.
//   id: The question's id, for `kg query evidence`.
// example: kg query answered-by-someone-else --put-to "Gareth Pellow"
// note: >-
//   A person, the post that they hold and its body are never someone else to one another. Questions put to a body are
//   left out, for its members are not known, and so is a post beside a person of whom no post is known.
OPTIONAL MATCH (who:Person|Post|Body)<-[:PUT_TO]-(x:Question) WHERE who.name IN $put_to
WITH collect(x.id) AS addressed
OPTIONAL MATCH (who:Person|Post|Body)-[:GAVE]->(:Answer)-[:ANSWERS]->(x:Question) WHERE who.name IN $answered_by
WITH addressed, collect(DISTINCT x.id) AS answered
MATCH (q:Question)-[asked:PUT_TO]->(x)
WHERE asked.stated AND ($put_to IS NULL OR q.id IN addressed) AND ($answered_by IS NULL OR q.id IN answered)
  AND ($from IS NULL OR q.date >= $from) AND ($to IS NULL OR q.date <= $to)
MATCH (q)<-[:ANSWERS]-(n:Answer)<-[:GAVE]-(other)
WITH x, other, collect({question: q, answer: n}) AS places
WITH other, places, x:Body OR other:Body
     OR EXISTS { MATCH (x)-[:HELD|OF*0..2]->(same) WHERE same.name = other.name }
     OR EXISTS { MATCH (other)-[:HELD|OF*0..2]->(same) WHERE same.name = x.name }
     OR (x:Post AND other:Person AND NOT EXISTS { (other)-[:HELD]->() })
     OR (x:Person AND other:Post AND NOT EXISTS { (x)-[:HELD]->() }) AS may_be_same
UNWIND places AS place
WITH place.question AS q, place.answer AS n, other, collect(may_be_same) AS doubts
WHERE NOT any(doubt IN doubts WHERE doubt)
WITH q, n, collect(other.name) AS others
CALL (n) {
  MATCH (a)-[:GAVE]->(n)
  WITH a ORDER BY a.name, a.id
  RETURN collect(a.name) AS by
}
WITH q, n, others, by ORDER BY n.position, n.id
WITH q, collect(others) AS groups, collect({by: by, id: n.id, words: n.reading}) AS answers
MATCH (q)-[:RECORDED_IN]->(:Document)<-[:RECORDED_IN]-(m:Meeting)
OPTIONAL MATCH (q)-[:UNDER]->(i:AgendaItem)
CALL (q) {
  OPTIONAL MATCH (a)-[:ASKED]->(q)
  WITH a ORDER BY a.name, a.id
  RETURN collect(a.name) AS asked_by
}
CALL (q) {
  MATCH (q)-[:PUT_TO]->(a)
  WITH a ORDER BY a.name, a.id
  RETURN collect(a.name) AS put_to
}
CALL (q) {
  MATCH (q)<-[:ANSWERS]-(:Answer)<-[:GAVE]-(a)
  RETURN collect(DISTINCT a.name) AS answerers
}
CALL (groups) {
  UNWIND groups AS others
  UNWIND others AS name
  WITH DISTINCT name ORDER BY name
  RETURN collect(name) AS answered_by_others
}
WITH q, m, i, asked_by, put_to, answered_by_others, answerers, answers
WHERE ($answered_by IS NULL OR any(name IN answered_by_others WHERE name IN $answered_by))
RETURN q.date AS date, m.name AS meeting, i.title AS item, asked_by, put_to, answered_by_others,
       any(name IN answerers WHERE name IN put_to) AS asked_answered_too, q.reading AS question, answers, q.id AS id
ORDER BY date, meeting, q.document, q.position, id

// title: Who asked whom what
// topic: asked
// summary: Lists each question with who asked it, to whom it was put, and what each answerer said, in date order.
// parameters:
//   person: {type: name, of: [Person], description: "A person who asks, is asked or answers.", example: Imelda Farrant}
//   post: {type: name, of: [Post], description: "A post whose holder asks, is asked or answers.", example: Chief Constable}
//   body: {type: name, of: [Body], description: "A body, or that of a holder who asks, is asked or answers.", example: Ellershire Police}
//   asked_by: {type: name, of: [Person, Post, Body], description: "Who asks.", example: Imelda Farrant}
//   put_to: {type: name, of: [Person, Post, Body], description: "To whom the question is put.", example: Gareth Pellow}
//   answered_by: {type: name, of: [Person, Post, Body], description: "Who answers.", example: Gareth Pellow}
//   issue: {type: words, description: "Words that all stand in the question, the item's title or its issues.", example: call waiting}
//   from: {type: from, description: "The first day.", example: "2018"}
//   to: {type: to, description: "The last day.", example: "2022-06"}
// columns:
//   date: When the meeting was held.
//   meeting: The meeting.
//   item: The agenda item under which it was asked.
//   asked_by: Who asked, empty where the minutes do not say.
//   put_to: To whom it was put; where the minutes do not say, whoever answered first.
//   put_to_stated: Whether the minutes say to whom it was put.
//   question: The minutes' own words.
//   answers: What was answered and by whom, in order; by nobody where the minutes do not say.
//   id: The question's id, for `kg query evidence`.
// example: kg query who-asked-whom --asked-by "Imelda Farrant" --from 2018 --to 2022
CALL () {
  MATCH (who:Person|Post|Body) WHERE who.name IN $person
  RETURN who, 'person' AS meant, true AS always, null AS first, null AS last
  UNION
  MATCH (who:Person|Post|Body) WHERE who.name IN $post
  RETURN who, 'post' AS meant, true AS always, null AS first, null AS last
  UNION
  MATCH (who:Person)-[h:HELD]->(p:Post) WHERE p.name IN $post
  RETURN who, 'post' AS meant, false AS always, h.first_seen AS first, h.last_seen AS last
  UNION
  MATCH (who:Person|Post|Body) WHERE who.name IN $body
  RETURN who, 'body' AS meant, true AS always, null AS first, null AS last
  UNION
  MATCH (who:Person)-[h:HELD]->(:Post)-[:OF]->(b:Body) WHERE b.name IN $body
  RETURN who, 'body' AS meant, false AS always, h.first_seen AS first, h.last_seen AS last
}
CALL (who, always, first, last) {
  MATCH (who)-[:ASKED]->(x:Question) WHERE always OR first <= x.date AND x.date <= last
  RETURN x.id AS id
  UNION
  MATCH (who)<-[:PUT_TO]-(x:Question) WHERE always OR first <= x.date AND x.date <= last
  RETURN x.id AS id
  UNION
  MATCH (who)-[:GAVE]->(:Answer)-[:ANSWERS]->(x:Question) WHERE always OR first <= x.date AND x.date <= last
  RETURN x.id AS id
}
WITH collect(CASE meant WHEN 'person' THEN id END) AS with_person,
     collect(CASE meant WHEN 'post' THEN id END) AS with_post,
     collect(CASE meant WHEN 'body' THEN id END) AS with_body
OPTIONAL MATCH (who:Person|Post|Body)-[:ASKED]->(x:Question) WHERE who.name IN $asked_by
WITH with_person, with_post, with_body, collect(x.id) AS asked
OPTIONAL MATCH (who:Person|Post|Body)<-[:PUT_TO]-(x:Question) WHERE who.name IN $put_to
WITH with_person, with_post, with_body, asked, collect(x.id) AS addressed
OPTIONAL MATCH (who:Person|Post|Body)-[:GAVE]->(:Answer)-[:ANSWERS]->(x:Question) WHERE who.name IN $answered_by
WITH with_person, with_post, with_body, asked, addressed, collect(DISTINCT x.id) AS answered
MATCH (q:Question)
WHERE ($person IS NULL OR q.id IN with_person) AND ($post IS NULL OR q.id IN with_post)
  AND ($body IS NULL OR q.id IN with_body)
  AND ($asked_by IS NULL OR q.id IN asked) AND ($put_to IS NULL OR q.id IN addressed)
  AND ($answered_by IS NULL OR q.id IN answered)
  AND ($from IS NULL OR q.date >= $from) AND ($to IS NULL OR q.date <= $to)
OPTIONAL MATCH (q)-[:UNDER]->(i:AgendaItem)
CALL (i) {
  OPTIONAL MATCH (i)-[:CONCERNS]->(s:Issue)
  RETURN collect(s.folded) AS issues
}
WITH q, i, issues
WHERE $issue IS NULL
   OR all(word IN $issue
          WHERE q.folded + coalesce(i.folded, '') CONTAINS word OR any(name IN issues WHERE name CONTAINS word))
CALL (q) {
  OPTIONAL MATCH (a)-[:ASKED]->(q)
  WITH a ORDER BY a.name, a.id
  RETURN collect(a.name) AS asked_by
}
CALL (q) {
  OPTIONAL MATCH (q)-[r:PUT_TO]->(a)
  WITH r, a ORDER BY a.name, a.id
  RETURN collect(a.name) AS put_to, any(stated IN collect(r.stated) WHERE stated) AS put_to_stated
}
CALL (q) {
  OPTIONAL MATCH (q)<-[:ANSWERS]-(n:Answer)
  OPTIONAL MATCH (a)-[:GAVE]->(n)
  WITH n, a ORDER BY a.name, a.id
  WITH n, collect(a.name) AS by ORDER BY n.position, n.id
  RETURN collect(CASE WHEN n IS NULL THEN null ELSE {by: by, id: n.id, words: n.reading} END) AS answers
}
MATCH (q)-[:RECORDED_IN]->(:Document)<-[:RECORDED_IN]-(m:Meeting)
RETURN q.date AS date, m.name AS meeting, i.title AS item, asked_by, put_to, put_to_stated, q.reading AS question, answers,
       q.id AS id
ORDER BY date, meeting, q.document, q.position, id

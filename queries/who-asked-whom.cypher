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
OPTIONAL MATCH (who:Person)-[h:HELD]->(p:Post) WHERE p.name IN $post
WITH collect({name: who.name, first: h.first_seen, last: h.last_seen}) AS holders
OPTIONAL MATCH (who:Person)-[h:HELD]->(:Post)-[:OF]->(b:Body) WHERE b.name IN $body
WITH holders, collect({name: who.name, first: h.first_seen, last: h.last_seen}) AS officers
WITH holders, officers,
     CASE WHEN NOT $person IS NULL THEN $person
          WHEN NOT $post IS NULL THEN $post + [one IN holders | one.name]
          WHEN NOT $body IS NULL THEN $body + [one IN officers | one.name]
          ELSE [] END AS names
CALL (names) {
  CALL (names) {
    MATCH (who:Person|Post|Body)-[:ASKED]->(x:Question) WHERE who.name IN names
    RETURN x.id AS id
    UNION
    MATCH (who:Person|Post|Body)<-[:PUT_TO]-(x:Question) WHERE who.name IN names
    RETURN x.id AS id
    UNION
    MATCH (who:Person|Post|Body)-[:GAVE]->(:Answer)-[:ANSWERS]->(x:Question) WHERE who.name IN names
    RETURN x.id AS id
  }
  RETURN collect(id) AS involving
}
OPTIONAL MATCH (who:Person|Post|Body)-[:ASKED]->(x:Question) WHERE who.name IN $asked_by
WITH holders, officers, involving, collect(x.id) AS asked
OPTIONAL MATCH (who:Person|Post|Body)<-[:PUT_TO]-(x:Question) WHERE who.name IN $put_to
WITH holders, officers, involving, asked, collect(x.id) AS addressed
OPTIONAL MATCH (who:Person|Post|Body)-[:GAVE]->(:Answer)-[:ANSWERS]->(x:Question) WHERE who.name IN $answered_by
WITH holders, officers, involving, asked, addressed, collect(DISTINCT x.id) AS answered
MATCH (q:Question)-[:RECORDED_IN]->(:Document)<-[:RECORDED_IN]-(m:Meeting)
WHERE ($person IS NULL AND $post IS NULL AND $body IS NULL OR q.id IN involving)
  AND ($asked_by IS NULL OR q.id IN asked) AND ($put_to IS NULL OR q.id IN addressed)
  AND ($answered_by IS NULL OR q.id IN answered)
  AND ($from IS NULL OR q.date >= $from) AND ($to IS NULL OR q.date <= $to)
OPTIONAL MATCH (q)-[:UNDER]->(i:AgendaItem)
CALL (i) {
  OPTIONAL MATCH (i)-[:CONCERNS]->(s:Issue)
  RETURN collect(s.name) AS issues
}
WITH q, m, i, issues, holders, officers
WHERE $issue IS NULL
   OR all(word IN $issue WHERE q.reading + ' ' + coalesce(i.title, '') =~ word OR any(name IN issues WHERE name =~ word))
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
  OPTIONAL MATCH (q)<-[:ANSWERS]-(:Answer)<-[:GAVE]-(a)
  RETURN collect(DISTINCT a.name) AS answerers
}
WITH q, m, i, asked_by, put_to, put_to_stated, answerers, asked_by + put_to + answerers AS involved, holders, officers
WHERE ($person IS NULL OR any(name IN involved WHERE name IN $person))
  AND ($post IS NULL OR any(name IN involved WHERE name IN $post)
       OR any(one IN holders WHERE one.name IN involved AND one.first <= q.date AND q.date <= one.last))
  AND ($body IS NULL OR any(name IN involved WHERE name IN $body)
       OR any(one IN officers WHERE one.name IN involved AND one.first <= q.date AND q.date <= one.last))
CALL (q) {
  OPTIONAL MATCH (q)<-[:ANSWERS]-(n:Answer)
  OPTIONAL MATCH (a)-[:GAVE]->(n)
  WITH n, a ORDER BY a.name, a.id
  WITH n, collect(a.name) AS by ORDER BY n.position, n.id
  RETURN collect(CASE WHEN n IS NULL THEN null ELSE {by: by, id: n.id, words: n.reading} END) AS answers
}
RETURN q.date AS date, m.name AS meeting, i.title AS item, asked_by, put_to, put_to_stated, q.reading AS question, answers,
       q.id AS id
ORDER BY date, meeting, q.document, q.position, id

// title: Who asks whom
// topic: asked
// summary: Draws questions between those who asked and those to whom they were put, with the answers and who gave them.
// parameters:
//   person: {type: name, of: [Person, Post, Body], description: "Who asks, is asked or answers.", example: Imelda Farrant}
//   issue: {type: words, description: "Words that all stand in the question.", example: vetting}
//   from: {type: from, description: "The first day.", example: "2018"}
//   to: {type: to, description: "The last day.", example: "2022-06"}
// columns:
//   path: "From who asked to the question, from there to whom it was put, or from who answered to it."
// note: The latest 40 questions are drawn.
CALL () {
  MATCH (who:Person|Post|Body)-[:ASKED]->(x:Question) WHERE who.name IN $person
  RETURN x.id AS id
  UNION
  MATCH (who:Person|Post|Body)<-[:PUT_TO]-(x:Question) WHERE who.name IN $person
  RETURN x.id AS id
  UNION
  MATCH (who:Person|Post|Body)-[:GAVE]->(:Answer)-[:ANSWERS]->(x:Question) WHERE who.name IN $person
  RETURN x.id AS id
}
WITH collect(id) AS involving
MATCH (q:Question)
WHERE ($from IS NULL OR q.date >= $from) AND ($to IS NULL OR q.date <= $to)
  AND ($issue IS NULL OR all(word IN $issue WHERE q.folded CONTAINS word))
  AND ($person IS NULL OR q.id IN involving)
WITH q ORDER BY coalesce(q.date, '') DESC, q.id LIMIT 40
CALL (q) {
  MATCH path = (q)<-[:ASKED]-()
  RETURN path
  UNION ALL
  MATCH path = (q)-[:PUT_TO]->()
  RETURN path
  UNION ALL
  MATCH path = (q)<-[:ANSWERS]-(:Answer)
  RETURN path
  UNION ALL
  MATCH path = (q)<-[:ANSWERS]-(:Answer)<-[:GAVE]-()
  RETURN path
}
RETURN path

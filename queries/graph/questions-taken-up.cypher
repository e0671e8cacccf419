// title: Questions taken up again
// topic: asked
// summary: Draws the questions that a question of a later meeting asks again or takes up, with who asked each.
// parameters:
//   asked_by: {type: name, of: [Person, Post, Body], description: "Who asked one of the two.", example: Imelda Farrant}
//   issue: {type: words, description: "Words that all stand in one of the two questions.", example: vetting}
//   from: {type: from, description: "The first day of the earlier meetings.", example: "2018"}
//   to: {type: to, description: "The last day of the earlier meetings.", example: "2022-06"}
// columns:
//   path: "From one question to the other, or from who asked to a question."
// note: The latest 60 links are drawn.
OPTIONAL MATCH (who:Person|Post|Body)-[:ASKED]->(x:Question) WHERE who.name IN $asked_by
WITH collect(x.id) AS asked
CALL (asked) {
  MATCH (q:Question)-[r:RECURS_AS]->(later:Question)
  WHERE ($asked_by IS NULL OR q.id IN asked)
    AND ($from IS NULL OR q.date >= $from) AND ($to IS NULL OR q.date <= $to)
  RETURN q, r, later
  UNION ALL
  MATCH (q:Question)-[r:RECURS_AS]->(later:Question)
  WHERE later.id IN asked AND NOT q.id IN asked
    AND ($from IS NULL OR q.date >= $from) AND ($to IS NULL OR q.date <= $to)
  RETURN q, r, later
  UNION ALL
  MATCH (q:Question)<-[r:FOLLOWS_UP]-(later:Question)
  WHERE ($asked_by IS NULL OR q.id IN asked)
    AND ($from IS NULL OR q.date >= $from) AND ($to IS NULL OR q.date <= $to)
  RETURN q, r, later
  UNION ALL
  MATCH (q:Question)<-[r:FOLLOWS_UP]-(later:Question)
  WHERE later.id IN asked AND NOT q.id IN asked
    AND ($from IS NULL OR q.date >= $from) AND ($to IS NULL OR q.date <= $to)
  RETURN q, r, later
}
WITH q, r, later
WHERE $issue IS NULL OR all(word IN $issue WHERE q.folded CONTAINS word)
   OR all(word IN $issue WHERE later.folded CONTAINS word)
WITH q, later ORDER BY coalesce(later.date, '') DESC, later.id, q.id LIMIT 60
CALL (q, later) {
  MATCH path = (q)-[:RECURS_AS|FOLLOWS_UP]-(later)
  RETURN path
  UNION ALL
  MATCH path = (q)<-[:ASKED]-()
  RETURN path
  UNION ALL
  MATCH path = (later)<-[:ASKED]-()
  RETURN path
}
RETURN path

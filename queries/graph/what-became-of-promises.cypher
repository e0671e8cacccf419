// title: Promises in later minutes
// topic: promised
// summary: Draws the commitments of which later minutes speak, with the owner and what speaks of them; it does not say that they were kept.
// parameters:
//   owner: {type: name, of: [Person, Post, Body], description: "Who is to do it.", example: Gareth Pellow}
//   issue: {type: words, description: "Words that all stand in the commitment.", example: rural crime}
//   from: {type: from, description: "The first day on which it was promised.", example: "2018"}
//   to: {type: to, description: "The last day on which it was promised.", example: "2022-06"}
// columns:
//   path: "From the commitment to what speaks of it, or from the owner to the commitment."
// note: The latest 60 commitments are drawn.
OPTIONAL MATCH (who:Person|Post|Body)-[:OWNS]->(x:Commitment) WHERE who.name IN $owner
WITH collect(x.id) AS owned
MATCH (c:Commitment)
WHERE (EXISTS { (c)-[:REPORTED_ON_IN|RECURS_AS]->() } OR EXISTS { (c)<-[:FOLLOWS_UP]-() })
  AND ($from IS NULL OR c.date >= $from) AND ($to IS NULL OR c.date <= $to)
  AND ($issue IS NULL OR all(word IN $issue WHERE c.folded CONTAINS word))
  AND ($owner IS NULL OR c.id IN owned)
WITH c ORDER BY coalesce(c.date, '') DESC, c.id LIMIT 60
CALL (c) {
  MATCH path = (c)-[:REPORTED_ON_IN|RECURS_AS]->()
  RETURN path
  UNION ALL
  MATCH path = (c)<-[:FOLLOWS_UP]-()
  RETURN path
  UNION ALL
  MATCH path = (c)<-[:OWNS]-()
  RETURN path
}
RETURN path

// title: Promises and their owners
// topic: promised
// summary: Draws who took on what, with the agenda item under which it was taken on.
// parameters:
//   owner: {type: name, of: [Person, Post, Body], description: "Who is to do it.", example: Gareth Pellow}
//   kind: {type: choice, choices: [action, promise, next_step], description: "Formal actions, undertakings in the text, or listed next steps.", example: action}
//   issue: {type: words, description: "Words that all stand in the commitment.", example: vetting}
//   from: {type: from, description: "The first day.", example: "2018"}
//   to: {type: to, description: "The last day.", example: "2022-06"}
// columns:
//   path: "From the owner to the commitment, or from there to the agenda item."
// note: The latest 60 commitments are drawn; one without an owner stands alone with its item.
OPTIONAL MATCH (who:Person|Post|Body)-[:OWNS]->(x:Commitment) WHERE who.name IN $owner
WITH collect(x.id) AS owned
MATCH (c:Commitment)
WHERE ($kind IS NULL OR c.kind = $kind)
  AND ($from IS NULL OR c.date >= $from) AND ($to IS NULL OR c.date <= $to)
  AND ($issue IS NULL OR all(word IN $issue WHERE c.folded CONTAINS word))
  AND ($owner IS NULL OR c.id IN owned)
WITH c ORDER BY coalesce(c.date, '') DESC, c.id LIMIT 60
CALL (c) {
  MATCH path = (c)<-[:OWNS]-()
  RETURN path
  UNION ALL
  MATCH path = (c)-[:UNDER]->(:AgendaItem)
  RETURN path
}
RETURN path

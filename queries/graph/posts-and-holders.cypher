// title: Posts and who held them
// topic: years
// summary: Draws the posts with the people who are named in them and the bodies to which they belong.
// parameters:
//   person: {type: name, of: [Person], description: "Who holds it.", example: Gareth Pellow}
//   post: {type: name, of: [Post], description: "The post.", example: Chief Constable}
//   body: {type: name, of: [Body], description: "The body that the post belongs to.", example: Ellershire Police}
// columns:
//   path: "From the person to the post, or from there to the body."
// note: Posts are drawn by name, the first 100 of them.
MATCH (t:Post)
WHERE ($post IS NULL OR t.name IN $post)
  AND ($person IS NULL OR EXISTS { MATCH (who:Person)-[:HELD]->(t) WHERE who.name IN $person })
  AND ($body IS NULL OR EXISTS { MATCH (t)-[:OF]->(b:Body) WHERE b.name IN $body })
WITH t ORDER BY t.name, t.id LIMIT 100
CALL (t) {
  MATCH path = (t)<-[:HELD]-(:Person)
  RETURN path
  UNION ALL
  MATCH path = (t)-[:OF]->(:Body)
  RETURN path
}
RETURN path

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
OPTIONAL MATCH (who:Person)-[:HELD]->(x:Post) WHERE who.name IN $person
WITH collect(x.id) AS held
OPTIONAL MATCH (b:Body)<-[:OF]-(x:Post) WHERE b.name IN $body
WITH held, collect(x.id) AS of_body
MATCH (t:Post)
WHERE ($post IS NULL OR t.name IN $post) AND ($person IS NULL OR t.id IN held) AND ($body IS NULL OR t.id IN of_body)
WITH t ORDER BY t.name, t.id LIMIT 100
CALL (t) {
  MATCH path = (t)<-[:HELD]-(:Person)
  RETURN path
  UNION ALL
  MATCH path = (t)-[:OF]->(:Body)
  RETURN path
}
RETURN path
